import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { parseNetworks } from '#platform/web-address.ts'
import { auditOf, aWorkplace, codeOf, type Person, type Workplace } from '#test/accounts-site.ts'
import { aForger, aRealProvider, walkThrough, type Forgery, type TestProvider } from '#test/identity-provider.ts'
import type { Answer, Visitor } from '#test/support.ts'

const settingsPath = '/praca/konta/logowanie-z-urzedu'
const ownPath = '/praca/moje-konto/konto-urzedu'
const begin = '/logowanie/konto-urzedu'

const opened: TestProvider[] = []
after(() => Promise.all(opened.map((provider) => provider.stop())))

/** Tokens bear the time of the machine, so the centre's clock is set to it. */
const aPlace = (inner = '127.0.0.1') =>
  aWorkplace({ now: Temporal.Now.instant().toString(), config: { innerNetworks: parseNetworks(inner)! } })

const settingsOf = ({ issuer, clientId, clientSecret }: TestProvider) => ({
  name: 'Urząd Miasta',
  issuer,
  'client-id': clientId,
  'client-secret': clientSecret,
  'matching-claim': 'none',
  'second-factor': 'amr-mfa',
  state: 'on',
})

async function configure(place: Workplace, provider: TestProvider, more: Record<string, string> = {}): Promise<Answer> {
  const { browser } = await place.signedIn('administrator')
  return browser.submit(settingsPath, { ...settingsOf(provider), ...more })
}

async function withRealProvider(more: Record<string, string> = {}) {
  const place = await aPlace()
  const provider = await aRealProvider(`http://${place.centre.host}/logowanie/konto-urzedu/powrot`)
  opened.push(provider)
  assert.equal((await configure(place, provider, more)).location, `${settingsPath}?zapisano=tak`)
  return { place, provider }
}

const pathOf = ({ pathname, search }: URL): string => pathname + search

/** Through the provider's pages and back to ours; gives what our page answered and how it was called. */
async function thereAndBack(browser: Visitor, address: string): Promise<{ back: string; answer: Answer }> {
  const back = pathOf(await walkThrough(address))
  return { back, answer: await browser.get(back) }
}

async function link(browser: Visitor): Promise<Answer> {
  const page = await browser.submit(ownPath, {}, 'Połącz konta')
  const address = /href="(http[^"]*)"[^>]*>Przejdź do logowania/.exec(page.text)![1]!.replaceAll('&amp;', '&')
  assert.equal(new URL(address).searchParams.get('prompt'), 'login', 'whoever is signed in there proves it again')
  return (await thereAndBack(browser, address)).answer
}

const reasons = async (place: Workplace) =>
  (await auditOf(place))
    .filter(({ event }) => event === 'session.refused')
    .map(({ detail }) => String(JSON.parse(detail).reason))

async function signInThere(place: Workplace, next = '') {
  const visitor = place.visitor()
  const led = await visitor.get(begin + next)
  return { visitor, ...(await thereAndBack(visitor, led.location)) }
}

test('who linked their office account enters with it, and with our code where the office asked for no second factor', async () => {
  const { place, provider } = await withRealProvider()
  const { browser, person } = await place.signedIn('front-desk', 'Dorota Próbna')
  provider.someone.now = { sub: 'office-1' }
  assert.equal((await link(browser)).location, `${ownPath}?polaczono=tak`)
  assert.match((await place.visitor().get('/logowanie')).text, /Zaloguj się kontem: Urząd Miasta/)
  const { visitor, answer } = await signInThere(place, '?dalej=%2Fpraca%2Faudyt')
  assert.equal(answer.location, `${begin}/kod`)
  assert.equal((await visitor.get('/praca')).status, 303, 'not in yet')
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await visitor.submit(`${begin}/kod`, { code: '000000' })).status, 422)
  const entered = await visitor.submit(`${begin}/kod`, { code: codeOf(person, place.deps) })
  assert.equal(entered.location, '/praca/audyt')
  assert.match((await visitor.get('/praca')).text, /Dzień dobry, Dorota Próbna/)
  const events = (await auditOf(place)).map(({ event, detail }) => `${event} ${detail}`)
  assert.ok(events.includes('session.opened {"way":"identity-provider-and-code"}'))
  assert.ok(events.includes('identity.linked {}'))
})

test('our code is not asked for when the office says that it checked a second factor', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1' }
  await link(browser)
  provider.someone.now = { sub: 'office-1', amr: ['pwd', 'mfa'] }
  assert.equal((await signInThere(place)).answer.location, '/praca')
  provider.someone.now = { sub: 'office-1', amr: ['pwd'] }
  assert.equal((await signInThere(place)).answer.location, `${begin}/kod`)
})

test('a level that the centre asks for stands for the second factor, and nothing else does', async () => {
  const { place, provider } = await withRealProvider({ 'second-factor': 'acr', acr: 'urn:office:two-factors' })
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1' }
  await link(browser)
  provider.someone.now = { sub: 'office-1', acr: 'urn:office:two-factors' }
  assert.equal((await signInThere(place)).answer.location, '/praca')
  provider.someone.now = { sub: 'office-1', amr: ['mfa'] }
  assert.equal((await signInThere(place)).answer.location, `${begin}/kod`)
})

test('where the centre always asks for its code, it is asked for', async () => {
  const { place, provider } = await withRealProvider({ 'second-factor': 'own-code' })
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1', amr: ['mfa'] }
  await link(browser)
  assert.equal((await signInThere(place)).answer.location, `${begin}/kod`)
})

test('an account that nobody linked opens nothing, though its address is a colleague’s', async () => {
  const { place, provider } = await withRealProvider()
  const person = await place.person('front-desk')
  provider.someone.now = { sub: 'stranger', email: person.email, amr: ['mfa'] }
  const { answer } = await signInThere(place)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /nie jest z niczym połączone/)
  assert.deepEqual(await reasons(place), ['not-linked'])
})

test('a colleague’s office account is not linked where the address must agree', async () => {
  const { place, provider } = await withRealProvider({ 'matching-claim': 'email' })
  const { browser, person } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-2', email: 'somebody.else@example.org' }
  assert.match((await link(browser)).text, /należy do kogoś innego/)
  provider.someone.now = { sub: 'office-2', email: person.email, emailVerified: false }
  assert.match((await link(browser)).text, /należy do kogoś innego/)
  provider.someone.now = { sub: 'office-2', email: person.email.toUpperCase() }
  assert.equal((await link(browser)).location, `${ownPath}?polaczono=tak`)
  assert.deepEqual(await reasons(place), ['another-person', 'another-person'])
})

test('one office account opens one account', async () => {
  const { place, provider } = await withRealProvider()
  const [one, other] = [await place.signedIn('front-desk'), await place.signedIn('director')]
  provider.someone.now = { sub: 'office-1', amr: ['mfa'] }
  await link(one.browser)
  assert.match((await link(other.browser)).text, /jest już połączone z innym/)
})

test('the way back counts once: the same answer again is refused, also with the cookie kept', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1', amr: ['mfa'] }
  await link(browser)
  const visitor = place.visitor()
  const led = await visitor.get(begin)
  const cookie = visitor.cookies.get('__Host-identity-provider')!
  const { back, answer } = await thereAndBack(visitor, led.location)
  assert.equal(answer.location, '/praca')
  assert.match((await visitor.get(back)).text, /Logowanie trwało za długo albo/)
  const thief = place.visitor()
  thief.cookies.set('__Host-identity-provider', cookie)
  const again = await thief.get(back)
  assert.equal(again.status, 422)
  assert.match(again.text, /był już użyty/)
  assert.deepEqual(await reasons(place), ['no-way-there', 'taken-already'])
})

test('a code is worth nothing in another browser, nor with the state of another one', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1', amr: ['mfa'] }
  await link(browser)
  const [one, other] = [place.visitor(), place.visitor()]
  const ways = [await one.get(begin), await other.get(begin)]
  const back = pathOf(await walkThrough(ways[0]!.location))
  assert.match((await place.visitor().get(back)).text, /w innej przeglądarce/)
  assert.match((await other.get(back)).text, /w innej karcie albo przeglądarce/)
  const mixed = place.visitor()
  const led = await mixed.get(begin)
  const state = new URL(led.location).searchParams.get('state')!
  const answer = await mixed.get(back.replace(/state=[^&]*/, `state=${state}`))
  assert.equal(answer.status, 422)
  assert.deepEqual(await reasons(place), ['no-way-there', 'another-state', 'refused-by-provider'])
})

test('the way there is void after ten minutes, at another centre, and when the settings change', async () => {
  const { place, provider } = await withRealProvider()
  const [late, changed] = [place.visitor(), place.visitor()]
  const [leds, elsewhere] = [[await late.get(begin), await changed.get(begin)], await aPlace()]
  const backs = await Promise.all(leds.map(async ({ location }) => pathOf(await walkThrough(location))))
  const carried = elsewhere.visitor()
  carried.cookies.set('__Host-identity-provider', late.cookies.get('__Host-identity-provider')!)
  assert.match((await carried.get(backs[0]!)).text, /w innej przeglądarce/)
  assert.equal((await configure(place, provider)).status, 303)
  assert.match((await changed.get(backs[1]!)).text, /wyłączone albo właśnie zmienione/)
  place.deps.clock.now = place.deps.now().add({ minutes: 10 })
  assert.match((await late.get(backs[0]!)).text, /trwało za długo/)
})

test('linking ends when another person has signed in meanwhile', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('front-desk')
  const { browser: other } = await place.signedIn('director')
  provider.someone.now = { sub: 'office-1' }
  const page = await browser.submit(ownPath, {}, 'Połącz konta')
  const address = /href="(http[^"]*)"[^>]*>Przejdź do logowania/.exec(page.text)![1]!.replaceAll('&amp;', '&')
  browser.cookies.set('__Host-session', other.cookies.get('__Host-session')!)
  assert.match((await thereAndBack(browser, address)).answer.text, /Zaloguj się hasłem i kodem/)
  assert.deepEqual(await reasons(place), ['signed-out'])
})

test('a disabled account, and one that was unlinked, can’t enter this way; new secrets unlink it too', async () => {
  const { place, provider } = await withRealProvider()
  const [one, two, three] = [
    await place.signedIn('front-desk'),
    await place.signedIn('director'),
    await place.signedIn('front-desk'),
  ]
  for (const [at, { browser }] of [one, two, three].entries()) {
    provider.someone.now = { sub: `office-${at}`, amr: ['mfa'] }
    await link(browser)
  }
  const { browser: admin } = await place.signedIn('administrator')
  await admin.submit(`/praca/konta/${one.person.id}`, {}, 'Wyłącz konto')
  await two.browser.submit(ownPath, {}, 'Rozłącz konta')
  await admin.submit(`/praca/konta/${three.person.id}`, {}, 'Nadaj nowe hasło i klucz')
  for (const at of [0, 1, 2]) {
    provider.someone.now = { sub: `office-${at}`, amr: ['mfa'] }
    assert.equal((await signInThere(place)).answer.status, 422)
  }
  assert.deepEqual(await reasons(place), ['disabled', 'not-linked', 'not-linked'])
  const unlinked = (await auditOf(place)).filter(({ event }) => event === 'identity.unlinked')
  assert.deepEqual(
    unlinked.map(({ detail }) => JSON.parse(detail).by),
    ['own', 'administrator'],
  )
})

test('who still owes the code when their account is unlinked does not enter', async () => {
  const { place, provider } = await withRealProvider()
  const { browser, person } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1' }
  await link(browser)
  const { visitor } = await signInThere(place)
  await browser.submit(ownPath, {}, 'Rozłącz konta')
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  const answer = await visitor.post(`${begin}/kod`, { code: codeOf(person, place.deps) })
  assert.equal(answer.status, 422)
})

test('the owed code is guessed at ten times, no more', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('front-desk')
  provider.someone.now = { sub: 'office-1' }
  await link(browser)
  const { visitor } = await signInThere(place)
  const statuses = []
  for (let at = 0; at < 11; at += 1) statuses.push((await visitor.post(`${begin}/kod`, { code: '123' })).status)
  assert.deepEqual(statuses, [...Array.from({ length: 10 }, () => 422), 429])
  assert.deepEqual(await reasons(place), [...Array.from({ length: 10 }, () => 'wrong'), 'too-many'])
})

test('from one address nobody comes back without end', async () => {
  const { place } = await withRealProvider()
  const visitor = place.visitor()
  const comeBack = async () => (await visitor.get(`${begin}/powrot?state=x`)).text
  for (let at = 0; at < 60; at += 1) assert.doesNotMatch(await comeBack(), /za dużo prób/)
  assert.match(await comeBack(), /za dużo prób/)
})

test('who breaks off at the office is told so', async () => {
  const { place } = await withRealProvider()
  const visitor = place.visitor()
  const led = new URL((await visitor.get(begin)).location)
  const iss = encodeURIComponent(led.origin)
  const answer = await visitor.get(
    `${begin}/powrot?error=access_denied&state=${led.searchParams.get('state')}&iss=${iss}`,
  )
  assert.match(answer.text, /Logowanie zostało przerwane/)
})

/** Somebody linked with `someone` at an issuer that says whatever it is told to. */
async function withForger(): Promise<{
  place: Workplace
  forger: Awaited<ReturnType<typeof aForger>>
  person: Person
}> {
  const place = await aPlace()
  const forger = await aForger()
  opened.push(forger)
  assert.equal((await configure(place, forger)).status, 303)
  const { browser, person } = await place.signedIn('front-desk')
  const page = await browser.submit(ownPath, {}, 'Połącz konta')
  const address = /href="(http[^"]*)"[^>]*>Przejdź do logowania/.exec(page.text)![1]!.replaceAll('&amp;', '&')
  assert.equal((await answered(browser, forger, address, {})).location, `${ownPath}?polaczono=tak`)
  return { place, forger, person }
}

/** The forger's answer to the way that begins at this address, with an honest nonce unless the forgery has another. */
async function answered(
  browser: Visitor,
  forger: Awaited<ReturnType<typeof aForger>>,
  address: string,
  { claims, ...forgery }: Forgery,
): Promise<Answer> {
  const asked = new URL(address).searchParams
  forger.forgery = { ...forgery, claims: { nonce: asked.get('nonce'), amr: ['mfa'], ...claims } }
  return browser.get(`${begin}/powrot?code=forged&state=${asked.get('state')}`)
}

const soon = () => Math.floor(Date.now() / 1000)

const forged: [fact: string, forgery: () => Forgery, reason: string][] = [
  ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 'wrong-issuer'],
  ['for another client', () => ({ claims: { aud: 'another-client' } }), 'wrong-audience'],
  ['for another client beside us', () => ({ claims: { aud: ['splot', 'b'], azp: 'b' } }), 'wrong-audience'],
  ['with another nonce', () => ({ claims: { nonce: 'another' } }), 'wrong-nonce'],
  ['without a nonce', () => ({ claims: { nonce: undefined } }), 'wrong-answer'],
  ['that has expired', () => ({ claims: { iat: soon() - 900, exp: soon() - 600 } }), 'expired'],
  ['that is not valid yet', () => ({ claims: { nbf: soon() + 600 } }), 'expired'],
  ['that never expires', () => ({ claims: { exp: undefined } }), 'wrong-answer'],
  ['without a subject', () => ({ claims: { sub: undefined } }), 'wrong-answer'],
  ['signed by another key', () => ({ signature: 'another-key' }), 'wrong-signature'],
  ['that nobody signed', () => ({ signature: 'none' }), 'wrong-signature'],
  ['signed with the client’s secret', () => ({ signature: 'secret' }), 'wrong-signature'],
]

test('no forged token opens anything: each is refused kindly, with its reason in the audit alone', async () => {
  const { place, forger } = await withForger()
  const enter = async (forgery: Forgery) => {
    const visitor = place.visitor()
    return answered(visitor, forger, (await visitor.get(begin)).location, forgery)
  }
  assert.equal((await enter({})).location, '/praca', 'an honest token does')
  assert.ok(forger.sent['code_verifier'], 'the code is bound to who began')
  for (const [fact, forgery] of forged) {
    const { status, text } = await enter(forgery())
    assert.equal(status, 422, `a token ${fact}`)
    assert.match(text, /Nie udało się wejść kontem urzędu|Logowanie trwało za długo/)
  }
  assert.deepEqual(
    await reasons(place),
    forged.map(([, , reason]) => reason),
  )
  const text = JSON.stringify(await auditOf(place))
  assert.ok(!text.includes('someone'), 'the audit does not say whom the issuer named')
})

test('an issuer that leads elsewhere is not followed', async () => {
  const { place, forger } = await withForger()
  for (const forgery of [
    { redirectTo: 'http://169.254.169.254/latest/meta-data' },
    { metadata: { token_endpoint: 'http://127.0.0.2:1/token' } },
    { metadata: { jwks_uri: 'https://evil.example/jwks' } },
    { metadata: { issuer: 'https://evil.example' } },
  ] satisfies Forgery[]) {
    const other = await aForger()
    opened.push(other)
    other.forgery = forgery
    const answer = await configure(place, other)
    if (answer.status === 422) continue
    const visitor = place.visitor()
    const led = await visitor.get(begin)
    assert.equal((await answered(visitor, other, led.location, forgery)).status, 422)
  }
  assert.ok(forger.issuer)
})

test('inner addresses are not asked unless the operator opened them', async () => {
  const forger = await aForger()
  opened.push(forger)
  const closed = await aPlace('')
  const answer = await configure(closed, forger)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Serwer pod tym adresem nie odpowiada/)
  assert.deepEqual(forger.sent, {})
})

test('the settings say what is wrong with them, and never show the secret again', async () => {
  const { place, provider } = await withRealProvider()
  const { browser } = await place.signedIn('administrator')
  const page = await browser.get(settingsPath)
  assert.ok(!page.text.includes(provider.clientSecret))
  assert.ok(page.text.includes(`http://${place.centre.host}/logowanie/konto-urzedu/powrot`))
  for (const issuer of [
    '',
    'ftp://a.example',
    'http://login.example',
    'https://a:b@login.example',
    'https://login.example/?x#y',
  ]) {
    const answer = await browser.submit(settingsPath, { ...settingsOf(provider), issuer })
    assert.equal(answer.status, 422, issuer)
    assert.match(answer.text, /href="#issuer">Wpisz adres/)
  }
  const acr = await browser.submit(settingsPath, { ...settingsOf(provider), 'second-factor': 'acr' })
  assert.match(acr.text, /href="#acr">Wpisz poziom/)
  const stale = await browser.submit(settingsPath, { ...settingsOf(provider), version: '7' })
  assert.match(stale.text, /Ktoś zmienił te ustawienia/)
  const kept = await browser.submit(settingsPath, { ...settingsOf(provider), 'client-secret': '', name: 'Starostwo' })
  assert.equal(kept.status, 303)
  provider.someone.now = { sub: 'nobody' }
  assert.match((await signInThere(place)).answer.text, /nie jest z niczym połączone/, 'the secret still works')
  const stored = await place.centre.work((tx) =>
    tx.db.selectFrom('identity_provider').selectAll().where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow(),
  )
  assert.ok(!stored.client_secret.toString('latin1').includes(provider.clientSecret))
})

test('switched off, it is neither offered nor used', async () => {
  const { place, provider } = await withRealProvider()
  assert.equal((await configure(place, provider, { state: 'off' })).status, 303)
  assert.doesNotMatch((await place.visitor().get('/logowanie')).text, /Zaloguj się kontem/)
  assert.equal((await place.visitor().get(begin)).status, 422)
  const { browser } = await place.signedIn('front-desk')
  assert.equal((await browser.post(ownPath)).status, 404)
})
