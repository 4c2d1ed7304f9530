import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { registerGap } from './gap/gap-steps.ts'
import type { Application } from './applications/application.ts'
import { whyNotEdit } from './plan/edit-plan.ts'
import type { PlanRecord } from './plan/plan-record.ts'
import { whyNotMonitor } from './plan/record-monitoring.ts'
import { revisePlan } from './plan/revise-plan.ts'
import { removeNeed, whyNotWrite } from './reconnaissance/write-reconnaissance.ts'
import { gapTransitions, type GapFacts } from './gap-states.ts'
import { needReportTransitions, type NeedReportFacts } from './need-report-states.ts'

/** What a step waits for, said by the rules themselves. */
const guardOf = <F>(table: readonly { event: string; guard?: ((facts: F) => unknown) | undefined }[], event: string) =>
  table.find((step) => step.event === event)!.guard!

test('a gap is taken up by somebody, until a day', () => {
  const whyNot = guardOf<GapFacts>(gapTransitions, 'initiate')
  const nextOn = Temporal.PlainDate.from('2026-12-01')
  assert.equal(whyNot({ nextOn }), 'gap-owner-missing')
  assert.equal(whyNot({ ownerId: 'somebody' }), 'gap-next-day-missing')
  assert.equal(whyNot({ ownerId: 'somebody', nextOn }), undefined)
})

test('a report is closed with what came of it, a duplicate with what it repeats', () => {
  const whyNot = guardOf<NeedReportFacts>(needReportTransitions, 'close')
  assert.equal(whyNot({}), 'outcome-missing')
  assert.equal(whyNot({ outcome: 'duplicate' }), 'duplicate-of-missing')
  assert.equal(whyNot({ outcome: 'answered' }), undefined)
})

const accountant: Actor = {
  kind: 'staff',
  accountId: 'aaaaaaaa-0000-4000-8000-000000000001',
  name: 'Krystyna Księgowa',
  roles: ['accountant'],
  deputyRoles: [],
}

test('the rules themselves ask for the role, whatever the page did', async () => {
  const coordinator: Actor = { ...accountant, roles: ['plan-coordinator'] }
  assert.equal(whyNotEdit({ state: 'draft' }, accountant), 'not-permitted')
  assert.equal(whyNotEdit({ state: 'draft' }, coordinator), undefined)
  assert.equal(whyNotEdit({ state: 'approved' }, coordinator), 'not-possible-now')
  const running = { state: 'active' } as const
  assert.equal(whyNotMonitor(running, accountant), 'not-permitted')
  assert.equal(whyNotMonitor(running, coordinator), undefined)
  assert.equal(whyNotWrite({ state: 'assigned' }, undefined, accountant), 'not-permitted')
  assert.equal(whyNotWrite({ state: 'assigned' }, undefined, coordinator), undefined)
  // Refused before anything is asked of the database: there is none here.
  const need = {} as Parameters<typeof registerGap>[1]
  const tx = { actor: accountant } as Tx
  assert.deepEqual(await registerGap(tx, need), { refused: 'not-permitted' })
  assert.deepEqual(await revisePlan(tx, {} as PlanRecord, 'Zmiana'), { refused: 'not-permitted' })
  const application = { state: 'assigned' } as Application
  assert.deepEqual(await removeNeed(tx, application, 'some'), { refused: 'not-permitted' })
})
