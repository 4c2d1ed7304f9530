import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newFormKey } from '#platform/form-keys.ts'
import { findPlanForResident } from '../resident/resident-queries.ts'
import { day, errorsIn, fillIn, hiddenIn } from '#test/case-forms.ts'
import {
  aDraftPlan,
  agree,
  anAssignedApplication,
  aPlanThatIs,
  aPlanTown,
  decide,
  lineIdsIn,
  needIdsIn,
  planRow,
  press,
  recognise,
  someAgreement,
  someLine,
  somePeriod,
  submit,
  write,
  type PlanTown,
} from '#test/plan-builders.ts'

test('coordination of two months makes a plan only with a reason (R-IPUS-01)', async () => {
  const town = await aPlanTown()
  const applicationId = await anAssignedApplication(town)
  await recognise(town, applicationId, { months: '2' })
  const path = `/praca/wnioski/${applicationId}/plan`
  const without = await fillIn(town.coordinator, { page: path, action: path }, { shortReason: ' ' })
  assert.equal(without.status, 422)
  assert.match(errorsIn(without.text), /co najmniej 3 miesiące/)
  assert.match(without.text, /href="#shortReason"/)
  const made = await fillIn(town.coordinator, { page: path, action: path }, { shortReason: 'Trzy urzędy naraz' })
  assert.equal(made.status, 303)
  assert.match((await town.coordinator.get(made.location)).text, /Trzy urzędy naraz/)
})

test('before the recognition there is no plan to begin, and those who only read are told so', async () => {
  const town = await aPlanTown()
  const applicationId = await anAssignedApplication(town)
  const path = `/praca/wnioski/${applicationId}/plan`
  for (const browser of [town.coordinator, town.director, town.organiser]) {
    const page = await browser.get(path)
    assert.equal(page.status, 200)
    assert.match(page.text, /Nie ma jeszcze planu/)
    assert.ok(!page.text.includes('<form action="/praca'))
  }
  const forced = await town.coordinator.post(path, { _key: newFormKey(), version: '2' })
  assert.equal(forced.status, 409)
  assert.match(errorsIn(forced.text), /dokończ rozpoznanie/)
})

test('a plan of a year and a day is refused with everything kept (R-IPUS-03)', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'draft')
  const path = `/praca/plany/${id}/ustalenia`
  const change = { ...somePeriod, ...day('endsOn', '2027-12-02'), ownCommitments: 'Coś ważnego' }
  const refused = await fillIn(town.coordinator, { page: path, action: path }, change)
  assert.equal(refused.status, 422)
  assert.match(errorsIn(refused.text), /najwyżej rok/)
  assert.match(refused.text, /Coś ważnego/)
  assert.match(refused.text, /value="2027"/)
  assert.equal((await planRow(town, id)).ends_on, null)
  const year = await fillIn(
    town.coordinator,
    { page: path, action: path },
    { ...change, ...day('endsOn', '2027-12-01') },
  )
  assert.equal(year.status, 303)
})

test('every mistake of a line stands at its field, and nothing is stored', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'draft')
  const at = `/praca/plany/${id}`
  const [needId = ''] = needIdsIn((await town.coordinator.get(at)).text)
  const send = (change: Record<string, string>) =>
    fillIn(town.coordinator, { page: `${at}/uslugi/nowa`, action: `${at}/uslugi` }, { ...someLine, needId, ...change })
  await fillIn(town.coordinator, { page: `${at}/ustalenia`, action: `${at}/ustalenia` }, somePeriod)
  const mistakes: [Record<string, string>, string][] = [
    [{ needId: 'nothing' }, 'needId'],
    [{ service: '' }, 'service'],
    [{ service: 'other', otherName: ' ' }, 'otherName'],
    [{ service: '00000000-0000-0000-0000-000000000000' }, 'service'],
    [{ amount: '0' }, 'amount'],
    [{ amount: 'dużo' }, 'amount'],
    [{ times: '-1' }, 'times'],
    [{ unit: 'litr' }, 'unit'],
    [{ regime: 'własny' }, 'regime'],
    [{ ...day('endsOn', '2026-11-30') } as Record<string, string>, 'endsOn'],
    [{ ...day('endsOn', '2028-01-30') } as Record<string, string>, 'startsOn'],
    [{ 'startsOn-day': '31', 'startsOn-month': '2' }, 'startsOn'],
  ]
  for (const [change, field] of mistakes) {
    const refused = await send(change)
    assert.equal(refused.status, 422, JSON.stringify(change))
    assert.match(refused.text, new RegExp(`href="#${field}"`), `${JSON.stringify(change)}: ${errorsIn(refused.text)}`)
    assert.match(refused.text, /Klub Sąsiedzki/, 'what was typed is kept')
  }
  assert.deepEqual(lineIdsIn((await town.coordinator.get(at)).text), [])
  assert.equal((await send({})).status, 303)
})

test('a plan is submitted only after the agreement, and a later change takes the agreement back (R-IPUS-04)', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'written')
  const at = `/praca/plany/${id}`
  const page = await town.coordinator.get(at)
  assert.ok(!page.text.includes('value="submit"'), 'no button that would be refused')
  const forced = { ...hiddenIn(page.text, `${at}/kroki`, 'abandon'), step: 'submit' }
  assert.equal((await town.coordinator.post(`${at}/kroki`, forced)).status, 409)

  const future = { ...someAgreement, ...day('agreedOn', '2026-11-24') }
  const refused = await fillIn(town.coordinator, { page: `${at}/zgoda`, action: `${at}/zgoda` }, future)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /href="#agreedOn"/)

  await agree(town, id)
  assert.equal((await planRow(town, id)).state, 'agreed')
  const [line = ''] = lineIdsIn(page.text)
  const removed = await fillIn(town.coordinator, { page: at, action: `${at}/uslugi/${line}/usuniecie` })
  assert.equal(removed.status, 303)
  const row = await planRow(town, id)
  assert.equal(row.state, 'draft')
  assert.equal(row.agreement_id, null)
})

test('an agreed plan without period and services is not submitted, and the page says why', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'draft')
  const at = `/praca/plany/${id}`
  await agree(town, id)
  const page = await town.coordinator.get(at)
  assert.match(page.text, /Wpisz, od kiedy do kiedy trwa plan/)
  assert.match(page.text, /Dodaj choć jedną usługę/)
  const forced = { ...hiddenIn(page.text, `${at}/kroki`, 'abandon'), step: 'submit' }
  const refused = await town.coordinator.post(`${at}/kroki`, forced)
  assert.equal(refused.status, 409)
  assert.match(errorsIn(refused.text), /od kiedy do kiedy/)
  assert.equal((await planRow(town, id)).state, 'agreed')
})

test('a plan does not end while its next version is being written', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'active')
  await press(town.coordinator, id, 'revise', { 'reason-revise': 'Więcej godzin' })
  const path = `/praca/plany/${id}/zakonczenie`
  const end = { reason: 'need-gone', ...day('endedOn', '2026-12-01') }
  const refused = await fillIn(town.coordinator, { page: path, action: path }, end)
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Nowa wersja tego planu już powstaje/)
  assert.equal((await planRow(town, id)).state, 'active')
})

test('nobody approves what they wrote themselves (R-IPUS-05)', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const both = town.staff(['director', 'plan-coordinator'], town.coordinatorAccount)
  const at = `/praca/plany/${id}`
  const page = await both.get(at)
  assert.match(page.text, /zatwierdza ktoś inny niż autor/)
  const forced = { ...hiddenIn(page.text, `${at}/kroki`, 'take-back'), decision: 'approved', reasons: '' }
  const refused = await both.post(`${at}/decyzja`, forced)
  assert.equal(refused.status, 409)
  assert.equal((await planRow(town, id)).state, 'submitted')
})

test('an organiser approves only with the director’s authorisation for the day', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const page = await town.organiser.get(`/praca/plany/${id}`)
  assert.match(page.text, /dyrektor albo upoważniony organizator/)
  const { version } = await planRow(town, id)
  for (const decision of ['approved', 'returned']) {
    const forced = { _key: newFormKey(), version: String(version), decision, reasons: 'Powód' }
    assert.equal((await town.organiser.post(`/praca/plany/${id}/decyzja`, forced)).status, 409, decision)
  }
  await authorise(town)
  const approved = await decide(town.organiser, id, { decision: 'approved', reasons: '' })
  assert.equal(approved.status, 303, errorsIn(approved.text))
  assert.equal((await planRow(town, id)).approved_office, 'service-organiser')
})

const authorise = (town: PlanTown) =>
  town.inTenant((tx) =>
    tx.db
      .insertInto('authorisation')
      .values({
        tenant_id: tx.tenantId,
        account_id: town.organiserAccount.id,
        kind: 'plan-approval',
        granted_by: town.directorAccount.id,
        valid_from: '2026-11-23',
      })
      .execute(),
  )

test('a deputy of the director approves, and the audit says it was a deputy', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const deputy = town.staff(['service-organiser', 'director'], town.organiserAccount, ['director'])
  const approved = await decide(deputy, id, { decision: 'approved', reasons: 'Zgodny z rozmową' })
  assert.equal(approved.status, 303, errorsIn(approved.text))
  assert.equal((await planRow(town, id)).approved_office, 'deputy')
  const entry = await town.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select('actor_role')
      .where('tenant_id', '=', tx.tenantId)
      .where('event', '=', 'plan.approved')
      .executeTakeFirstOrThrow(),
  )
  assert.match(entry.actor_role, /director \(deputy\)/)
})

test('a plan goes back with reasons, is corrected, agreed anew and approved', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const silent = await decide(town.director, id, { decision: 'returned', reasons: ' ' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /href="#reasons"/)
  assert.equal((await decide(town.director, id, { decision: 'returned', reasons: 'Brakuje dojazdu.' })).status, 303)
  const page = await town.coordinator.get(`/praca/plany/${id}`)
  assert.match(page.text, /Brakuje dojazdu/)
  const at = `/praca/plany/${id}`
  const goal = await fillIn(
    town.coordinator,
    { page: at, action: `${at}/cele` },
    { goal: 'Dojeżdżam sama', goalNeed: '' },
  )
  assert.equal(goal.status, 303)
  await agree(town, id)
  await submit(town, id)
  assert.equal((await decide(town.director, id, { decision: 'approved', reasons: '' })).status, 303)
})

test('a change of a running plan is a new version that replaces the old one on its first day (R-IPUS-07)', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'active')
  const silent = await press(town.coordinator, id, 'revise', { 'reason-revise': '' })
  assert.equal(silent.status, 422)
  assert.match(silent.text, /href="#reason-revise"/)
  const revised = await press(town.coordinator, id, 'revise', { 'reason-revise': 'Więcej godzin' })
  const next = revised.location.split('/').at(-1)!
  const page = await town.coordinator.get(`/praca/plany/${next}`)
  assert.match(page.text, /IPUS\/1\/2026 \(wersja 2\)/)
  assert.match(page.text, /Więcej godzin/)
  assert.equal(lineIdsIn(page.text).length, 2, 'the lines were taken over')
  assert.ok(
    !(await town.coordinator.get(`/praca/plany/${id}`)).text.includes('value="revise"'),
    'one new version at a time',
  )
  assert.equal((await planRow(town, id)).state, 'active', 'the old one runs on')
  const { application_id: applicationId } = await planRow(town, id)
  const told = await town.inTenant((tx) => findPlanForResident(tx, applicationId))
  assert.equal(told?.state, 'active', 'and the resident is told so')
  await agree(town, next)
  await submit(town, next)
  await decide(town.director, next, { decision: 'approved', reasons: '' })
  assert.equal((await press(town.coordinator, next, 'start')).status, 303)
  assert.equal((await planRow(town, id)).state, 'replaced')
  assert.equal((await planRow(town, next)).state, 'active')
})

test('after thirty days the plan warns and asks why, but is approved (R-IPUS-02)', async () => {
  const town = await aPlanTown()
  const applicationId = await anAssignedApplication(town, { receivedOn: '2026-10-20' })
  await recognise(town, applicationId)
  const id = await aDraftPlan(town, applicationId)
  const page = await town.coordinator.get(`/praca/plany/${id}`)
  assert.match(page.text, /po terminie 4 dni/)
  assert.match(page.text, /Minęło 30 dni od wniosku/)
  await write(town, id)
  await agree(town, id)
  await submit(town, id)
  const reason = { decision: 'approved', reasons: '', lateReason: 'Osoba była w szpitalu' }
  assert.equal((await decide(town.director, id, reason)).status, 303)
  const approved = await town.director.get(`/praca/plany/${id}`)
  assert.match(approved.text, /Osoba była w szpitalu/)
  assert.doesNotMatch(approved.text, /Minęło 30 dni od wniosku/)
})

test('another plan of the same person that runs is a warning, not a block (R-IPUS-10)', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'active')
  const { person_id: personId } = await planRow(town, id)
  const applicationId = await anAssignedApplication(town, { familyName: 'Druga' })
  await town.inTenant((tx) =>
    tx.db
      .updateTable('application')
      .set({ person_id: personId })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', applicationId)
      .execute(),
  )
  await recognise(town, applicationId)
  const second = await aDraftPlan(town, applicationId)
  assert.match((await town.coordinator.get(`/praca/plany/${second}`)).text, /ma już inny plan, który trwa/)
})
