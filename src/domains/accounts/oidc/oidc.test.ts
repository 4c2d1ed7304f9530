import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditOf, codeOf, refusalsOf } from '#test/accounts-site.ts'
import { walkThrough } from '#test/identity-provider.ts'
import {
  aPlace,
  begin,
  configure,
  link,
  ownPath,
  pathOf,
  signInThere,
  thereAndBack,
  withRealProvider,
} from '#test/office-accounts.ts'

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
  assert.deepEqual(await refusalsOf(place), ['not-linked'])
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
  assert.deepEqual(await refusalsOf(place), ['another-person', 'another-person'])
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
  assert.deepEqual(await refusalsOf(place), ['no-way-there', 'taken-already'])
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
  assert.deepEqual(await refusalsOf(place), ['no-way-there', 'another-state', 'refused-by-provider'])
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
  assert.deepEqual(await refusalsOf(place), ['signed-out'])
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
  assert.deepEqual(await refusalsOf(place), ['disabled', 'not-linked', 'not-linked'])
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
  assert.deepEqual(await refusalsOf(place), [...Array.from({ length: 10 }, () => 'wrong'), 'too-many'])
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
