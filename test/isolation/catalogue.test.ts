import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { catalogueRules, type CatalogueRule } from '#platform/catalogue/rules.ts'
import { tenantTables } from '#platform/catalogue/tables.ts'
import { cloneDatabase } from '../database.ts'
import { breaches } from './breaches.ts'

const database = await cloneDatabase()
const client = new pg.Client(database.superuser)
await client.connect()
const tables = await tenantTables(client)
after(async () => {
  await client.end()
  await database.drop()
})

const broken = async ({ query, values }: CatalogueRule): Promise<string[]> => {
  const { rows } = await client.query<{ broken: string }>(query, values?.(tables))
  return rows.map((row) => row.broken)
}

for (const rule of catalogueRules) {
  test(rule.fact, async () => assert.deepEqual(await broken(rule), []))

  test(`the control: a breach is found where ${rule.fact}`, async () => {
    assert.ok(breaches[rule.id], `${rule.id} has no breach`)
    for (const breakIt of [breaches[rule.id]!].flat()) {
      await client.query('begin')
      try {
        await client.query(breakIt)
        assert.notDeepEqual(await broken(rule), [], breakIt)
      } finally {
        await client.query('rollback')
      }
    }
  })
}
