import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace } from '#test/accounts-site.ts'
import { add, askedOf, enter, passkeysPath, someone } from '#test/passkeys-site.ts'
import { aDevice } from '#test/software-device.ts'
import { eventsIn } from '#test/support.ts'
import { mostPasskeys } from './passkey.ts'

test('new secrets or a new invitation from the administrator end the passkeys too', async () => {
  const place = await aWorkplace()
  const { browser: admin } = await place.signedIn('administrator')
  for (const [button, status] of [
    ['Nadaj nowe hasło i klucz', 200],
    ['Wyślij nowe zaproszenie', 303],
  ] as const) {
    const { person, device } = await someone(place)
    assert.equal((await admin.submit(`/praca/konta/${person.id}`, {}, button)).status, status)
    assert.equal((await enter(place, person, device)).answer.status, 422)
  }
  assert.equal((await place.centre.work(eventsIn)).filter((event) => event === 'passkey.removed').length, 2)
})

test('a passkey gets another name, and only its person gives it', async () => {
  const place = await aWorkplace()
  const { browser } = await someone(place)
  const { browser: other } = await place.signedIn('director')
  const id = /klucze\/([\w-]{36})\/nazwa/.exec((await browser.get(passkeysPath)).text)![1]!
  assert.equal((await other.post(`${passkeysPath}/${id}/nazwa`, { [`name-${id}`]: 'Cudzy' })).status, 404)
  const empty = await browser.post(`${passkeysPath}/${id}/nazwa`, { [`name-${id}`]: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, new RegExp(`href="#name-${id}">Wpisz nazwę klucza`))
  assert.equal(
    (await browser.post(`${passkeysPath}/${id}/nazwa`, { [`name-${id}`]: 'Telefon' })).location,
    passkeysPath,
  )
  assert.match((await browser.get(passkeysPath)).text, /<h2[^>]*>Telefon<\/h2>/)
})

test('a new passkey must answer the challenge of this session, once', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const { browser: other } = await place.signedIn('front-desk')
  const device = aDevice()
  const page = await browser.get(`${passkeysPath}/nowy`)
  const asked = askedOf(place, await browser.post(`${passkeysPath}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: _, ...made } = device.make(asked)
  const stolen = await other.send(await other.get(`${passkeysPath}/nowy`), passkeysPath, { name: 'Laptop', ...made })
  assert.equal(stolen.status, 422)
  assert.equal((await add(place, browser, aDevice(), { origin: 'https://evil.example' })).status, 422)
  const fresh = askedOf(place, await browser.post(`${passkeysPath}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: __, ...again } = device.make(fresh)
  assert.equal((await browser.send(page, passkeysPath, { name: 'Laptop', ...again })).location, passkeysPath)
  assert.equal(
    (await browser.send(page, passkeysPath, { name: 'Laptop', ...again })).location,
    passkeysPath,
    'sent twice',
  )
  assert.equal((await browser.get(passkeysPath)).text.match(/<h2[^>]*>Laptop/g)?.length, 1)
  const replayed = await browser.send(await browser.get(`${passkeysPath}/nowy`), passkeysPath, {
    name: 'Laptop',
    ...again,
  })
  assert.equal(replayed.status, 422)
})

test('one passkey is added once', async () => {
  const place = await aWorkplace()
  const { browser, device } = await someone(place)
  const again = await add(place, browser, device)
  assert.equal(again.status, 422)
  assert.match(again.text, /Ten klucz jest już dodany/)
})

test('ten passkeys are enough', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  for (let count = 0; count < mostPasskeys; count += 1) {
    assert.equal((await add(place, browser, aDevice())).location, passkeysPath)
  }
  assert.equal((await browser.post(`${passkeysPath}/wyzwanie`, { name: 'Laptop' })).status, 422)
  const answer = await browser.send(await browser.get(`${passkeysPath}/nowy`), passkeysPath, { name: 'Laptop' })
  assert.match(answer.text, /Masz już 10 kluczy/)
})

test('adding or removing a passkey wants a recent proof of both factors', async () => {
  const place = await aWorkplace()
  const { browser } = await someone(place)
  const id = /klucze\/([\w-]{36})\/usuniecie/.exec((await browser.get(passkeysPath)).text)![1]!
  place.deps.clock.now = place.deps.now().add({ minutes: 15 })
  for (const answer of [
    await browser.get(`${passkeysPath}/nowy`),
    await browser.post(`${passkeysPath}/wyzwanie`, { name: 'Laptop' }),
    await browser.post(passkeysPath, { name: 'Laptop' }),
    await browser.post(`${passkeysPath}/${id}/usuniecie`),
  ]) {
    assert.match(answer.location, /^\/praca\/potwierdzenie/)
  }
})
