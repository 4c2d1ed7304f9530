import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, enter, type Workplace } from '#test/accounts-site.ts'
import type { Visitor } from '#test/support.ts'

const key = 'k'.repeat(22)
const typed = { _key: key, words: 'Pani Ewa potrzebuje <opieki & "rozmowy"', need: ['a', 'b'], empty: '' }

/** A form sent an hour too late. */
async function sentTooLate(
  place: Workplace,
): Promise<{ browser: Visitor; person: Awaited<ReturnType<Workplace['person']>> }> {
  const { browser, person } = await place.signedIn('plan-coordinator')
  place.deps.clock.now = place.deps.now().add({ hours: 2 })
  const answer = await browser.post('/praca/echo', typed)
  assert.equal(answer.location, '/logowanie?dalej=%2Fpraca%2Fdokoncz')
  return { browser, person }
}

const drafts = (place: Workplace) =>
  place.centre.work((tx) => tx.db.selectFrom('form_draft').selectAll().where('tenant_id', '=', tx.tenantId).execute())

test('what was typed after the session ended is sent after signing in, unchanged', async () => {
  const place = await aWorkplace()
  const { browser, person } = await sentTooLate(place)
  assert.equal((await enter(browser, person, place.deps, { dalej: '/praca/dokoncz' })).location, '/praca/dokoncz')
  const page = await browser.get('/praca/dokoncz')
  assert.match(page.text, /Dokończ wysyłanie/)
  const inputs = [...page.text.matchAll(/<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g)]
  const unescaped = (value: string) => value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  assert.deepEqual(
    inputs.map(([, name, value]) => [name, unescaped(value ?? '')]),
    [
      ['_key', key],
      ['words', typed.words],
      ['need', 'a'],
      ['need', 'b'],
      ['empty', ''],
    ],
  )
  const sent = await browser.submit('/praca/dokoncz', { need: ['a', 'b'] }, 'Wyślij teraz')
  assert.deepEqual(JSON.parse(sent.text), typed)
  assert.equal((await drafts(place)).length, 0)
  assert.match((await browser.get('/praca/dokoncz')).text, /Nic nie czeka/)
})

test('after signing out in another window the form is kept too', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('plan-coordinator')
  await browser.post('/wylogowanie', {})
  assert.match((await browser.post('/praca/echo', typed)).location, /dokoncz/)
  assert.equal((await drafts(place)).length, 1)
})

test('the form of one person is not shown to another who signs in from the same browser', async () => {
  const place = await aWorkplace()
  const { browser, person } = await sentTooLate(place)
  await enter(browser, await place.person('director'), place.deps)
  assert.match((await browser.get('/praca/dokoncz')).text, /Nic nie czeka/)
  await browser.post('/praca/dokoncz', {})
  assert.equal((await drafts(place)).length, 1, 'nor thrown away by them')
  assert.ok(person)
})

test('a form can be thrown away instead', async () => {
  const place = await aWorkplace()
  const { browser, person } = await sentTooLate(place)
  await enter(browser, person, place.deps)
  assert.equal((await browser.submit('/praca/dokoncz', {}, 'Nie wysyłaj')).location, '/praca')
  assert.equal((await drafts(place)).length, 0)
})

test('nothing is kept for a browser that never signed in here', async () => {
  const place = await aWorkplace()
  const stranger = place.visitor()
  stranger.cookies.set('__Host-session', 'A'.repeat(43))
  stranger.cookies.set('__Host-device', `${'A'.repeat(22)}.${'B'.repeat(22)}.${'C'.repeat(22)}`)
  assert.equal((await stranger.post('/praca/echo', typed)).location, '/logowanie')
  assert.equal((await drafts(place)).length, 0)
})

test('only forms of the workplace are kept', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('plan-coordinator')
  place.deps.clock.now = place.deps.now().add({ hours: 2 })
  await browser.post('/wylogowanie', typed)
  await browser.post('/praca/dokoncz', typed)
  assert.equal((await drafts(place)).length, 0)
})

test('what waits is sealed, as it may hold a password', async () => {
  const place = await aWorkplace()
  await sentTooLate(place)
  assert.doesNotMatch(JSON.stringify(await drafts(place)), /Ewa|Pani|opieki/)
})
