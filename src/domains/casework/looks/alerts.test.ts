import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recordAudit } from '#platform/audit.ts'
import { anAssignedApplication, aPlanTown, personOf } from '#test/plan-builders.ts'
import { findBusyHours, whyNotAlertDays, type Opening } from './alerts.ts'

const begin = Temporal.Instant.from('2026-11-23T08:00:00Z')

/** So many people opened one after another, evenly within these minutes. */
const openings = (count: number, minutes: number, accountId = 'a'): Opening[] =>
  Array.from({ length: count }, (_, n) => ({
    at: begin.add({ milliseconds: Math.floor((n * minutes * 60_000) / count) }),
    accountId,
    worker: 'Ewa Testowa',
    personId: `person ${n}`,
  }))

test('fifty people in an hour are a busy day, fifty-one are worth a question', () => {
  assert.deepEqual(findBusyHours(openings(50, 59)), [])
  const [alert, ...more] = findBusyHours(openings(51, 59))
  assert.equal(alert?.count, 51)
  assert.deepEqual(more, [])
})

test('an hour is sixty minutes wherever it begins, and no longer', () => {
  const shifted = openings(60, 55).map((one) => ({ ...one, at: one.at.add({ minutes: 35 }) }))
  assert.equal(findBusyHours(shifted)[0]?.count, 60)
  assert.deepEqual(findBusyHours(openings(60, 120)), [])
})

test('one person opened a hundred times is one, and two workers are counted apart', () => {
  const one = openings(100, 30).map((opening) => ({ ...opening, personId: 'the same' }))
  assert.deepEqual(findBusyHours(one), [])
  assert.deepEqual(findBusyHours([...openings(30, 30), ...openings(30, 30, 'b')]), [])
})

test('two busy stretches are two alerts', () => {
  const later = openings(70, 30).map((one) => ({ ...one, at: one.at.add({ hours: 5 }) }))
  assert.deepEqual(
    findBusyHours([...openings(60, 30), ...later]).map(({ count }) => count),
    [60, 70],
  )
})

test('days are asked for in their order, and not too many', () => {
  const day = Temporal.PlainDate.from('2026-11-23')
  assert.equal(whyNotAlertDays(day, day), undefined)
  assert.equal(whyNotAlertDays(day, day.subtract({ days: 1 })), 'backwards')
  assert.equal(whyNotAlertDays(day, day.add({ days: 91 })), undefined)
  assert.equal(whyNotAlertDays(day, day.add({ days: 92 })), 'too-long')
})

const path = '/praca/audyt/ostrzezenia'

test('the officer sees a record opened after its case ended, and none that was opened before', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  const officer = town.staff(['data-protection-officer'])
  await town.director.get(`/praca/wnioski/${application}`)
  assert.match((await officer.get(path)).text, /0 ostrzeżeń/)
  town.at('2026-11-24T09:00:00Z')
  await town.inTenant(async (tx) => {
    await tx.db
      .updateTable('application')
      .set({ state: 'closed' })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', application)
      .execute()
  })
  await town.director.get(`/praca/wnioski/${application}`)
  const { text } = await officer.get(path)
  assert.match(text, /1 ostrzeżenie</)
  assert.match(text, /Akta bez otwartej sprawy/)
  assert.match(text, /Hanna Dyrektorska/)
  assert.match(text, /CUS\/1\/2026/)
  assert.doesNotMatch(text, /Wierzbow|Sabina/)
})

test('the same surname is a hint, whatever its ending', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town, { familyName: 'Wierzbowska' })
  const namesake = town.staff(['director'], await town.account('Adam Wierzbowski', 'director'))
  await namesake.get(`/praca/wnioski/${application}`)
  await town.director.get(`/praca/wnioski/${application}`)
  const officer = town.staff(['data-protection-officer'])
  const { text } = await officer.get(`${path}?rodzaj=same-surname`)
  assert.match(text, /1 ostrzeżenie</)
  assert.match(text, /Adam Wierzbowski/)
})

test('who opened sixty people in an hour is found in the audit, across the full hour of the clock', async () => {
  const town = await aPlanTown()
  const actor = {
    kind: 'staff',
    accountId: town.organiserAccount.id,
    name: town.organiserAccount.name,
    roles: ['service-organiser'],
    deputyRoles: [],
  } as const
  for (let n = 0; n < 60; n += 1) {
    const minute = String((30 + n * 0.9) | 0)
    const at = Temporal.Instant.from('2026-11-23T08:00:00Z').add({ minutes: Number(minute) })
    town.at(at.toString())
    await town.inTenant(async (tx) => {
      tx.actor = actor
      recordAudit(tx, { event: 'plan.read', personId: `aaaaaaaa-0000-4000-8000-0000000000${String(n + 10)}` })
    })
  }
  const officer = town.staff(['data-protection-officer'])
  const { text } = await officer.get(`${path}?rodzaj=many-records`)
  assert.match(text, /Akta 60 osób w ciągu godziny\./)
  assert.match(text, /Piotr Organizatorski/)
  assert.match((await officer.get(`${path}?od=2026-11-24&do=2026-11-24`)).text, /0 ostrzeżeń/)
  const other = await officer.get(`${path}?kto=${town.directorAccount.id}`)
  assert.match(other.text, /0 ostrzeżeń/)
  assert.equal((await officer.get(`${path}?od=2026-11-24&do=2026-11-23`)).status, 422)
  assert.equal((await officer.get(`${path}?od=2026-13-45`)).status, 422)
})

test('meeting a restricted person is shown to the officer', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  const restriction = `/praca/osoby-chronione/${await personOf(town, application)}`
  const fields = { reason: 'violence', viewers: town.coordinatorAccount.id, note: '' }
  await town.director.submit(restriction, fields)
  const other = town.staff(['plan-coordinator'], await town.account('Ewa Ciekawska', 'plan-coordinator'))
  const glass = { purpose: 'violence', reason: 'Chcę zobaczyć, gdzie teraz mieszka.' }
  await other.submit(`/praca/dostep-awaryjny?sprawa=${application}`, glass)
  const officer = town.staff(['data-protection-officer'])
  const { text } = await officer.get(`${path}?rodzaj=kept-person`)
  assert.match(text, /Próba przy osobie chronionej/)
  assert.match(text, /Ewa Ciekawska/)
})
