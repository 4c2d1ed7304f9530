import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { readSource, toSourceFile, type SourceFile } from '../architecture.ts'
import { cloneDatabase } from '../database.ts'
import { tenantTables } from './catalogue.ts'
import { unnamed } from './predicates.ts'

/** Every query names its centre, read from the source: row-level security is the second belt, not the first. */
const database = await cloneDatabase()
const client = new pg.Client(database.superuser)
await client.connect()
const tables = await tenantTables(client)
await client.end()
after(() => database.drop())

const files = (await readSource()).filter(({ path }) => !path.includes('.test.'))
const found = (sources: readonly SourceFile[]) => sources.flatMap((file) => unnamed(file, tables))

test('every query on a table of centres names the centre', () => assert.deepEqual(found(files), []))

const planted = [
  `tx.db.selectFrom('person').select('id').where('id', '=', id).execute()`,
  `tx.db.updateTable('person').set({ phone: null }).where('id', '=', id).execute()`,
  `tx.db.deleteFrom('session').where('expires_at', '<', tx.now).execute()`,
  `tx.db.selectFrom('plan').innerJoin('person', 'person.id', 'plan.person_id').where('plan.tenant_id', '=', tx.tenantId)`,
  `tx.db.deleteFrom(table).where('service_id', 'in', services)`,
  `tx.db.selectFrom('gap').where((eb) => eb.exists(eb.selectFrom('plan').where('plan.tenant_id', '=', tx.tenantId)))`,
  `tx.db.selectFrom('plan').leftJoin('person', (join) => join.onRef('person.id', '=', 'plan.person_id')).where('plan.tenant_id', '=', tx.tenantId)`,
]

test('the control: planted queries that don’t are found', () => {
  for (const text of planted) assert.equal(found([toSourceFile('domains/x/queries.ts', text)]).length, 1, text)
})
