import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { readSource, toSourceFile, type SourceFile } from '../architecture.ts'
import { cloneDatabase } from '../database.ts'
import { tenantTables } from './catalogue.ts'
import { unnamed, unversioned } from './predicates.ts'

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

/** A person sets their own secret, whatever was changed meanwhile; who writes in a plan holds it locked. */
const overwriting =
  /^domains\/(?:accounts\/factor-queries\.ts:\d+ \('account'\)|casework\/plan\/plan-queries\.ts:\d+ \('plan'\))$/

test('what counts a version up asks for the version that was seen', () => {
  const found = files.flatMap(unversioned)
  assert.deepEqual(
    found.filter((one) => !overwriting.test(one)),
    [],
  )
  assert.equal(found.length, 4, 'updatePassword, updateTotp, updateBothFactors, updatePlanAuthors')
  const counted = files.filter(({ text }) => text.includes(`version: eb('version', '+', 1)`))
  assert.ok(counted.length >= 8, `only ${counted.length} files were looked at`)
})

test('the control: a planted update that overwrites is found', () => {
  const text = `tx.db.updateTable('plan').set((eb) => ({ state, version: eb('version', '+', 1) })).where('id', '=', id).execute()`
  assert.equal(unversioned(toSourceFile('domains/x/queries.ts', text)).length, 1)
})
