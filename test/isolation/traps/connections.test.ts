import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { anonymous } from '#platform/actor.ts'
import { openDatabase, type Tx } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import { cloneDatabase } from '../../database.ts'

/** The centre belongs to a transaction, never to a connection: traps 16 and 17. */
const cloned = await cloneDatabase()
const [one, two] = [randomUUID(), randomUUID()]
const log = createLog('silent')
after(() => cloned.drop())

const seed = new pg.Client(cloned.superuser)
await seed.connect()
for (const id of [one, two]) {
  await seed.query(
    `insert into tenant (id, slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours)
    values ($1, $2, 'Centrum', 'centre', 'standalone-city', '04', '1', 'a@example.org', 'x', 'x')`,
    [id, `c-${id.slice(0, 8)}`],
  )
  await seed.query(`insert into tenant_municipality values ($1, '040000', 'Próbowo')`, [id])
}
await seed.end()

const context = (tenantId: string) => ({
  tenantId,
  requestId: 'test',
  now: Temporal.Instant.from('2026-11-23T09:00:00Z'),
  actor: anonymous,
})

/** Deliberately without naming the centre: only row-level security answers. */
const municipalities = async ({ db }: Pick<Tx, 'db'>): Promise<string[]> => {
  const { rows } = await sql<{ tenant_id: string }>`select tenant_id from tenant_municipality`.execute(db)
  return rows.map((row) => row.tenant_id)
}

test('trap 16: the next use of a connection knows nothing of the centre before, whether that ended well or not', async () => {
  const database = openDatabase({ connection: { ...cloned.app, max: 1 }, log })
  const left = () => database.withoutTenant((db) => municipalities({ db }))
  assert.deepEqual(await database.inTenant(context(one), municipalities), [one])
  assert.deepEqual(await left(), [])
  const failing = database.inTenant(context(one), async (tx) => {
    await municipalities(tx)
    throw new Error('on purpose')
  })
  await assert.rejects(failing, /on purpose/)
  assert.deepEqual(await left(), [])
  await assert.rejects(database.inTenant(context(one), ({ db }) => sql`select 1 / 0`.execute(db)))
  assert.deepEqual(await left(), [])
  await database.close()
})

test('trap 16, the control: a setting of the session stays on the connection, and this test would see it', async () => {
  const database = openDatabase({ connection: { ...cloned.app, max: 1 }, log })
  await database.withoutTenant((db) => sql.raw(`set splot.tenant_id = '${one}'`).execute(db))
  assert.deepEqual(await database.withoutTenant((db) => municipalities({ db })), [one])
  await database.close()
})

const inTurns = async (work: (tenant: string) => Promise<string[]>): Promise<number> => {
  const asked = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? one : two))
  const answers = await Promise.all(asked.map(work))
  return answers.filter((answer, index) => answer.length !== 1 || answer[0] !== asked[index]).length
}

test('trap 17: a thousand requests of two centres over three connections: none gets the other’s row', async () => {
  const database = openDatabase({ connection: { ...cloned.app, max: 3 }, log })
  assert.equal(await inTurns((tenant) => database.inTenant(context(tenant), municipalities)), 0)
  await database.close()
})

test('trap 17, the control: over one connection without transactions they do, and this test counts it', async () => {
  const client = new pg.Client(cloned.app)
  await client.connect()
  let last: Promise<unknown> = Promise.resolve()
  const shared = (statement: string) => {
    const answer = last.then(() => client.query<{ tenant_id: string }>(statement))
    last = answer
    return answer
  }
  const wrong = await inTurns(async (tenant) => {
    await shared(`set splot.tenant_id = '${tenant}'`)
    const { rows } = await shared('select tenant_id from tenant_municipality')
    return rows.map((row) => row.tenant_id)
  })
  assert.ok(wrong > 100, String(wrong))
  await client.end()
})

test('trap 15: what isn’t an id never becomes a centre', async () => {
  const database = openDatabase({ connection: cloned.app, log })
  for (const id of ['', 'x', `${one}' or true --`, one.toUpperCase(), `${one}\n`]) {
    await assert.rejects(database.inTenant(context(id), municipalities), /not a tenant id/, JSON.stringify(id))
  }
  await database.close()
})
