import assert from 'node:assert/strict'
import { test } from 'node:test'

import { actorOf } from '#test/accounts-site.ts'
import { day, errorsIn, fillIn, hiddenIn } from '#test/case-forms.ts'
import { anAssignedApplication, aPlanTown, recognise, someTalk, type PlanTown } from '#test/plan-builders.ts'
import type { Tx } from '#platform/tx.ts'
import { findApplication } from '../applications/application-queries.ts'
import { caseScope } from '../case-scope.ts'
import { addResidentGoal } from './write-reconnaissance.ts'

const pathOf = (applicationId: string, rest = '') => `/praca/wnioski/${applicationId}/rozpoznanie${rest}`

const readsOf = (town: PlanTown) =>
  town.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['section', 'person_id', 'actor_name'])
      .where('tenant_id', '=', tx.tenantId)
      .where('event', '=', 'reconnaissance.read')
      .orderBy('seq')
      .execute(),
  )

test('the page of needs, shown or refused, is audited as a look at whose needs they are', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const looks = async () => {
    const rows = await town.inTenant((tx) =>
      tx.db
        .selectFrom('audit_event')
        .select('person_id')
        .where('tenant_id', '=', tx.tenantId)
        .where('event', '=', 'application.read')
        .where('subject_id', '=', id)
        .execute(),
    )
    assert.ok(rows.every((row) => row.person_id !== null))
    return rows.length
  }
  const before = await looks()
  const page = await town.coordinator.get(pathOf(id, '/potrzeby'))
  assert.equal(page.status, 200)
  assert.equal(await looks(), before + 1)
  const action = pathOf(id, '/potrzeby')
  assert.equal((await town.coordinator.post(action, hiddenIn(page.text, action))).status, 422)
  assert.equal(await looks(), before + 2)
})

test('a recognition is written bit by bit, finished, and then read-only', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const half = await fillIn(
    town.coordinator,
    { page: pathOf(id), action: pathOf(id) },
    { place: 'home', opinion: 'Szkic' },
  )
  assert.equal(half.status, 303, 'a draft may be half empty')
  const draft = await town.coordinator.get(pathOf(id))
  assert.match(draft.text, /Szkic/)
  assert.match(draft.text, /Wpisz dzień rozpoznania/, 'it says what is missing')
  await recognise(town, id)
  const finished = await town.coordinator.get(pathOf(id))
  assert.match(finished.text, /Rozpoznanie zakończono/)
  assert.ok(!finished.text.includes('<form action="/praca'), 'nothing is left to press')
  assert.match(finished.text, new RegExp(`/praca/wnioski/${id}/plan`))
  const late = await town.coordinator.post(pathOf(id), { ...hiddenIn(draft.text, pathOf(id)), ...someTalk })
  assert.equal(late.status, 409)
})

test('who still holds the application as it was can’t write in a recognition that was finished meanwhile', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const asCoordinator = <T>(work: (tx: Tx) => Promise<T>) =>
    town.inTenant((tx) => {
      tx.actor = actorOf(town.coordinatorAccount, 'plan-coordinator')
      return work(tx)
    })
  const find = () => asCoordinator((tx) => findApplication(tx, id, caseScope(tx.actor)))
  const seen = (await find())!
  await recognise(town, id)
  assert.notEqual((await find())!.state, seen.state)
  const late = await asCoordinator((tx) => addResidentGoal(tx, seen, 'Wyjść na spacer'))
  assert.deepEqual(late, { refused: 'not-possible-now' })
})

test('a sensitive part shows its class, stays closed in the list, and each reading of it is audited by name', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const path = pathOf(id, '/health-and-functioning')
  const text = { text: 'Po udarze, chodzi z balkonikiem', raised: ['ADDICTION'] }
  assert.equal((await fillIn(town.coordinator, { page: path, action: path }, text)).status, 303)
  const list = await town.coordinator.get(pathOf(id))
  assert.equal((await readsOf(town)).at(-1)?.section, 'head')
  assert.doesNotMatch(list.text, /balkonikiem/)
  assert.match(list.text, /Rodzaj danych: zdrowie, uzależnienie/)
  const before = (await readsOf(town)).length
  assert.match((await town.director.get(path)).text, /balkonikiem/)
  const reads = await readsOf(town)
  assert.equal(reads.length, before + 1)
  assert.equal(reads.at(-1)!.section, 'health-and-functioning')
  assert.equal(reads.at(-1)!.actor_name, 'Hanna Dyrektorska')
  assert.ok(reads.at(-1)!.person_id, 'it says whose')
})

test('money is asked about only when a service needs it', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const path = pathOf(id, '/finances')
  await fillIn(town.coordinator, { page: path, action: path }, { text: 'Emerytura', relevantBecause: '' })
  await fillIn(town.coordinator, { page: pathOf(id), action: pathOf(id) }, someTalk)
  const needs = pathOf(id, '/potrzeby')
  await fillIn(town.coordinator, { page: needs, action: needs }, { ownNeed: 'Spacery', ownGroup: 'older-people' })
  const page = await town.coordinator.get(pathOf(id))
  assert.match(page.text, /O pieniądze pytaj tylko, gdy wymaga tego usługa/)
  const forced = hiddenIn(page.text, pathOf(id))
  assert.equal((await town.coordinator.post(pathOf(id, '/zakonczenie'), forced)).status, 409)
})

test('every mistake of the talk stands at its field with what was typed', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const wrong = { ...someTalk, months: '500', ...day('heldOn', '2026-11-22'), 'heldOn-month': '13', place: 'księżyc' }
  const refused = await fillIn(town.coordinator, { page: pathOf(id), action: pathOf(id) }, wrong)
  assert.equal(refused.status, 422)
  for (const field of ['months', 'heldOn', 'place']) assert.match(refused.text, new RegExp(`href="#${field}"`))
  assert.match(refused.text, /value="13"/)
  assert.match(refused.text, /Opiekunka potrzebuje odpoczynku/)
})

test('a need in own words needs a group; nothing ticked and nothing written is refused', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const path = pathOf(id, '/potrzeby')
  const send = (fields: Record<string, string>) => fillIn(town.coordinator, { page: path, action: path }, fields)
  assert.match(errorsIn((await send({})).text), /Zaznacz choć jedną potrzebę/)
  const groupless = await send({ ownNeed: 'Spacery z psem', ownGroup: 'kosmici' })
  assert.equal(groupless.status, 422)
  assert.match(groupless.text, /Spacery z psem/)
  assert.match(groupless.text, /href="#ownGroup"/)
})

test('the second of two who save one talk, or one part of it, sees both texts', async () => {
  const town = await aPlanTown()
  const id = await anAssignedApplication(town)
  const mine = hiddenIn((await town.coordinator.get(pathOf(id))).text, pathOf(id))
  await fillIn(town.coordinator, { page: pathOf(id), action: pathOf(id) }, { ...someTalk, opinion: 'Pierwsza' })
  const refused = await town.coordinator.post(pathOf(id), { ...mine, ...someTalk, opinion: 'Druga' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Pierwsza/)
  assert.match(refused.text, /Druga/)
  const again = { ...hiddenIn(refused.text, pathOf(id)), ...someTalk, opinion: 'Wspólna' }
  assert.equal((await town.coordinator.post(pathOf(id), again)).status, 303)

  const path = pathOf(id, '/strengths')
  const old = hiddenIn((await town.coordinator.get(path)).text, path)
  await fillIn(town.coordinator, { page: path, action: path }, { text: 'Gra na akordeonie' })
  const lost = await town.coordinator.post(path, { ...old, text: 'Piecze chleb' })
  assert.equal(lost.status, 409)
  assert.match(lost.text, /Gra na akordeonie/)
  assert.match(lost.text, /Piecze chleb/)
})

test('a recognition does not exist for other coordinators and other centres', async () => {
  const [town, elsewhere] = [await aPlanTown(), await aPlanTown()]
  const id = await anAssignedApplication(town)
  for (const path of [pathOf(id), pathOf(id, '/housing'), pathOf(id, '/potrzeby')]) {
    assert.equal((await town.staff(['plan-coordinator']).get(path)).status, 404, path)
    assert.equal((await elsewhere.coordinator.get(path)).status, 404, path)
    assert.equal((await town.staff(['front-desk']).get(path)).status, 403, path)
  }
  assert.equal((await town.coordinator.get(pathOf(id, '/horoscope'))).status, 404)
  assert.equal((await town.director.post(pathOf(id), {})).status, 403, 'the director reads, the coordinator writes')
})
