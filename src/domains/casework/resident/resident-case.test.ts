import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newReceiptCode } from '#platform/receipt-code.ts'
import { anApplication, aReport } from '#test/casework-builders.ts'
import { aMunicipality } from '#test/casework-site.ts'
import { eventsIn, type Visitor } from '#test/support.ts'

const root = '/moja-sprawa'

const open = (browser: Visitor, code: string, year = '1961') => browser.post(root, { code, year })

test('the code and the year open a page that tells what happens, who does it and by when', async () => {
  const municipality = await aMunicipality()
  const maria = await municipality.account('Maria Koordynatorska', 'plan-coordinator')
  const { id, code } = await aReport(municipality)
  const browser = municipality.resident()
  assert.equal((await open(browser, code)).location, root)
  const before = await browser.get(root)
  assert.match(before.text, /Mamy Twoje zgłoszenie/)
  assert.match(before.text, /24 listopada 2026/)
  await anApplication(municipality.staff(['front-desk']), id, { coordinator: maria.id })
  const after = await browser.get(root)
  assert.match(after.text, /Maria Koordynatorska/)
  assert.match(after.text, /56 000 00 01/)
  assert.match(after.text, /23 grudnia 2026/)
  assert.match((await browser.get(`/uk${root}`)).text, /Вашу справу вже веде одна людина/)
})

test('the page names neither the person nor the need', async () => {
  const municipality = await aMunicipality()
  const { code } = await aReport(municipality, { situation: 'violence-crisis', words: 'Boję się męża.' })
  const browser = municipality.resident()
  await open(browser, code)
  const page = await browser.get(root)
  for (const secret of ['Halina', 'Przykładowa', 'Boję', 'Przemoc', '600 100', '600100'])
    assert.ok(!page.text.includes(secret), secret)
})

test('a wrong code and a wrong year get the same answer', async () => {
  const municipality = await aMunicipality()
  const { code } = await aReport(municipality)
  const browser = municipality.resident()
  const withoutTyped = (html: string) => html.replaceAll(/value="[^"]*"/g, '')
  const wrongYear = await open(browser, code, '1962')
  const wrongCode = await open(browser, newReceiptCode())
  assert.equal(wrongYear.status, 422)
  assert.equal(wrongCode.status, 422)
  assert.equal(withoutTyped(wrongYear.text), withoutTyped(wrongCode.text))
  assert.match((await browser.get(root)).text, /Kod zgłoszenia/)
})

test('after five wrong years even the right one is refused for an hour', async () => {
  const municipality = await aMunicipality()
  const { code } = await aReport(municipality)
  const browser = municipality.resident()
  const guesses = await Promise.all(['1950', '1951', '1952', '1953', '1954'].map((year) => open(browser, code, year)))
  assert.deepEqual(
    guesses.map(({ status }) => status),
    [422, 422, 422, 422, 422],
  )
  assert.equal((await open(browser, code)).status, 429)
  const refused = (await municipality.inTenant(eventsIn)).filter((event) => event.startsWith('resident-case.refused'))
  assert.deepEqual(refused, [...guesses.map(() => 'resident-case.refused wrong'), 'resident-case.refused too-many'])
  municipality.at('2026-11-23T10:00:01Z')
  assert.equal((await open(browser, code)).status, 303)
})

test('guesses at many codes from one address are stopped', async () => {
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  for (let guess = 0; guess < 30; guess += 1) await open(browser, newReceiptCode())
  assert.equal((await open(browser, newReceiptCode())).status, 429)
})

test('a mistyped code is told apart without counting as a guess', async () => {
  const municipality = await aMunicipality()
  const { code } = await aReport(municipality)
  const digits = code.replaceAll(' ', '')
  const mistyped = `${digits.slice(0, -1)}${(Number(digits.at(-1)) + 1) % 10}`
  const browser = municipality.resident()
  for (let time = 0; time < 6; time += 1) assert.match((await open(browser, mistyped)).text, /cyfra po cyfrze/)
  assert.equal((await open(browser, digits)).status, 303)
})

test('the page closes by itself after half an hour, and at once when asked', async () => {
  const municipality = await aMunicipality()
  const { code } = await aReport(municipality)
  const browser = municipality.resident()
  await open(browser, code)
  await browser.post(`${root}/zamkniecie`)
  assert.doesNotMatch((await browser.get(root)).text, /Mamy Twoje zgłoszenie/)
  await open(browser, code)
  municipality.at('2026-11-23T09:30:01Z')
  assert.doesNotMatch((await browser.get(root)).text, /Mamy Twoje zgłoszenie/)
})

test('a case of one municipality does not open in another', async () => {
  const { code } = await aReport(await aMunicipality())
  const other = (await aMunicipality()).resident()
  assert.equal((await open(other, code)).status, 422)
})

test('opening, reading and failing to open are in the audit', async () => {
  const municipality = await aMunicipality()
  const { id, code } = await aReport(municipality)
  const browser = municipality.resident()
  await open(browser, code, '1900')
  await open(browser, code)
  await browser.get(root)
  const events = await municipality.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['event', 'actor_kind', 'actor_id'])
      .where('tenant_id', '=', tx.tenantId)
      .where('event', 'like', 'resident-case.%')
      .orderBy('seq')
      .execute(),
  )
  assert.deepEqual(events, [
    { event: 'resident-case.refused', actor_kind: 'anonymous', actor_id: null },
    { event: 'resident-case.opened', actor_kind: 'resident', actor_id: id },
    { event: 'resident-case.read', actor_kind: 'resident', actor_id: id },
  ])
})

test('a report that was closed says so without saying why', async () => {
  const municipality = await aMunicipality()
  const { id, code } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const path = `/praca/zgloszenia/${id}`
  await desk.send(await desk.get(path), `${path}/zamkniecie`, { outcome: 'not-for-us', closeReason: 'Sprawa sądu.' })
  const browser = municipality.resident()
  await open(browser, code)
  const page = await browser.get(root)
  assert.match(page.text, /Zakończyliśmy to zgłoszenie/)
  assert.ok(!page.text.includes('Sprawa sądu'))
})
