import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, codeOf, enter, type Person, type Workplace } from '#test/accounts-site.ts'
import { lettersOf } from '#test/letters.ts'
import { eventsIn, hiddenFields, type Visitor } from '#test/support.ts'
import { codeAtStep, stepAt } from '../totp.ts'

const own = '/praca/moje-konto'
const fresh = 'cztery losowe słowa razem'

const later = ({ deps }: Workplace, time: Temporal.DurationLike) => {
  deps.clock.now = deps.now().add(time)
}

const isIn = async (browser: Visitor) => (await browser.get('/praca')).status === 200

/** A second browser of the same person. */
async function elsewhere(place: Workplace, person: Person, userAgent?: string): Promise<Visitor> {
  later(place, { seconds: 30 })
  const browser = place.visitor()
  const { email, password } = person
  const headers = userAgent ? { 'user-agent': userAgent } : {}
  await browser.post('/logowanie', { email, password, code: codeOf(person, place.deps) }, headers)
  return browser
}

const change = (browser: Visitor, person: Person, more: Record<string, string> = {}) =>
  browser.post(`${own}/haslo`, { current: person.password, 'new-password': fresh, again: fresh, ...more })

test('a changed password signs out everywhere else, and the person is told', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const other = await elsewhere(place, person)
  const answer = await change(browser, person)
  assert.equal(answer.location, `${own}?zapisano=tak`)
  assert.match((await browser.get(answer.location)).text, /Inne urządzenia zostały wylogowane/)
  assert.ok(!(await isIn(other)))
  later(place, { seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  assert.equal((await enter(place.visitor(), { ...person, password: fresh }, place.deps)).status, 303)
  assert.match((await lettersOf(place))[0]!.text, /nowe hasło/)
  assert.ok((await auditOf(place)).some(({ event }) => event === 'password.changed'))
})

test('the old password is asked for, and guessing it is slowed down', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const mistakes: [Record<string, string>, RegExp][] = [
    [{ current: 'not the password' }, /href="#current">To nie jest Twoje obecne hasło/],
    [{ again: 'coś innego' }, /href="#again">Hasła się różnią/],
    [{ 'new-password': 'krótkie', again: 'krótkie' }, /href="#new-password">Hasło jest za krótkie/],
  ]
  for (const [fields, expected] of mistakes) {
    const answer = await change(browser, person, fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, expected)
    assert.match(answer.text, /splot-header--staff/)
  }
  const guesses = Array.from({ length: 12 }, () => change(browser, person, { current: 'guess guess guess' }))
  const statuses = (await Promise.all(guesses)).map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 422).length, 9, 'one was wrong before')
  assert.equal((await change(browser, person)).status, 429)
})

test('the page of the password wants a recent proof, the form a not too old one, and nobody else sends it', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  later(place, { minutes: 9 })
  assert.equal((await browser.get(`${own}/haslo`)).status, 200)
  later(place, { minutes: 11 })
  assert.match((await browser.get(`${own}/haslo`)).location, /^\/praca\/potwierdzenie/)
  assert.match((await change(browser, person)).location, /^\/praca\/potwierdzenie/)
  assert.match((await change(place.visitor(), person)).location, /^\/logowanie/)
})

test('another phone works at once, the old one no more, and everywhere else they are signed out', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const other = await elsewhere(place, person)
  const page = await browser.get(`${own}/telefon`)
  const secret = /<code>([A-Z2-7 ]{20,})<\/code>/.exec(page.text)![1]!.replaceAll(' ', '')
  const code = (away = 0) => codeAtStep(secret, stepAt(place.deps.now()) + away)
  const send = (fields: Record<string, string>) =>
    browser.post(`${own}/telefon`, { ...hiddenFields(page.text), ...fields })
  const wrong = await send({ code: codeOf(person, place.deps) })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /href="#code">Kod się nie zgadza/)
  assert.equal((await send({ code: code() })).location, `${own}?zapisano=tak`)
  assert.ok((await isIn(browser)) && !(await isIn(other)))
  assert.equal((await enter(place.visitor(), { ...person, secret }, place.deps)).status, 422, 'the code is used up')
  later(place, { seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  assert.equal((await enter(place.visitor(), { ...person, secret }, place.deps)).status, 303)
  assert.match((await lettersOf(place))[0]!.text, /nową aplikację z kodami/)
  assert.ok((await place.centre.work(eventsIn)).includes('authenticator.changed'))
})

test('one’s sessions are listed in words, this one marked; each can be ended, or all', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0'
  const other = await elsewhere(place, person, firefox)
  const page = await browser.get(own)
  const rows = page.text.match(/<tr[\s\S]*?<\/tr>/g)!.slice(1)
  assert.equal(rows.length, 2)
  assert.match(rows[0]!, /Firefox, Windows/)
  assert.doesNotMatch(rows[0]!, /to urządzenie/)
  assert.match(rows[1]!, /nieznana przeglądarka[\s\S]*to urządzenie/)
  const names = [...page.text.matchAll(/Zakończ <span class="govuk-visually-hidden">([^<]+)</g)].map(([, name]) => name)
  assert.match(names[0]!, /^sesję: Firefox, Windows, od: \d+ \S+ \d{4}, \d\d:\d\d$/)
  assert.equal(new Set(names).size, 2, 'each button is heard by its row')
  assert.doesNotMatch(page.text, /Mozilla|rv:145|127\.0\.0\.1/)
  assert.equal((await browser.submit(own, {}, 'sesję: Firefox')).location, own)
  assert.ok((await isIn(browser)) && !(await isIn(other)))
  const third = await elsewhere(place, person)
  const answer = await browser.submit(own, {}, 'Wyloguj wszędzie')
  assert.equal(answer.location, '/logowanie?wylogowano=tak')
  assert.ok(!(await isIn(browser)) && !(await isIn(third)))
  const events = (await auditOf(place)).map(({ event }) => event)
  assert.ok(events.includes('session.ended') && events.includes('session.closed-everywhere'))
})

test('a session of somebody else is not ended from one’s own page', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const { browser: theirs } = await place.signedIn('administrator')
  const [id] = /(?<=sesje\/)[0-9a-f-]{36}/.exec((await theirs.get(own)).text)!
  assert.equal((await browser.post(`${own}/sesje/${id}/koniec`)).location, own)
  assert.ok(await isIn(theirs))
})

test('an administrator sees who is signed in and ends a session, which the audit tells', async () => {
  const place = await aWorkplace()
  const { browser: admin, person: administrator } = await place.signedIn('administrator', 'Paweł Zarządca')
  const { browser, person } = await place.signedIn('front-desk', 'Dorota Próbna')
  const elsewhereCentre = await aWorkplace()
  await elsewhereCentre.signedIn('front-desk', 'Ktoś Obcy')
  const page = await admin.get('/praca/konta/sesje')
  assert.match(page.text, /2 sesje/)
  assert.equal((await place.centre.work(eventsIn)).at(-1), 'session.read')
  assert.match(page.text, /Dorota Próbna/)
  assert.doesNotMatch(page.text, /Ktoś Obcy/)
  const answer = await admin.submit('/praca/konta/sesje', {}, 'sesję: Dorota Próbna')
  assert.equal(answer.location, '/praca/konta/sesje')
  assert.ok(!(await isIn(browser)))
  const ended = (await auditOf(place)).find(({ event }) => event === 'session.ended')
  assert.equal(ended?.actor_id, administrator.id)
  assert.equal(ended.subject_id, person.id)
  later(place, { minutes: 11 })
  assert.match((await admin.post(`/praca/konta/sesje/${person.id}/koniec`)).location, /potwierdzenie/)
})
