import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { cloneDatabase } from '../database.ts'
import { dropEverythingButPolicies, insertSample, tenantTables } from './catalogue.ts'

/**
 * Every table × select, insert, update, delete × own centre, another centre, no centre, read from the catalogue, so
 * that tomorrow's table is tried without anyone remembering it.
 */
const database = await cloneDatabase()
const superuser = new pg.Client(database.superuser)
const app = new pg.Client(database.app)
await superuser.connect()
await app.connect()
const tables = await tenantTables(superuser)
const [own, other] = [randomUUID(), randomUUID()]
const inserts = new Map<string, string>()
let probes = 0

before(async () => {
  await dropEverythingButPolicies(superuser)
  for (const table of tables) {
    for (const tenant of [own, other]) await superuser.query(await insertSample(superuser, table, tenant))
    inserts.set(table, await insertSample(superuser, table, other))
  }
})

after(async () => {
  await app.end()
  await superuser.end()
  await database.drop()
  console.log(`isolation of tables: ${probes} probes over ${tables.length} tables`)
})

type Outcome = { rows: number } | { refused: string }

/** Runs one statement as the app in a transaction that is always undone. */
async function tryAs(tenant: string | undefined, statement: string): Promise<Outcome> {
  probes += 1
  await app.query('begin')
  try {
    if (tenant !== undefined) await app.query(`set local splot.tenant_id = '${tenant}'`)
    const { rowCount } = await app.query(statement)
    return { rows: rowCount ?? 0 }
  } catch (error) {
    return { refused: (error as { code: string }).code }
  } finally {
    await app.query('rollback')
  }
}

/** Nothing was touched: no row, or no permission, or the policy refused. */
const isNothing = (outcome: Outcome): boolean => ('rows' in outcome ? outcome.rows === 0 : outcome.refused === '42501')

const isOwnOnly = (outcome: Outcome): boolean => ('rows' in outcome ? outcome.rows === 1 : outcome.refused === '42501')

test('there are tables to try', () => assert.ok(tables.length >= 10, String(tables.length)))

for (const table of tables) {
  const all = `select * from "${table}"`
  const update = `update "${table}" set tenant_id = tenant_id`
  const move = `update "${table}" set tenant_id = '${other}'`
  const remove = `delete from "${table}"`
  const others = ` where tenant_id = '${other}'`

  test(`${table}: own rows only, whatever is asked`, async () => {
    for (const statement of [all, update, remove]) {
      const outcome = await tryAs(own, statement)
      assert.ok(isOwnOnly(outcome), `${statement}: ${JSON.stringify(outcome)}`)
    }
  })

  test(`${table}: another centre's rows don't exist`, async () => {
    for (const statement of [all + others, update + others, remove + others]) {
      const outcome = await tryAs(own, statement)
      assert.ok(isNothing(outcome), `${statement}: ${JSON.stringify(outcome)}`)
    }
  })

  test(`${table}: nothing is written into another centre`, async () => {
    for (const statement of [inserts.get(table)!, move]) {
      const outcome = await tryAs(own, statement)
      assert.ok('refused' in outcome && outcome.refused === '42501', `${statement}: ${JSON.stringify(outcome)}`)
    }
  })

  test(`${table}: without a centre there is nothing`, async () => {
    for (const tenant of [undefined, '']) {
      for (const statement of [all, update, remove]) {
        const outcome = await tryAs(tenant, statement)
        assert.ok(isNothing(outcome), `${statement}: ${JSON.stringify(outcome)}`)
      }
      const inserted = await tryAs(tenant, inserts.get(table)!)
      assert.ok('refused' in inserted && inserted.refused === '42501', JSON.stringify(inserted))
    }
  })
}

test('the control: a table whose policy is loose is caught', async () => {
  const table = tables[0]!
  await superuser.query(`drop policy only_own_tenant on "${table}"`)
  await superuser.query(`create policy loose on "${table}" using (true) with check (true)`)
  const outcome = await tryAs(own, `select * from "${table}"`)
  assert.deepEqual(outcome, { rows: 2 })
  assert.equal(isOwnOnly(outcome), false)
})
