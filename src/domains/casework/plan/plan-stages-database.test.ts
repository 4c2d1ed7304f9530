import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openAnswers } from '#test/answers.ts'
import { aPlanThatIs, aPlanTown } from '#test/plan-builders.ts'

/** What may be written about a plan only while it is in these states, however the statement got to the database. */
const stages = {
  closing_interview: ['ended'],
  goal: ['draft', 'agreed', 'returned'],
  goal_result: ['interviewed'],
  monitoring_event: ['approved', 'active', 'suspended'],
  plan_agreement: ['draft', 'agreed', 'returned'],
  plan_decision: ['submitted'],
  plan_line: ['draft', 'agreed', 'returned'],
  plan_snapshot: ['submitted', 'approved'],
  result_description: ['interviewed'],
}

const answers = await openAnswers()
const town = await aPlanTown()
const plans = {
  draft: await aPlanThatIs(town, 'written'),
  submitted: await aPlanThatIs(town, 'submitted'),
}

const answerTo = (statement: string, values: unknown[]) => answers.to(town.tenantId, statement, values)

for (const [table, allowed] of Object.entries(stages)) {
  test(`${table} is written while the plan is ${allowed.join(' or ')}, and at no other time`, async () => {
    for (const [state, planId] of Object.entries(plans)) {
      // The rest of the row is missing: the stage is looked at first, whatever the row says.
      const insert = `insert into ${table} (tenant_id, plan_id) values ($1, $2)`
      const isClosed = /of this plan is closed/.test(await answerTo(insert, [town.tenantId, planId]))
      assert.equal(isClosed, !allowed.includes(state), `${table} of a plan that is ${state}`)
    }
  })
}

test('to a recognition that is finished nothing is added, and its head stays', async () => {
  const [reconnaissance] = await answers.rows<{ id: string }>(
    town.tenantId,
    'select id from reconnaissance where tenant_id = $1 and finished_at is not null limit 1',
    [town.tenantId],
  )
  const finished = reconnaissance?.id
  assert.ok(finished)
  for (const statement of [
    'update reconnaissance set version = version + 1 where tenant_id = $1 and id = $2',
    'insert into goal (tenant_id, reconnaissance_id) values ($1, $2)',
    'insert into recognised_need (tenant_id, reconnaissance_id) values ($1, $2)',
    'insert into reconnaissance_section (tenant_id, reconnaissance_id) values ($1, $2)',
  ]) {
    assert.match(await answerTo(statement, [town.tenantId, finished]), /this reconnaissance is finished/, statement)
  }
})
