import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openWorld } from './traps/trap.ts'

/** What happened stays as it was written down, whoever asks for the change. */
const appendOnly = [
  'audit_event',
  'case_step',
  'closing_interview',
  'erasure',
  'goal_result',
  'monitoring_event',
  'monitoring_line',
  'person_restriction_version',
  'plan_agreement',
  'plan_decision',
  'plan_snapshot',
  'rectification',
  'result_description',
]

const world = await openWorld({ keepTriggers: true })

async function refusalOf(statement: string): Promise<string> {
  await world.superuser.query('begin')
  try {
    await world.superuser.query(statement)
    return 'accepted'
  } catch (error) {
    return (error as Error).message
  } finally {
    await world.superuser.query('rollback')
  }
}

for (const table of appendOnly) {
  test(`${table}: not even a superuser changes or deletes a row by mistake`, async () => {
    for (const statement of [`update "${table}" set tenant_id = tenant_id`, `delete from "${table}"`]) {
      assert.match(await refusalOf(statement), /append-only/, statement)
    }
  })
}

for (const table of ['audit_event', 'erasure']) {
  test(`${table} is not emptied at a stroke`, async () => {
    assert.match(await refusalOf(`truncate "${table}"`), /append-only/)
  })
}

test('every table that is kept so stands in this list, and the control: without its trigger a row is changed', async () => {
  const { rows } = await world.superuser.query<{ name: string }>(`
    select distinct c.relname as name from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    where t.tgname ~ 'append_only'
    order by 1`)
  assert.deepEqual(
    rows.map(({ name }) => name),
    appendOnly,
  )
  const untied = 'drop trigger case_step_is_append_only on case_step; update case_step set tenant_id = tenant_id'
  assert.equal(await refusalOf(untied), 'accepted')
})
