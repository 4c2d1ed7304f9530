import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditOf, aWorkplace, type Person, type Workplace } from '#test/accounts-site.ts'
import { aDevice, type Otherwise, type SoftwareDevice } from '#test/software-device.ts'
import { eventsIn, type Answer, type Visitor } from '#test/support.ts'
import { userHandleOf, type Asked } from './ceremony.ts'
import { challengeMinutes, mostPasskeys } from './passkey.ts'

const path = '/praca/moje-konto/klucze'

const askedOf = (place: Workplace, answer: Answer): Asked => ({
  challenge: Buffer.from(JSON.parse(answer.text).challenge, 'base64url'),
  origin: `http://${place.centre.host}`,
  host: place.centre.host,
})

/** Adds the device's passkey on the page for it, as the script does. */
async function add(place: Workplace, browser: Visitor, device: SoftwareDevice, otherwise: Otherwise = {}) {
  const page = await browser.get(`${path}/nowy`)
  const asked = askedOf(place, await browser.post(`${path}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: _, ...made } = device.make(asked, otherwise)
  return browser.send(page, path, { name: 'Laptop', ...made })
}

/** Somebody with a passkey on a device. */
async function someone(place: Workplace) {
  const { browser, person } = await place.signedIn('front-desk')
  const device = aDevice()
  assert.equal((await add(place, browser, device)).location, path)
  return { browser, person, device }
}

async function challengeFor(place: Workplace, visitor: Visitor): Promise<Asked> {
  return askedOf(place, await visitor.post('/logowanie/klucz/wyzwanie'))
}

const handleOf = (person: Person) => userHandleOf(person.id)

async function enter(place: Workplace, person: Person, device: SoftwareDevice, otherwise: Otherwise = {}) {
  const visitor = place.visitor()
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person), otherwise)
  return { visitor, sent, answer: await visitor.post('/logowanie/klucz', { ...sent }) }
}

const reasons = async (place: Workplace) =>
  (await auditOf(place))
    .filter(({ event }) => event === 'session.refused')
    .map(({ detail }) => String(JSON.parse(detail).reason))

test('a passkey opens the workplace, and the page says when it was used', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const { visitor, answer } = await enter(place, person, device)
  assert.equal(answer.location, '/praca')
  const page = await visitor.get(path)
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
  assert.deepEqual(await reasons(place), ['no-challenge'])
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
  assert.deepEqual(await reasons(place), ['another-challenge', 'no-challenge'])
})

test('a challenge is void after five minutes', async () => {
  const place = await aWorkplace()
  const { person, device } = await someone(place)
  const visitor = place.visitor()
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person))
  place.deps.clock.now = place.deps.now().add({ minutes: challengeMinutes })
  assert.equal((await visitor.post('/logowanie/klucz', { ...sent })).status, 422)
  assert.deepEqual(await reasons(place), ['no-challenge'])
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
  assert.deepEqual(await reasons(place), ['another-origin', 'another-host', 'not-verified', 'unknown-passkey'])
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
  assert.deepEqual(await reasons(other), ['unknown-passkey', 'unknown-passkey', 'no-challenge'])
})

test('a device whose count goes back is locked out for good, and its person is told', async () => {
  const place = await aWorkplace()
  const { browser, person, device } = await someone(place)
  assert.equal((await enter(place, person, device, { signCount: 5 })).answer.status, 303)
  assert.equal((await enter(place, person, device, { signCount: 5 })).answer.status, 422)
  assert.equal((await enter(place, person, device, { signCount: 9 })).answer.status, 422)
  assert.deepEqual(await reasons(place), ['count-went-back', 'suspended'])
  assert.match((await browser.get(path)).text, /Ktoś mógł skopiować ten klucz/)
})

test('a removed passkey, and one of a disabled account, open nothing', async () => {
  const place = await aWorkplace()
  const { browser, person, device } = await someone(place)
  const gone = await someone(place)
  const id = /klucze\/([\w-]{36})\/usuniecie/.exec((await browser.get(path)).text)![1]!
  assert.equal((await gone.browser.post(`${path}/${id}/usuniecie`)).location, path)
  assert.equal((await enter(place, person, device)).answer.status, 303, 'nobody else removes it')
  const events = () => place.centre.work(eventsIn)
  assert.equal((await events()).filter((event) => event === 'passkey.added').length, 2)
  assert.ok(!(await events()).includes('passkey.removed'))
  await browser.post(`${path}/${id}/usuniecie`)
  assert.ok((await events()).includes('passkey.removed'))
  assert.equal((await enter(place, person, device)).answer.status, 422)
  const { browser: admin } = await place.signedIn('administrator')
  await admin.submit(`/praca/konta/${gone.person.id}`, {}, 'Wyłącz konto')
  assert.equal((await enter(place, gone.person, gone.device)).answer.status, 422)
  assert.deepEqual(await reasons(place), ['unknown-passkey', 'disabled'])
})

test('from one address nobody asks for challenges without end', async () => {
  const visitor = (await aWorkplace()).visitor()
  const ask = async () => (await visitor.post('/logowanie/klucz/wyzwanie')).status
  for (let asked = 0; asked < 300; asked += 1) assert.equal(await ask(), 200)
  assert.equal(await ask(), 429)
})

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
  const id = /klucze\/([\w-]{36})\/nazwa/.exec((await browser.get(path)).text)![1]!
  assert.equal((await other.post(`${path}/${id}/nazwa`, { [`name-${id}`]: 'Cudzy' })).status, 404)
  const empty = await browser.post(`${path}/${id}/nazwa`, { [`name-${id}`]: ' ' })
  assert.equal(empty.status, 422)
  assert.match(empty.text, new RegExp(`href="#name-${id}">Wpisz nazwę klucza`))
  assert.equal((await browser.post(`${path}/${id}/nazwa`, { [`name-${id}`]: 'Telefon' })).location, path)
  assert.match((await browser.get(path)).text, /<h2[^>]*>Telefon<\/h2>/)
})

test('a new passkey must answer the challenge of this session, once', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const { browser: other } = await place.signedIn('front-desk')
  const device = aDevice()
  const page = await browser.get(`${path}/nowy`)
  const asked = askedOf(place, await browser.post(`${path}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: _, ...made } = device.make(asked)
  const stolen = await other.send(await other.get(`${path}/nowy`), path, { name: 'Laptop', ...made })
  assert.equal(stolen.status, 422)
  assert.equal((await add(place, browser, aDevice(), { origin: 'https://evil.example' })).status, 422)
  const fresh = askedOf(place, await browser.post(`${path}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: __, ...again } = device.make(fresh)
  assert.equal((await browser.send(page, path, { name: 'Laptop', ...again })).location, path)
  assert.equal((await browser.send(page, path, { name: 'Laptop', ...again })).location, path, 'sent twice')
  assert.equal((await browser.get(path)).text.match(/<h2[^>]*>Laptop/g)?.length, 1)
  const replayed = await browser.send(await browser.get(`${path}/nowy`), path, { name: 'Laptop', ...again })
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
    assert.equal((await add(place, browser, aDevice())).location, path)
  }
  assert.equal((await browser.post(`${path}/wyzwanie`, { name: 'Laptop' })).status, 422)
  const answer = await browser.send(await browser.get(`${path}/nowy`), path, { name: 'Laptop' })
  assert.match(answer.text, /Masz już 10 kluczy/)
})

test('adding or removing a passkey wants a recent proof of both factors', async () => {
  const place = await aWorkplace()
  const { browser } = await someone(place)
  const id = /klucze\/([\w-]{36})\/usuniecie/.exec((await browser.get(path)).text)![1]!
  place.deps.clock.now = place.deps.now().add({ minutes: 15 })
  for (const answer of [
    await browser.get(`${path}/nowy`),
    await browser.post(`${path}/wyzwanie`, { name: 'Laptop' }),
    await browser.post(path, { name: 'Laptop' }),
    await browser.post(`${path}/${id}/usuniecie`),
  ]) {
    assert.match(answer.location, /^\/praca\/potwierdzenie/)
  }
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
  assert.doesNotMatch((await browser.get(path, elsewhere)).text, /klucze\/nowy/)
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
