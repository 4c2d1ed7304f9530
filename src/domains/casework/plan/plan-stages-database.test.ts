import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#test/database.ts'
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

const client = new pg.Client(testDatabase().app)
await client.connect()
after(() => client.end())
const town = await aPlanTown()
const plans = {
  draft: await aPlanThatIs(town, 'written'),
  submitted: await aPlanThatIs(town, 'submitted'),
}

/** What PostgreSQL says to the program's own role in this centre; nothing is kept. */
async function answerTo(statement: string, values: unknown[]): Promise<string> {
  await client.query('begin')
  try {
    await client.query(`set local splot.tenant_id = '${town.tenantId}'`)
    await client.query(statement, values)
    return 'done'
  } catch (error) {
    return (error as Error).message
  } finally {
    await client.query('rollback')
  }
}

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
  await client.query('begin')
  await client.query(`set local splot.tenant_id = '${town.tenantId}'`)
  const { rows } = await client.query<{ id: string }>(
    'select id from reconnaissance where tenant_id = $1 and finished_at is not null limit 1',
    [town.tenantId],
  )
  await client.query('rollback')
  const finished = rows[0]?.id
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
