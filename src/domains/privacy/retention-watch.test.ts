import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testDatabase } from '#test/database.ts'
import { aReport } from '#test/casework-builders.ts'
import { aPlanTown, type PlanTown } from '#test/plan-builders.ts'
import { asSuperuser, eventsIn } from '#test/support.ts'
import { lookAtCentre, startRetentionWatch } from './retention-watch.ts'

/** A report that was closed in 2019, which a rule of five years keeps no longer. */
async function anOldReport(town: PlanTown): Promise<string> {
  const { id } = await aReport(town)
  await asSuperuser(testDatabase(), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `update need_report set state = 'closed', outcome = 'answered' where tenant_id = $1 and id = $2`,
      [town.tenantId, id],
    )
    await client.query(
      `update case_step set to_state = 'closed', happened_at = '2019-05-05T10:00:00Z' where tenant_id = $1 and subject_id = $2`,
      [town.tenantId, id],
    )
  })
  return id
}

const lettersOf = (town: PlanTown) =>
  town.inTenant((tx) =>
    tx.db
      .selectFrom('mail')
      .select(['to_address as to', 'subject', 'body'])
      .where('tenant_id', '=', tx.tenantId)
      .where('subject', 'like', 'Minął okres%')
      .execute(),
  )

const reportsOf = (town: PlanTown) =>
  town.inTenant(async (tx) => {
    const rows = await tx.db.selectFrom('need_report').select('id').where('tenant_id', '=', tx.tenantId).execute()
    return rows.length
  })

test('each night the officer is told once when more is due, nobody is named, and nothing is erased', async () => {
  const town = await aPlanTown()
  const officer = await town.account('Iwona Ochronna', 'data-protection-officer')
  const look = () => town.inTenant(lookAtCentre)
  await anOldReport(town)
  await look()
  assert.deepEqual(await lettersOf(town), [], 'without a rule nothing is due')
  await town.inTenant((tx) =>
    tx.db
      .insertInto('retention_rule')
      .values({
        tenant_id: tx.tenantId,
        record_class: 'need-report',
        file_symbol: '5320',
        category: 'B5',
        years: 5,
        valid_from: '2020-01-01',
        set_by: officer.id,
        set_by_name: officer.name,
        set_at: tx.now,
      })
      .execute(),
  )
  town.at('2026-12-02T03:00:00Z')
  await Promise.all([look(), look()])
  const [letter, ...more] = await lettersOf(town)
  assert.equal(more.length, 0, 'one letter, however many processes look')
  assert.equal((await town.inTenant(eventsIn)).filter((event) => event === 'retention.due').length, 1)
  assert.doesNotMatch(`${letter!.subject}${letter!.body}`, /Halina|Przykładowa|600|\d/)
  town.at('2026-12-03T03:00:00Z')
  await look()
  assert.equal((await lettersOf(town)).length, 1, 'no more is due than the night before')
  await anOldReport(town)
  town.at('2026-12-04T03:00:00Z')
  await look()
  assert.equal((await lettersOf(town)).length, 2)
  assert.equal(await reportsOf(town), 2, 'nothing vanishes by itself')
})

test('the program looks after three at night by clocks in Poland, and at no centre twice', async () => {
  const town = await aPlanTown()
  const { database, tenants, log } = town.deps
  const watch = startRetentionWatch({ database, tenants, log, now: town.deps.now })
  const nights = () =>
    town.inTenant((tx) =>
      tx.db.selectFrom('retention_watch').select('due').where('tenant_id', '=', tx.tenantId).execute(),
    )
  town.at('2026-12-10T01:59:00Z')
  await watch.look()
  assert.equal((await nights()).length, 0)
  town.at('2026-12-10T02:00:00Z')
  await watch.look()
  await watch.look()
  assert.equal((await nights()).length, 1)
  await watch.stop()
})
