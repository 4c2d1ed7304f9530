import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditOf, aWorkplace, refusalsOf } from '#test/accounts-site.ts'
import { challengeFor, enter, handleOf, passkeysPath, someone } from '#test/passkeys-site.ts'
import { aDevice } from '#test/software-device.ts'
import { eventsIn } from '#test/support.ts'
import { challengeMinutes } from './passkey.ts'

test('a passkey opens the workplace, and the page says when it was used', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const { visitor, answer } = await enter(place, person, device)
  assert.equal(answer.location, '/praca')
  const page = await visitor.get(passkeysPath)
  assert.match(page.text, /<h2[^>]*>Laptop<\/h2>/)
  assert.doesNotMatch(page.text, /jeszcze nie/)
  const opened = (await auditOf(place)).findLast(({ event }) => event === 'session.opened')
  assert.equal(opened?.actor_id, person.id)
  assert.equal(opened?.detail, '{"way":"passkey"}')
})

test('after signing in by passkey one lands where one wanted, never on another site', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  for (const [next, expected] of [
    ['/praca/audyt', '/praca/audyt'],
    ['//evil.example', '/praca'],
  ] as const) {
    const visitor = place.visitor()
    const sent = device.sign(await challengeFor(place, visitor), handleOf(person))
    assert.equal((await visitor.post('/logowanie/klucz', { ...sent, dalej: next })).location, expected)
  }
})

test('a signature that was taken is refused when it is sent again', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const { visitor, sent, answer } = await enter(place, person, device)
  assert.equal(answer.status, 303)
  const again = await visitor.post('/logowanie/klucz', { ...sent })
  assert.equal(again.status, 422)
  assert.match(again.text, /Ten klucz dostępu nie otwiera konta/)
  assert.deepEqual(await refusalsOf(place), ['no-challenge'])
})

test('of ten times the same signature at once, one opens a session', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const visitor = place.visitor()
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person))
  const twins = Array.from({ length: 9 }, () => place.visitor())
  for (const twin of twins) twin.cookies.set('__Host-passkey', visitor.cookies.get('__Host-passkey')!)
  const answers = await Promise.all([visitor, ...twins].map((one) => one.post('/logowanie/klucz', { ...sent })))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
})

test('a signature for the challenge of another browser is refused', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const [one, other] = [place.visitor(), place.visitor()]
  const sent = device.sign(await challengeFor(place, one), handleOf(person))
  await challengeFor(place, other)
  assert.equal((await other.post('/logowanie/klucz', { ...sent })).status, 422)
  assert.equal((await place.visitor().post('/logowanie/klucz', { ...sent })).status, 422)
  assert.deepEqual(await refusalsOf(place), ['another-challenge', 'no-challenge'])
})

test('a challenge is void after five minutes', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const visitor = place.visitor()
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person))
  place.deps.clock.now = place.deps.now().add({ minutes: challengeMinutes })
  assert.equal((await visitor.post('/logowanie/klucz', { ...sent })).status, 422)
  assert.deepEqual(await refusalsOf(place), ['no-challenge'])
})

test('every wrong signature gets the same page, and its reason is in the audit only', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const answers = [
    await enter(place, person, device, { origin: 'https://evil.example' }),
    await enter(place, person, device, { host: 'evil.example' }),
    await enter(place, person, device, { flags: 0x01 }),
    await enter(place, person, aDevice()),
  ]
  assert.equal(new Set(answers.map(({ answer }) => `${answer.status} ${answer.text}`)).size, 1)
  assert.deepEqual(await refusalsOf(place), ['another-origin', 'another-host', 'not-verified', 'unknown-passkey'])
})

test('a passkey of one centre opens nothing at another, whatever it signs there', async () => {
  const [one, other] = [await aWorkplace(), await aWorkplace()]
  const { person, device } = await someone(one)
  assert.equal((await enter(other, person, device)).answer.status, 422)
  const visitor = other.visitor()
  const sent = device.sign({ ...(await challengeFor(other, visitor)), host: one.centre.host }, handleOf(person))
  assert.equal((await visitor.post('/logowanie/klucz', { ...sent })).status, 422)
  const carried = one.visitor()
  const asked = await challengeFor(one, carried)
  const stranger = other.visitor()
  stranger.cookies.set('__Host-passkey', carried.cookies.get('__Host-passkey')!)
  assert.equal((await stranger.post('/logowanie/klucz', { ...device.sign(asked, handleOf(person)) })).status, 422)
  assert.deepEqual(await refusalsOf(other), ['unknown-passkey', 'unknown-passkey', 'no-challenge'])
})

test('a device whose count goes back is locked out for good, and its person is told', async () => {
  const place = await aWorkplace()
  const { browser, person, device } = await someone(place)
  assert.equal((await enter(place, person, device, { signCount: 5 })).answer.status, 303)
  assert.equal((await enter(place, person, device, { signCount: 5 })).answer.status, 422)
  assert.equal((await enter(place, person, device, { signCount: 9 })).answer.status, 422)
  assert.deepEqual(await refusalsOf(place), ['count-went-back', 'suspended'])
  assert.match((await browser.get(passkeysPath)).text, /Ktoś mógł skopiować ten klucz/)
})

test('a removed passkey, and one of a disabled account, open nothing', async () => {
  const place = await aWorkplace()
  const { browser, person, device } = await someone(place)
  const gone = await someone(place)
  const id = /klucze\/([\w-]{36})\/usuniecie/.exec((await browser.get(passkeysPath)).text)![1]!
  assert.equal((await gone.browser.post(`${passkeysPath}/${id}/usuniecie`)).location, passkeysPath)
  assert.equal((await enter(place, person, device)).answer.status, 303, 'nobody else removes it')
  const events = () => place.centre.work(eventsIn)
  assert.equal((await events()).filter((event) => event === 'passkey.added').length, 2)
  assert.ok(!(await events()).includes('passkey.removed'))
  await browser.post(`${passkeysPath}/${id}/usuniecie`)
  assert.ok((await events()).includes('passkey.removed'))
  assert.equal((await enter(place, person, device)).answer.status, 422)
  const { browser: admin } = await place.signedIn('administrator')
  await admin.submit(`/praca/konta/${gone.person.id}`, {}, 'Wyłącz konto')
  assert.equal((await enter(place, gone.person, gone.device)).answer.status, 422)
  assert.deepEqual(await refusalsOf(place), ['unknown-passkey', 'disabled'])
})

test('from one address nobody asks for challenges without end', async () => {
  const visitor = (await aWorkplace()).visitor()
  const ask = async () => (await visitor.post('/logowanie/klucz/wyzwanie')).status
  for (let asked = 0; asked < 300; asked += 1) assert.equal(await ask(), 200)
  assert.equal(await ask(), 429)
})

test('at an address that is not the centre’s own nobody is offered a passkey or signed in by one', async () => {
  const place = await aWorkplace()
  const { browser, person, device } = await someone(place)
  const elsewhere = { host: 'evil.example', origin: 'http://evil.example' }
  const { tenants } = place.deps
  Object.assign(place.deps, { tenants: { ...tenants, find: () => tenants.find(place.centre.host) } })
  const visitor = place.visitor()
  assert.doesNotMatch((await visitor.get('/logowanie', elsewhere)).text, /data-passkey/)
  assert.equal((await visitor.post('/logowanie/klucz/wyzwanie', {}, elsewhere)).status, 404)
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person))
  assert.equal((await visitor.post('/logowanie/klucz', { ...sent }, elsewhere)).status, 404)
  assert.doesNotMatch((await browser.get(passkeysPath, elsewhere)).text, /klucze\/nowy/)
})

test('a flood of wrong signatures from one address is stopped', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const visitor = place.visitor()
  const statuses = new Map<number, number>()
  for (let count = 0; count < 65; count += 1) {
    const { status } = await visitor.post('/logowanie/klucz', { credentialId: 'x' })
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
  }
  assert.deepEqual(
    [...statuses],
    [
      [422, 60],
      [429, 5],
    ],
  )
  place.deps.clock.now = place.deps.now().add({ minutes: 16 })
  assert.equal((await enter(place, person, device)).answer.status, 303)
})
