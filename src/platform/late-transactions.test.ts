import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { testDatabase } from '#test/database.ts'
import { openDatabase, type TxContext } from './db.ts'
import { createLog } from './log.ts'
import { isUnavailable } from './unavailable.ts'

/** One connection: whoever holds it keeps all others waiting. */
const database = openDatabase({ connection: { ...testDatabase().app, max: 1 }, log: createLog('silent') })
after(() => database.close())

const context: TxContext = {
  tenantId: randomUUID(),
  requestId: 'test',
  now: Temporal.Instant.from('2026-11-23T09:00:00Z'),
  actor: { kind: 'anonymous' },
}

const setting = (name: string) => sql<{ value: string }>`select current_setting(${name}, true) as value`

test('a transaction that asks nothing takes no connection', { timeout: 5000 }, async () => {
  const inner = await database.inTenant(context, () => database.withoutTenant((db) => setting('port').execute(db)))
  assert.equal(inner.rows.length, 1)
})

test('the tenant stands from the first statement to the last, and not in the next transaction', async () => {
  await database.inTenant(context, async ({ db }) => {
    const both = await Promise.all([setting('splot.tenant_id').execute(db), setting('splot.tenant_id').execute(db)])
    for (const { rows } of both) assert.equal(rows[0]?.value, context.tenantId)
  })
  const later = await database.withoutTenant((db) => setting('splot.tenant_id').execute(db))
  assert.equal(later.rows[0]?.value, '')
})

test('no statement, no wait for a lock and no silence of ours lasts without end', async () => {
  const bounds = sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name like '%\\_timeout' and source = 'session' order by name`
  const shown = async (rows: Promise<{ rows: { name: string; setting: string }[] }>) =>
    Object.fromEntries((await rows).rows.map(({ name, setting }) => [name, setting]))
  const longest = {
    idle_in_transaction_session_timeout: '60000',
    lock_timeout: '10000',
    statement_timeout: '30000',
  }
  assert.deepEqual(await shown(database.inTenant(context, ({ db }) => bounds.execute(db))), longest)
  assert.deepEqual(await shown(database.withoutTenant((db) => bounds.execute(db))), longest)
})

test('whoever waits too long for a lock is told to come back; what takes too long itself is a fault', async () => {
  const holder = new pg.Client(testDatabase().app)
  await holder.connect()
  await holder.query('begin; select pg_advisory_xact_lock(4711, 1)')
  const hurried = (statement: string) =>
    database.withoutTenant(async (db) => {
      await sql`select`.execute(db)
      await sql`set local lock_timeout = '50ms'`.execute(db)
      await sql`set local statement_timeout = '500ms'`.execute(db)
      await sql.raw(statement).execute(db)
    })
  await assert.rejects(hurried('select pg_advisory_xact_lock(4711, 1)'), isUnavailable)
  await assert.rejects(hurried('select pg_sleep(9)'), (error) => !isUnavailable(error))
  await holder.end()
})

test('what fails is undone, and the connection serves on', async () => {
  const transaction = () => sql<{ id: string }>`select pg_current_xact_id()::text as id`
  let id = ''
  const failing = database.inTenant(context, async ({ db }) => {
    id = (await transaction().execute(db)).rows[0]!.id
    await sql`select 1 / 0`.execute(db)
  })
  await assert.rejects(failing, /division by zero/)
  const status = await database.withoutTenant((db) =>
    sql<{ status: string }>`select pg_xact_status(${id}::xid8) as status`.execute(db),
  )
  assert.equal(status.rows[0]?.status, 'aborted')
})

test('a database that is gone is an error at the first statement, not a silence', async () => {
  const connection = { ...testDatabase().app, host: '/nowhere', max: 1 }
  const gone = openDatabase({ connection, log: createLog('silent') })
  await assert.rejects(
    gone.inTenant(context, ({ db }) => setting('port').execute(db)),
    /ENOENT/,
  )
  await gone.close()
})
