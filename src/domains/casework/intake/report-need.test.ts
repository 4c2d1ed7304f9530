import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peselCheckDigit } from '#platform/pesel.ts'
import { parseNetworks } from '#platform/web-address.ts'
import { aMunicipality, type Municipality } from '#test/casework-site.ts'
import type { Visitor } from '#test/support.ts'

const root = '/potrzebuje-pomocy'

/** Answers every question for oneself and stops at the check. */
async function answerAll(browser: Visitor, change: Record<string, Record<string, string | string[]>> = {}) {
  const answers: Record<string, Record<string, string | string[]>> = {
    'dla-kogo': { reporter: 'self' },
    'co-sie-dzieje': { words: 'Nie mam siły opiekować się mamą.', situation: 'caring' },
    'kogo-dotyczy': { givenName: 'Halina', familyName: 'Przykładowa', birthYear: '1961' },
    kontakt: { contactWay: 'phone', phone: '600 100 200' },
    'gdzie-mieszka': {},
    dodatkowo: { language: 'pl' },
    ...change,
  }
  let last = ''
  for (const [path, fields] of Object.entries(answers)) last = (await browser.post(`${root}/${path}`, fields)).location
  return last
}

const reportsOf = (municipality: Municipality) =>
  municipality.inTenant((tx) =>
    tx.db.selectFrom('need_report').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
  )

test('a resident answers page by page, checks, sends, and gets a code in groups of four', async () => {
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  assert.match((await browser.get(`${root}/dla-kogo`)).text, /Pytanie 1 z 7/)
  assert.equal(await answerAll(browser), `${root}/sprawdz`)
  const check = await browser.get(`${root}/sprawdz`)
  assert.match(check.text, /Nie mam siły opiekować się mamą\./)
  const sent = await browser.send(check, `${root}/sprawdz`)
  assert.equal(sent.status, 303)
  const done = await browser.get(sent.location)
  assert.match(done.text, /\d{4} \d{4} \d{4} \d{4}/)
  assert.match(done.text, /1961/)
  const [report, ...others] = await reportsOf(municipality)
  assert.equal(others.length, 0)
  assert.equal(report?.channel, 'web')
  assert.equal(report?.phone, '+48600100200')
  assert.equal(report?.clause_version, '2026-12-1')
})

test('the same check page sent twice is one report with one code', async () => {
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  await answerAll(browser)
  const check = await browser.get(`${root}/sprawdz`)
  const [first, second] = await Promise.all([
    browser.send(check, `${root}/sprawdz`),
    browser.send(check, `${root}/sprawdz`),
  ])
  assert.equal(first.location, `${root}/dziekujemy`)
  assert.equal(second.location, `${root}/dziekujemy`)
  assert.equal((await reportsOf(municipality)).length, 1)
  assert.match((await browser.get(`${root}/dziekujemy`)).text, /\d{4} \d{4} \d{4} \d{4}/)
})

test('a check page without its key, or with another form’s, shows no receipt but the answers again', async () => {
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  await answerAll(browser)
  for (const key of ['', 'no key']) {
    const answer = await browser.post(`${root}/sprawdz`, { _key: key })
    assert.equal(answer.status, 422)
    assert.match(answer.text, /Ta strona była otwarta zbyt długo/)
  }
  assert.deepEqual(await reportsOf(municipality), [])
})

test('an empty answer comes back with the error at its field and what was typed', async () => {
  const browser = (await aMunicipality()).resident()
  await browser.post(`${root}/dla-kogo`, { reporter: 'carer' })
  const answer = await browser.post(`${root}/kto-zglasza`, {
    reporterName: '',
    reporterRelation: 'córka',
    reporterPhone: '12',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#reporterName"/)
  assert.match(answer.text, /id="reporterName-error"/)
  assert.match(answer.text, /value="córka"/)
  assert.match(answer.text, /href="#reporterPhone"/)
})

test('a changed answer leads straight back to the check, and the others stay', async () => {
  const browser = (await aMunicipality()).resident()
  await answerAll(browser)
  const question = await browser.get(`${root}/kogo-dotyczy?powrot=sprawdz`)
  const changed = await browser.send(question, `${root}/kogo-dotyczy`, {
    givenName: 'Helena',
    familyName: 'Przykładowa',
    birthYear: '1962',
  })
  assert.equal(changed.location, `${root}/sprawdz`)
  const check = await browser.get(`${root}/sprawdz`)
  assert.match(check.text, /Helena/)
  assert.match(check.text, /600 100 200/)
})

test('saying that the help is for someone else asks who reports before the check', async () => {
  const browser = (await aMunicipality()).resident()
  await answerAll(browser)
  const changed = await browser.post(`${root}/dla-kogo`, { reporter: 'carer', powrot: 'sprawdz' })
  assert.equal(changed.location, `${root}/kto-zglasza?powrot=sprawdz`)
})

test('a PESEL is checked, shown masked, and kept sealed', async () => {
  const ten = '6101011234'
  const number = `${ten}${peselCheckDigit(ten)}`
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  const wrong = await answerAll(browser, { dodatkowo: { pesel: `${ten}${(peselCheckDigit(ten) + 1) % 10}` } })
  assert.equal(wrong, '')
  await browser.post(`${root}/dodatkowo`, { pesel: number })
  const check = await browser.get(`${root}/sprawdz`)
  assert.match(check.text, /\*{7}234\d/)
  assert.ok(!check.text.includes(number))
  await browser.send(check, `${root}/sprawdz`)
  const [report] = await reportsOf(municipality)
  assert.equal(report?.pesel_hash?.length, 32)
  assert.ok(report?.pesel_sealed && !report.pesel_sealed.includes(number))
})

test('one resident never sees the draft or the code of another', async () => {
  const municipality = await aMunicipality()
  const one = municipality.resident()
  await answerAll(one)
  const other = municipality.resident()
  assert.equal((await other.get(`${root}/sprawdz`)).location, `${root}/dla-kogo`)
  assert.match((await other.get(`${root}/dziekujemy`)).text, /tylko raz/)
})

test('the pages that can tell of violence have the way out', async () => {
  const browser = (await aMunicipality()).resident()
  assert.match((await browser.get(`${root}/co-sie-dzieje`)).text, /govuk-exit-this-page/)
  await browser.post(`${root}/co-sie-dzieje`, { words: 'Boję się męża.', situation: 'violence-crisis' })
  assert.match((await browser.get(`${root}/kontakt`)).text, /govuk-exit-this-page/)
})

test('an unknown question is not found', async () => {
  const browser = (await aMunicipality()).resident()
  assert.equal((await browser.get(`${root}/nic-takiego`)).status, 404)
  assert.equal((await browser.post(`${root}/nic-takiego`, {})).status, 404)
})

test('the report and its author are in the audit and in the history', async () => {
  const municipality = await aMunicipality()
  const browser = municipality.resident()
  await answerAll(browser)
  await browser.send(await browser.get(`${root}/sprawdz`), `${root}/sprawdz`)
  const { events, steps } = await municipality.inTenant(async (tx) => ({
    events: await tx.db
      .selectFrom('audit_event')
      .select(['event', 'actor_kind'])
      .where('tenant_id', '=', tx.tenantId)
      .execute(),
    steps: await tx.db
      .selectFrom('case_step')
      .select(['event', 'to_state', 'seq'])
      .where('tenant_id', '=', tx.tenantId)
      .execute(),
  }))
  assert.deepEqual(events, [{ event: 'report.received', actor_kind: 'anonymous' }])
  assert.deepEqual(steps, [{ event: 'report', to_state: 'new', seq: 1 }])
})

test('a flood of reports from one address is stopped with a phone number; others go on, and later so does it', async () => {
  const municipality = await aMunicipality()
  const reportFrom = async (address: string, headers: Record<string, string> = {}) => {
    const browser = municipality.resident()
    browser.address = address
    await answerAll(browser)
    return browser.send(await browser.get(`${root}/sprawdz`), `${root}/sprawdz`, {}, headers)
  }
  for (let sent = 0; sent < 20; sent += 1) assert.equal((await reportFrom('203.0.113.5')).status, 303)
  const refused = await reportFrom('203.0.113.5', { 'x-forwarded-for': '198.51.100.4' })
  assert.equal(refused.status, 429)
  assert.match(refused.text, /bardzo dużo zgłoszeń.*zadzwoń: 56 000 00 01/)
  assert.match(refused.text, /Nie mam siły/)
  assert.equal((await reportsOf(municipality)).length, 20)
  assert.equal((await reportFrom('203.0.113.6')).status, 303)
  municipality.at('2026-11-23T10:00:01Z')
  assert.equal((await reportFrom('203.0.113.5')).status, 303)
})

test('a trusted proxy tells the addresses behind it apart', async () => {
  const municipality = await aMunicipality({ config: { trustedProxies: parseNetworks('10.0.0.1')! } })
  const begin = (forwarded: string) => {
    const browser = municipality.resident()
    browser.address = '10.0.0.1'
    return browser.post(`${root}/dla-kogo`, { reporter: 'self' }, { 'x-forwarded-for': forwarded })
  }
  for (let begun = 0; begun < 100; begun += 1) assert.equal((await begin(`1.1.1.${begun}, 198.51.100.4`)).status, 303)
  assert.equal((await begin('198.51.100.4')).status, 429)
  assert.equal((await begin('198.51.100.5')).status, 303)
})

test('a made-up cookie begins no more drafts than none', async () => {
  const municipality = await aMunicipality()
  const begin = (n: number) => {
    const browser = municipality.resident()
    browser.cookies.set('__Host-draft', `made-up-${n}`)
    return browser.post(`${root}/dla-kogo`, { reporter: 'self' })
  }
  for (let begun = 0; begun < 100; begun += 1) await begin(begun)
  assert.equal((await begin(100)).status, 429)
})
