import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, enter, type Workplace } from '#test/accounts-site.ts'
import { lettersOf } from '#test/letters.ts'
import type { Answer, Visitor } from '#test/support.ts'
import { isRecoveryCode, newRecoveryCodes } from './recovery-code.ts'

const path = '/praca/moje-konto/kody'

const codesOn = (page: Answer): string[] =>
  [...page.text.matchAll(/<code>(\d{4} \d{4} \d{4})<\/code>/g)].map(([, code]) => code!)

const made = async (browser: Visitor): Promise<string[]> => codesOn(await browser.submit(path, {}))

async function withCodes(place: Workplace) {
  const { browser, person } = await place.signedIn('front-desk')
  return { browser, person, codes: await made(browser) }
}

test('ten different codes of twelve digits are shown once', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  assert.match((await browser.get('/praca/moje-konto')).text, /Nie masz jeszcze kodów/)
  const form = await browser.get(path)
  const shown = await browser.send(form, path)
  assert.equal(new Set(codesOn(shown)).size, 10)
  assert.equal(shown.headers.get('cache-control'), 'no-store')
  const again = await browser.send(form, path)
  assert.equal(again.location, path, 'a second click leads to the page without them')
  assert.deepEqual(codesOn(await browser.get(path)), [])
  assert.match((await browser.get(path)).text, /Zostało 10 kodów/)
  const audit = (await auditOf(place)).filter(({ event }) => event === 'recovery-codes.renewed')
  assert.equal(audit.length, 1)
})

test('a code stands in for the phone, once; its person is told by letter and how many are left', async () => {
  const place = await aWorkplace()
  const { person, codes } = await withCodes(place)
  const visitor = place.visitor()
  assert.equal((await enter(visitor, person, place.deps, { code: codes[3]! })).location, '/praca')
  assert.equal((await enter(place.visitor(), person, place.deps, { code: codes[3]! })).status, 422)
  assert.match((await visitor.get(path)).text, /Zostało 9 kodów/)
  const letter = (await lettersOf(place)).find(({ text }) => text.includes('kod zapasowy został użyty'))
  assert.match(letter!.text, /Zostało jeszcze 9 kodów/)
  assert.equal(letter!.to, person.email)
  const used = (await auditOf(place)).filter(({ event }) => event === 'recovery-code.used')
  assert.deepEqual(
    used.map(({ detail }) => detail),
    ['{"left":9}'],
  )
})

test('of nine requests that send one code at once, one gets in', async () => {
  const place = await aWorkplace()
  const { person, codes } = await withCodes(place)
  const answers = await Promise.all(
    Array.from({ length: 9 }, () => enter(place.visitor(), person, place.deps, { code: codes[0]! })),
  )
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
})

test('nine codes sent at once are nine sessions, and each is used up', async () => {
  const place = await aWorkplace()
  const { browser, person, codes } = await withCodes(place)
  const send = () => Promise.all(codes.slice(0, 9).map((code) => enter(place.visitor(), person, place.deps, { code })))
  assert.deepEqual(new Set((await send()).map(({ status }) => status)), new Set([303]))
  assert.deepEqual(new Set((await send()).map(({ status }) => status)), new Set([422]))
  assert.match((await browser.get(path)).text, /Został 1 kod/)
})

test('a code without the password, of somebody else, or of a disabled account opens nothing and stays', async () => {
  const place = await aWorkplace()
  const { person, codes } = await withCodes(place)
  const other = await withCodes(place)
  const visitor = place.visitor()
  assert.equal(
    (await enter(visitor, person, place.deps, { code: codes[0]!, password: 'not the password' })).status,
    422,
  )
  assert.equal((await enter(visitor, other.person, place.deps, { code: codes[0]! })).status, 422)
  const { browser: admin } = await place.signedIn('administrator')
  await admin.submit(`/praca/konta/${person.id}`, {}, 'Wyłącz konto')
  assert.equal((await enter(visitor, person, place.deps, { code: codes[0]! })).status, 422)
  await admin.submit(`/praca/konta/${person.id}`, {}, 'Włącz konto')
  assert.equal((await enter(visitor, person, place.deps, { code: codes[0]! })).location, '/praca')
})

test('new codes end the old ones, and making them wants a recent proof', async () => {
  const place = await aWorkplace()
  const { browser, person, codes } = await withCodes(place)
  place.deps.clock.now = place.deps.now().add({ minutes: 11 })
  assert.match((await browser.post(path, {})).location, /^\/praca\/potwierdzenie/)
  assert.match((await browser.get(path)).location, /^\/praca\/potwierdzenie/)
  const proof = { password: person.password, code: codes[1]! }
  assert.equal((await browser.post('/praca/potwierdzenie', { ...proof, dalej: path })).location, path)
  const renewed = await made(browser)
  assert.equal(renewed.length, 10)
  const code = codes[2]!
  assert.equal((await enter(place.visitor(), person, place.deps, { code })).status, 422)
  assert.equal((await enter(place.visitor(), person, place.deps, { code: renewed[0]! })).status, 303)
})

test('a code serves with the link for a new password too', async () => {
  const place = await aWorkplace()
  const { person, codes } = await withCodes(place)
  await place.visitor().post('/logowanie/haslo', { email: person.email })
  const letter = (await lettersOf(place)).find(({ subject }) => subject === 'Nowe hasło')
  const link = /\/logowanie\/haslo\/[0-9a-f]{32}/.exec(letter!.text)![0]
  const password = 'cztery losowe słowa razem'
  const fields = { 'new-password': password, again: password, code: codes[5]! }
  assert.equal((await place.visitor().post(link, fields)).status, 303)
  const signedIn = await enter(place.visitor(), { ...person, password }, place.deps, { code: codes[5]! })
  assert.equal(signedIn.status, 422, 'used up by that')
})

test('no code stands in the database in clear', async () => {
  const place = await aWorkplace()
  const { codes } = await withCodes(place)
  const rows = await place.centre.work((tx) =>
    tx.db.selectFrom('recovery_code').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.equal(rows.length, 10)
  const text = JSON.stringify(rows)
  for (const code of codes) assert.ok(!text.includes(code.replaceAll(' ', '')))
})

test('a code is told from a code of the phone by its length, however it is typed', () => {
  for (const code of newRecoveryCodes()) {
    assert.ok(
      isRecoveryCode(code) && isRecoveryCode(code.replaceAll(' ', '')) && isRecoveryCode(code.replaceAll(' ', '-')),
    )
  }
  for (const code of ['', '123456', '12345678901', '1234567890123', '1234 5678 901a']) assert.ok(!isRecoveryCode(code))
})
