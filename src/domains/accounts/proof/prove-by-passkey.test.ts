import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditOf, aWorkplace, codeOf, type Workplace } from '#test/accounts-site.ts'
import { add, askedOf, handleOf } from '#test/passkeys-site.ts'
import { aDevice } from '#test/software-device.ts'

const serious = '/praca/echo/powazne'
const path = '/praca/potwierdzenie'

/** Somebody with a passkey whose last proof was twenty minutes ago. */
async function someone(place: Workplace) {
  const { browser, person } = await place.signedIn('administrator')
  const device = aDevice()
  await add(place, browser, device)
  place.deps.clock.now = place.deps.now().add({ minutes: 20 })
  const sign = async (by = browser, of = person.id) =>
    device.sign(askedOf(place, await by.post(`${path}/klucz/wyzwanie`)), handleOf({ id: of }), {})
  return { browser, person, device, sign }
}

test('a passkey proves it again: on with the form that waited, under a new token', async () => {
  const place = await aWorkplace()
  const { browser, sign } = await someone(place)
  const old = browser.cookies.get('__Host-session')
  const led = await browser.post(serious, { _key: 'k'.repeat(22), words: 'x' })
  const page = await browser.get(led.location)
  assert.match(page.text, /Potwierdź kluczem dostępu/)
  assert.match(page.text, /kodów zapasowych/)
  const answer = await browser.post(`${path}/klucz`, { ...(await sign()), dalej: '/praca/dokoncz' })
  assert.equal(answer.location, '/praca/dokoncz')
  assert.notEqual(browser.cookies.get('__Host-session'), old)
  assert.equal((await browser.get(serious)).text, 'serious')
  const proven = (await auditOf(place)).findLast(({ event }) => event === 'session.proven')
  assert.equal(proven?.detail, '{"way":"passkey"}')
})

test('who has no passkey for this address is not offered one', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const { text } = await browser.get(path)
  assert.doesNotMatch(text, /kluczem dostępu/)
  assert.match(text, /kodów zapasowych/)
})

test('another person’s passkey, one signature twice, and one for signing in prove nothing', async () => {
  const place = await aWorkplace()
  const mine = await someone(place)
  const other = await place.signedIn('administrator')
  const theirs = aDevice()
  await add(place, other.browser, theirs)
  const challenge = askedOf(place, await mine.browser.post(`${path}/klucz/wyzwanie`))
  const strange = await mine.browser.post(`${path}/klucz`, {
    ...theirs.sign(challenge, handleOf(other.person), {}),
  })
  assert.equal(strange.status, 422)
  assert.match(strange.text, /Ten klucz dostępu nie potwierdza/)
  assert.match(strange.text, /Potwierdź kluczem dostępu/, 'and it is offered again')
  const forSigningIn = askedOf(place, await mine.browser.post('/logowanie/klucz/wyzwanie'))
  const wrong = mine.device.sign(forSigningIn, handleOf(mine.person), {})
  assert.equal((await mine.browser.post(`${path}/klucz`, { ...wrong })).status, 422)
  assert.equal((await mine.browser.get(serious)).status, 303)
  const sent = await mine.sign()
  assert.equal((await mine.browser.post(`${path}/klucz`, { ...sent })).status, 303)
  assert.equal((await mine.browser.post(`${path}/klucz`, { ...sent })).status, 422)
  const reasons = (await auditOf(place))
    .filter(({ event }) => event === 'session.proof-refused')
    .map(({ detail }) => JSON.parse(detail).reason)
  assert.deepEqual(reasons, ['another-account', 'no-challenge', 'no-challenge'])
})

test('a challenge is the session’s own, and who is signed out gets none', async () => {
  const place = await aWorkplace()
  const { browser, person, sign } = await someone(place)
  assert.equal((await place.visitor().post(`${path}/klucz/wyzwanie`)).location, '/logowanie')
  const second = place.visitor()
  await second.post('/logowanie', { email: person.email, password: person.password, code: codeOf(person, place.deps) })
  const sent = await sign(browser)
  assert.equal((await second.post(`${path}/klucz`, { ...sent })).status, 422)
  assert.equal((await place.visitor().post(`${path}/klucz`, { ...sent })).location, '/logowanie?dalej=%2Fpraca')
})

test('from one address nobody asks for challenges without end', async () => {
  const place = await aWorkplace()
  const { browser } = await someone(place)
  const ask = async () => (await browser.post(`${path}/klucz/wyzwanie`)).status
  for (let asked = 0; asked < 300; asked += 1) assert.equal(await ask(), 200)
  assert.equal(await ask(), 429)
})
