import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { anApplication, aReport, someAnswers, someApplication } from '#test/casework-builders.ts'
import { aMunicipality } from '#test/casework-site.ts'
import { hiddenFields, type Answer } from '#test/support.ts'

const nasty = [
  '\0',
  '%',
  '\\',
  "'; drop table person; --",
  '<script>',
  '９９９',
  '-1',
  '1e9',
  '9'.repeat(20),
  'ż'.repeat(6000),
  '\uD800',
]

/** Strings that people and attackers type: nothing, much, controls, half letters, quotes, other scripts, numbers. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ' ', ...nasty),
  fc.integer().map(String),
)
const anyValue = fc.oneof(anyText, fc.array(anyText, { maxLength: 3 }))

/** The fields of a form with any of them replaced, and some that the form doesn't have. */
const anyFields = (known: Record<string, string>) =>
  fc
    .record({
      changed: fc.dictionary(fc.constantFrom(...Object.keys(known)), anyValue),
      added: fc.dictionary(fc.string({ maxLength: 12 }), anyValue, { maxKeys: 2 }),
    })
    .map(({ changed, added }) => ({ ...known, ...added, ...changed }))

/** Each field in turn takes each of the nasty texts, the others stay good. */
const oneNasty = (known: Record<string, string>): Record<string, string>[] =>
  Object.keys(known).flatMap((name) => nasty.map((text) => ({ ...known, [name]: text })))

const runs = { numRuns: 25 }
const neverFails = ({ status, text }: Answer) => assert.ok(status < 500, `${status}: ${text.slice(0, 600)}`)

const publicForms: [path: string, fields: Record<string, string>][] = [
  ['/potrzebuje-pomocy/dla-kogo', { reporter: 'carer', powrot: '' }],
  ['/potrzebuje-pomocy/kto-zglasza', { reporterName: 'Jan', reporterRelation: '', reporterPhone: '' }],
  ['/potrzebuje-pomocy/co-sie-dzieje', { words: 'Pomocy', situation: 'caring' }],
  ['/potrzebuje-pomocy/kogo-dotyczy', { givenName: 'A', familyName: 'B', birthYear: '1950' }],
  ['/potrzebuje-pomocy/kontakt', { contactWay: 'phone', phone: '600100200', email: '', contactNote: '' }],
  ['/potrzebuje-pomocy/gdzie-mieszka', { district: '', address: '' }],
  ['/potrzebuje-pomocy/dodatkowo', { pesel: '', language: 'pl', accessNeeds: '', forgetPesel: '' }],
  ['/potrzebuje-pomocy/sprawdz', { _key: '' }],
  ['/moja-sprawa', { code: '1234567890123456', year: '1950' }],
]

test('nothing typed into a public form makes it fail', async () => {
  const municipality = await aMunicipality()
  for (const [path, fields] of publicForms) {
    const browser = municipality.resident()
    for (const typed of oneNasty(fields)) neverFails(await browser.post(path, typed))
    await fc.assert(
      fc.asyncProperty(anyFields(fields), async (typed) => {
        neverFails(await browser.post(path, typed))
        neverFails(await browser.get('/potrzebuje-pomocy/sprawdz'))
      }),
      runs,
    )
  }
})

test('nothing typed into a form of the staff makes it fail', async () => {
  const municipality = await aMunicipality()
  const maria = await municipality.account('Maria Koordynatorska', 'plan-coordinator')
  const desk = municipality.staff(['front-desk'])
  const { id } = await aReport(municipality)
  const application = await anApplication(desk, (await aReport(municipality)).id, { coordinator: maria.id })
  const { personId } = await municipality.inTenant((tx) =>
    tx.db
      .selectFrom('application')
      .select('person_id as personId')
      .where('tenant_id', '=', tx.tenantId)
      .executeTakeFirstOrThrow(),
  )
  const details = { ...someAnswers, email: '', contactNote: '', district: '', address: '', pesel: '', version: '1' }
  const forms: [page: string, path: string, fields: Record<string, string>][] = [
    ['/praca/zgloszenia/nowe', '/praca/zgloszenia/nowe', { ...someAnswers, szkic: '' }],
    [`/praca/zgloszenia/${id}`, `/praca/zgloszenia/${id}/kontakt`, { version: '1', note: '' }],
    [
      `/praca/zgloszenia/${id}`,
      `/praca/zgloszenia/${id}/zamkniecie`,
      { version: '1', outcome: 'answered', closeReason: 'x', duplicateOf: '' },
    ],
    [
      '/praca/wnioski/nowy',
      '/praca/wnioski/nowy/szukaj',
      { givenName: 'A', familyName: 'B', birthYear: '', phone: '' },
    ],
    [
      `/praca/zgloszenia/${id}/wniosek`,
      `/praca/zgloszenia/${id}/wniosek`,
      { ...someApplication, version: '1', seen: '', coordinator: '' },
    ],
    [
      `/praca/wnioski/${application}`,
      `/praca/wnioski/${application}/koordynator`,
      { version: '2', coordinator: maria.id },
    ],
    [`/praca/osoby/${personId}`, `/praca/osoby/${personId}`, { ...details, rectificationReason: 'changed' }],
  ]
  for (const [page, path, fields] of forms) {
    const send = async (typed: Record<string, string | string[]>) => {
      const { _key: key = '' } = hiddenFields((await desk.get(page)).text)
      neverFails(await desk.post(path, { ...typed, _key: key }))
    }
    for (const typed of oneNasty(fields)) await send(typed)
    await fc.assert(fc.asyncProperty(anyFields(fields), send), { numRuns: 15 })
  }
})

test('no query makes a list or a page fail', async () => {
  const municipality = await aMunicipality()
  const staff = municipality.staff(['front-desk'])
  await anApplication(staff, (await aReport(municipality)).id)
  const names = fc.constantFrom('stan', 'strona', 'szukaj', 'koordynator', 'kanal', 'szkic', 'powrot')
  const paths = fc.constantFrom(
    '/praca/zgloszenia',
    '/praca/wnioski',
    '/praca/zgloszenia/nowe',
    '/praca/zgloszenia/nowe/odczytanie',
    '/potrzebuje-pomocy/kontakt',
    '/moja-sprawa',
  )
  await fc.assert(
    fc.asyncProperty(paths, fc.dictionary(names, anyText), async (path, query) => {
      neverFails(await staff.get(`${path}?${new URLSearchParams(query).toString()}`))
    }),
    { numRuns: 60 },
  )
})
