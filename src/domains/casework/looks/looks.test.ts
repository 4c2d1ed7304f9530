import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anApplication, aReport, someAnswers } from '#test/casework-builders.ts'
import { anAssignedApplication, aPlanTown, recognise } from '#test/plan-builders.ts'
import { groupLooks, lookAim, type Look } from './looks.ts'
import { looksText } from './text.ts'

const aLook = (at: string, change: Partial<Look> = {}): Look => ({
  occurredAt: Temporal.Instant.from(at),
  event: 'application.read',
  actorId: 'a',
  actorName: 'Ewa Testowa',
  actorRole: 'plan-coordinator',
  section: null,
  purpose: null,
  isEmergency: false,
  ...change,
})

test('looks are told by day of Poland and role, the newest day first', () => {
  const groups = groupLooks(
    [
      aLook('2026-11-23T09:00:00Z'),
      aLook('2026-11-23T10:00:00Z', { event: 'plan.read', actorId: 'b', actorName: 'Jan Drugi' }),
      // Half past midnight in Poland.
      aLook('2026-11-23T23:30:00Z'),
      aLook('2026-11-23T10:00:00Z', { actorRole: 'director' }),
    ],
    { named: false },
  )
  assert.deepEqual(
    groups.map(({ day, role, times, name }) => [day.toString(), role, times, name]),
    [
      ['2026-11-24', 'plan-coordinator', 1, undefined],
      ['2026-11-23', 'director', 1, undefined],
      ['2026-11-23', 'plan-coordinator', 2, undefined],
    ],
  )
  assert.deepEqual(groups[2]!.aims, ['application', 'plan'])
})

test('asked for by name, two of one role are two', () => {
  const looks = [aLook('2026-11-23T09:00:00Z'), aLook('2026-11-23T09:00:00Z', { actorId: 'b', actorName: 'Jan Drugi' })]
  assert.deepEqual(
    groupLooks(looks, { named: true }).map(({ name }) => name),
    ['Ewa Testowa', 'Jan Drugi'],
  )
})

test('an emergency stands apart from an ordinary look', () => {
  const emergency = { isEmergency: true, purpose: 'violence' }
  const groups = groupLooks([aLook('2026-11-23T09:00:00Z'), aLook('2026-11-23T09:00:00Z', emergency)], { named: false })
  assert.deepEqual(new Set(groups.map((group) => group.emergency)), new Set(['violence', undefined]))
})

test('a look that nobody has named yet is one of those who guard the data', () => {
  assert.equal(lookAim(aLook('2026-12-01T09:00:00Z', { event: 'something-new.read' })), 'protection')
})

test('the Polish numbers are said as people say them', () => {
  const { times } = looksText.pl
  assert.deepEqual([1, 2, 5, 22].map(times), [
    'Otwarto 1 raz.',
    'Otwarto 2 razy.',
    'Otwarto 5 razy.',
    'Otwarto 22 razy.',
  ])
})

const opened = (year: string, code: string) => ({ code, year })

test('the resident reads by the code who looked, by function, without their own visits', async () => {
  const town = await aPlanTown()
  const { id, code } = await aReport(town)
  const desk = town.staff(['front-desk'], await town.account('Danuta Okienkowa', 'front-desk'))
  const resident = town.resident()
  await resident.submit('/moja-sprawa', opened(someAnswers.birthYear, code))
  await desk.get(`/praca/zgloszenia/${id}`)
  const early = await resident.get('/moja-sprawa/kto-zagladal')
  assert.match(early.text, /poniedziałek, 23 listopada 2026/)
  assert.match(early.text, /odpowiedź na zgłoszenie/)
  const application = await anApplication(desk, id)
  await town.director.get(`/praca/wnioski/${application}/rozpoznanie/health-and-functioning`)
  const { text } = await resident.get('/moja-sprawa/kto-zagladal')
  assert.match(text, /Pierwszy kontakt/)
  assert.match(text, /Dyrektor centrum/)
  assert.match(text, /rozpoznanie potrzeb \(Zdrowie i funkcjonowanie\)/)
  assert.match(text, /przygotowanie i prowadzenie planu/)
  assert.doesNotMatch(text, /Danuta|Hanna|Dyrektorska|mieszkaniec/)
  assert.match((await resident.get('/uk/moja-sprawa/kto-zagladal')).text, /Хто переглядав вашу справу/)
  assert.match((await resident.get('/en/moja-sprawa/kto-zagladal')).text, /Who looked at your case/)
})

test('without an open case the page leads to where the code is typed', async () => {
  const town = await aPlanTown()
  assert.equal((await town.resident().get('/moja-sprawa/kto-zagladal')).location, '/moja-sprawa')
})

test('an emergency is told to the person and handed out by the officer, with names only when asked', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  await recognise(town, application)
  const other = town.staff(['plan-coordinator'], await town.account('Ewa Zastępcza', 'plan-coordinator'))
  const glass = { purpose: 'life-or-health', reason: 'Sąsiad nie widział jej od trzech dni.' }
  await other.submit(`/praca/dostep-awaryjny?sprawa=${application}`, glass)
  const officer = town.staff(['data-protection-officer'])
  const personId = await town.inTenant(async (tx) => {
    const row = await tx.db
      .selectFrom('application')
      .select('person_id')
      .where('tenant_id', '=', tx.tenantId)
      .executeTakeFirstOrThrow()
    return row.person_id
  })
  const path = `/praca/audyt/sprawa/${personId}/kto-zagladal`
  const { text } = await officer.get(path)
  assert.match(text, /Dostęp awaryjny: Zagrożenie życia albo zdrowia\./)
  const inEmergency = text.slice(text.indexOf('Dostęp awaryjny: Zagrożenie'))
  const aim = /Po co\s*<\/dt>\s*<dd[^>]*>\s*([^<]*)/.exec(inEmergency)?.[1]
  assert.match(aim ?? '', /^dostęp awaryjny\. Otwarto/, 'and nobody was handling the application')
  const journal = await officer.get(`/praca/audyt/sprawa/${personId}`)
  assert.match(journal.text, /dostęp awaryjny: Zagrożenie życia albo zdrowia/)
  assert.match(text, /Dotyczy: CUS\/1\/2026/)
  const main = text.slice(text.indexOf('<main'))
  assert.doesNotMatch(main, /Zastępcza|Koordynatorska|Wierzbow/)
  assert.match((await officer.get(`${path}?nazwiska=tak`)).text, /Ewa Zastępcza, Koordynator/)
  const nobody = path.replace(personId, 'aaaaaaaa-0000-4000-8000-00000000000f')
  assert.equal((await officer.get(nobody)).status, 404)
})
