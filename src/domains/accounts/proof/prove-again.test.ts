import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, codeOf, type Person, type Workplace } from '#test/accounts-site.ts'
import type { Visitor } from '#test/support.ts'

const serious = '/praca/echo/powazne'
const typed = { _key: 'k'.repeat(22), words: 'Pani Ewa <i> "my"', need: ['a', 'b'] }

const later = ({ deps }: Workplace, time: Temporal.DurationLike) => {
  deps.clock.now = deps.now().add(time)
}

const prove = (place: Workplace, browser: Visitor, person: Person, more: Record<string, string> = {}) =>
  browser.post('/praca/potwierdzenie', { password: person.password, code: codeOf(person, place.deps), ...more })

test('for ten minutes after signing in nobody is asked, from then on everyone is', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  later(place, { minutes: 9, seconds: 59 })
  assert.equal((await browser.get(serious)).text, 'serious')
  later(place, { seconds: 1 })
  const answer = await browser.get(serious)
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/praca/potwierdzenie?dalej=%2Fpraca%2Fecho%2Fpowazne')
})

test('password and a new code lead on, under a new token, for another ten minutes', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  later(place, { minutes: 20 })
  const old = browser.cookies.get('__Host-session')!
  const { location } = await browser.get(serious)
  const answer = await browser.submit(location, { password: person.password, code: codeOf(person, place.deps) })
  assert.equal(answer.location, serious)
  assert.equal((await browser.get(serious)).text, 'serious')
  assert.notEqual(browser.cookies.get('__Host-session'), old)
  const thief = place.visitor()
  thief.cookies.set('__Host-session', old)
  assert.equal((await thief.get('/praca')).status, 303, 'the old token is worth nothing')
  later(place, { minutes: 10 })
  assert.equal((await browser.get(serious)).status, 303)
  assert.ok((await auditOf(place)).some(({ event }) => event === 'session.proven'))
})

test('what was typed waits and is sent after the proof, unchanged', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  later(place, { minutes: 11 })
  const led = await browser.post(serious, typed)
  assert.equal(led.location, '/praca/potwierdzenie?dalej=%2Fpraca%2Fdokoncz')
  assert.match((await browser.get(led.location)).text, /formularzu, czeka/)
  assert.equal((await prove(place, browser, person, { dalej: '/praca/dokoncz' })).location, '/praca/dokoncz')
  const sent = await browser.submit('/praca/dokoncz', { need: ['a', 'b'] }, 'Wyślij teraz')
  assert.deepEqual(JSON.parse(sent.text), typed)
  assert.match((await browser.get('/praca/dokoncz')).text, /Nic nie czeka/)
})

test('a wrong password, a wrong code, a used one and another person’s prove nothing', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  const other = await place.person('administrator')
  const used = { code: codeOf(person, place.deps) }
  const away = await prove(place, browser, person, used)
  assert.equal(away.status, 422, 'used when signing in')
  later(place, { minutes: 15 })
  const wrong = [
    { password: 'not the password' },
    { code: codeOf(person, place.deps, 5) },
    { code: codeOf(other, place.deps) },
    { password: other.password, code: codeOf(other, place.deps) },
    { password: '', code: '' },
  ]
  for (const fields of wrong) {
    const answer = await prove(place, browser, person, fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Hasło albo kod się nie zgadza/)
    assert.match(answer.text, /splot-header--staff/)
  }
  assert.equal((await browser.get(serious)).status, 303)
  const refused = (await auditOf(place)).filter(({ event }) => event === 'session.proof-refused')
  assert.equal(refused.length, wrong.length + 1)
  assert.equal(refused[0]!.actor_id, person.id)
})

test('ten wrong proofs in a quarter of an hour are the end of trying, right ones included', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  later(place, { minutes: 1 })
  const tries = Array.from({ length: 12 }, () => prove(place, browser, person, { password: 'guess guess guess' }))
  const statuses = (await Promise.all(tries)).map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 422).length, 10)
  assert.equal(statuses.filter((status) => status === 429).length, 2)
  assert.equal((await prove(place, browser, person)).status, 429)
  later(place, { minutes: 16 })
  assert.equal((await prove(place, browser, person)).status, 303)
})

test('who is signed out meanwhile signs in instead, and nobody is led off the site', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  later(place, { minutes: 1 })
  assert.equal((await prove(place, browser, person, { dalej: '//evil.example' })).location, '/praca')
  later(place, { hours: 2 })
  const answer = await prove(place, browser, person, { dalej: serious })
  assert.equal(answer.location, '/logowanie?dalej=%2Fpraca%2Fecho%2Fpowazne')
  assert.equal((await place.visitor().post('/praca/potwierdzenie', {})).location, '/logowanie?dalej=%2Fpraca')
})
