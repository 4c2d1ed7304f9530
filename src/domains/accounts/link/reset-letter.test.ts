import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace } from '#test/accounts-site.ts'
import { askForPassword, lettersOf, pathIn, resetLinkFor } from '#test/letters.ts'
import { siteOf } from './access-link.ts'

test('three letters an hour to one address, from unknown browsers; then everyone who asks is told to wait', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  for (const email of [person.email, 'nobody@cus.example.org']) {
    const answers = await Promise.all(Array.from({ length: 5 }, () => askForPassword(place.visitor(), email)))
    assert.equal(answers.filter(({ status }) => status === 303).length, 3, email)
    assert.equal(answers.filter(({ status }) => status === 429).length, 2, email)
  }
  assert.equal((await lettersOf(place)).length, 3)
  assert.equal(
    (await askForPassword(browser, person.email)).status,
    303,
    'the browser they sign in from has a measure of its own',
  )
  place.deps.clock.now = place.deps.now().add({ minutes: 61 })
  assert.equal((await askForPassword(place.visitor(), person.email)).status, 303)
})

test('what is no address is said at the field', async () => {
  const place = await aWorkplace()
  for (const email of ['', 'nobody', 'a b@c', `${'a'.repeat(200)}@example.org`]) {
    const answer = await askForPassword(place.visitor(), email)
    assert.equal(answer.status, 422, email)
    assert.match(answer.text, /href="#email">Wpisz adres/)
  }
})

test('neither the token nor its address stands in the database in clear', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  const [links, mails] = await place.centre.work(async (tx) => [
    await tx.db.selectFrom('access_link').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
    await tx.db.selectFrom('mail').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
  ])
  const token = path.slice(-32)
  for (const rows of [links, mails]) {
    assert.equal(rows.length, 1)
    const text = JSON.stringify(rows, (_key, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    assert.ok(!text.includes(token) && !text.includes(Buffer.from(token, 'hex').toString('latin1')))
  }
})

test('a letter leads to the site from the settings, whatever host a request names', () => {
  assert.equal(siteOf('https://cus.example.pl', 1, 'evil.example'), 'https://cus.example.pl')
  assert.equal(siteOf('https://splot.example.pl', 3, 'torun.example.pl'), 'https://torun.example.pl')
  assert.equal(siteOf('http://localhost:3000', 2, 'torun.localhost:3000'), 'http://torun.localhost:3000')
})

test('the letter and the pages speak the language of who asked', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const subjects = { uk: 'Новий пароль', en: 'New password' }
  for (const [lang, subject] of Object.entries(subjects)) {
    place.deps.clock.now = place.deps.now().add({ seconds: 1 })
    await place.visitor().post(`/${lang}/logowanie/haslo`, { email: person.email })
    const [letter] = await lettersOf(place)
    assert.equal(letter?.subject, subject)
    assert.ok(pathIn(letter).startsWith(`/${lang}/logowanie/haslo/`))
    assert.equal((await place.visitor().get(pathIn(letter))).status, 200)
  }
})
