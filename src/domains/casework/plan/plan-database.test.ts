import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openAnswers } from '#test/answers.ts'
import { aPlanThatIs, aPlanTown, needIdsIn, type PlanTown } from '#test/plan-builders.ts'

const answers = await openAnswers()
const answerTo = ({ tenantId }: PlanTown, statement: string, values: unknown[]) =>
  answers.to(tenantId, statement, values)

test('the database refuses a second time what the rules refuse', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const update = (set: string) =>
    answerTo(town, `update plan set ${set} where tenant_id = $1 and id = $2`, [town.tenantId, id])
  const author = `'${town.coordinatorAccount.id}'`
  const director = `'${town.directorAccount.id}'`
  const approval = (by: string) =>
    `state = 'approved', approved_by = ${by}, approved_by_name = 'X', approved_office = 'director', approved_on = '2026-11-23'`
  assert.equal(await update(approval(director)), 'done', 'the control: a good approval passes')
  assert.equal(await update(approval(author)), 'plan_approver_is_not_author')
  assert.equal(await update(`state = 'approved'`), 'plan_approved')
  assert.equal(await update(`approved_by = ${director}`), 'plan_approval_whole')
  assert.equal(await update(`state = 'ended'`), 'plan_approved')
  assert.equal(await update(`${approval(director)}, end_reason = 'completed', ended_on = '2026-11-23'`), 'plan_ended')
  assert.match(await update(`ends_on = '2028-01-01'`), /text of plan .* is settled/)
  assert.match(await update(`author_ids = array[${director}::uuid]`), /text of plan .* is settled/)
  assert.match(await update(`state = 'draft', agreement_id = null`), /settled/)
})

test('a draft in the database can be no longer than a year, and names why coordination is short', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'written')
  const update = (set: string) =>
    answerTo(town, `update plan set ${set} where tenant_id = $1 and id = $2`, [town.tenantId, id])
  assert.equal(await update(`ends_on = '2027-12-01'`), 'done')
  assert.equal(await update(`ends_on = '2027-12-02'`), 'plan_period')
  assert.equal(await update(`ends_on = '2026-11-30'`), 'plan_period')
  assert.equal(await update('expected_months = 2'), 'plan_coordination')
  assert.equal(await update(`expected_months = 2, short_reason = ' '`), 'plan_coordination')
  assert.equal(await update(`expected_months = 2, short_reason = 'Pilne'`), 'done')
  assert.equal(await update(`state = 'agreed'`), 'plan_agreed')
  assert.equal(await update(`state = 'submitted'`), 'plan_agreed')
  assert.equal(await update(`revision = 2`), 'plan_revision_has_reason')
  assert.equal(await update(`author_ids = '{}'`), 'plan_has_author')
})

test('what belongs to a plan that is no longer written stays as it is', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'approved')
  const own = [town.tenantId, id]
  const ofPlan = 'where tenant_id = $1 and plan_id = $2'
  const statements = [
    `update plan_line set amount = 9 ${ofPlan}`,
    `delete from plan_line ${ofPlan}`,
    `insert into plan_line (tenant_id, plan_id, position, recognised_need_id, service_name, amount, unit, times, per, starts_on, ends_on, regime)
      select tenant_id, plan_id, 9, recognised_need_id, 'X', 1, 'hour', 1, 'week', starts_on, ends_on, regime from plan_line ${ofPlan}`,
    `update goal set text = 'Inny' ${ofPlan}`,
    `delete from goal ${ofPlan}`,
  ]
  for (const statement of statements)
    assert.match(await answerTo(town, statement, own), /of this plan is closed/, statement)
  for (const table of ['plan_snapshot', 'plan_decision', 'plan_agreement']) {
    const answer = await answerTo(town, `delete from ${table} ${ofPlan}`, own)
    assert.match(answer, /permission denied|append-only/, table)
  }
  const interview = `insert into closing_interview (tenant_id, plan_id, kind, held_on, resident_opinion, recorded_by, recorded_at)
    values ($1, $2, 'held', '2026-11-23', 'X', gen_random_uuid(), now())`
  assert.match(await answerTo(town, interview, own), /of this plan is closed/, 'an interview before the end')
})

test('a decision to return has reasons, a line has an amount, a gap in work has an owner', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const decision = `insert into plan_decision (tenant_id, plan_id, decision, reasons, decided_by, decided_by_name, office, decided_at)
    values ($1, $2, 'returned', ' ', gen_random_uuid(), 'X', 'director', now())`
  assert.equal(await answerTo(town, decision, [town.tenantId, id]), 'returned_with_reasons')
  const draft = await aPlanThatIs(town, 'written')
  const amount = await answerTo(town, 'update plan_line set amount = 0 where tenant_id = $1 and plan_id = $2', [
    town.tenantId,
    draft,
  ])
  assert.match(amount, /amount/)
  const [need = ''] = needIdsIn((await town.coordinator.get(`/praca/plany/${draft}`)).text)
  const gap = (columns: string, values: string) =>
    answerTo(
      town,
      `insert into gap (tenant_id, recognised_need_id, need_name, group_code, registered_by, registered_at${columns})
        values ($1, $2, 'X', 'older-people', gen_random_uuid(), now()${values})`,
      [town.tenantId, need],
    )
  assert.equal(await gap('', ''), 'done')
  assert.equal(await gap(', state', `, 'being-initiated'`), 'gap_has_owner')
  assert.equal(await gap(', state', `, 'service-found'`), 'gap_has_service')
})
