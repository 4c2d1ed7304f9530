import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { emptyDatabase, testDatabase, type TestDatabase } from '#test/database.ts'
import { listPendingMigrations, migrate } from './migrate.ts'
import { withClient } from './postgres/roles.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'splot-migrations-'))
})
after(() => rm(folder, { recursive: true }))

async function migrations(files: Record<string, string>): Promise<string> {
  const made = await mkdtemp(join(folder, 'm-'))
  for (const [name, sql] of Object.entries(files)) await writeFile(join(made, name), sql)
  return made
}

async function inEmptyDatabase(work: (database: TestDatabase) => Promise<void>): Promise<void> {
  const database = await emptyDatabase()
  try {
    await work(database)
  } finally {
    await database.drop()
  }
}

const first = { '20260101_0900_create_shelf.sql': 'create table shelf (id int);' }
const second = { '20260102_0900_create_book.sql': 'create table book (id int);\ninsert into book values (1);' }

test('only what is missing is applied, in order of the names', () =>
  inEmptyDatabase(async ({ owner }) => {
    const before = await migrations(first)
    const later = await migrations({ ...second, ...first })
    assert.deepEqual(await withClient(owner, (client) => migrate(client, before)), Object.keys(first))
    assert.deepEqual(await withClient(owner, (client) => listPendingMigrations(client, later)), Object.keys(second))
    assert.deepEqual(await withClient(owner, (client) => migrate(client, later)), Object.keys(second))
    assert.deepEqual(await withClient(owner, (client) => migrate(client, later)), [])
  }))

test('a migration changed after it was applied is refused by name', () =>
  inEmptyDatabase(async ({ owner }) => {
    const original = await migrations(first)
    const changed = await migrations({ '20260101_0900_create_shelf.sql': 'create table shelf (id bigint);' })
    await withClient(owner, (client) => migrate(client, original))
    await assert.rejects(
      withClient(owner, (client) => migrate(client, changed)),
      /20260101_0900_create_shelf\.sql was changed after/,
    )
  }))

test('line ends of Windows are not a change', () =>
  inEmptyDatabase(async ({ owner }) => {
    const unix = await migrations(second)
    const windows = await migrations({
      '20260102_0900_create_book.sql': Object.values(second)[0]!.replace('\n', '\r\n'),
    })
    await withClient(owner, (client) => migrate(client, unix))
    assert.deepEqual(await withClient(owner, (client) => migrate(client, windows)), [])
  }))

test('a database that is ahead of the program is refused', () =>
  inEmptyDatabase(async ({ owner }) => {
    const newer = await migrations({ ...first, ...second })
    const older = await migrations(first)
    await withClient(owner, (client) => migrate(client, newer))
    await assert.rejects(
      withClient(owner, (client) => migrate(client, older)),
      /20260102_0900_create_book\.sql, which this Splot doesn't know/,
    )
  }))

test('a failing migration leaves nothing of itself and names its line', () =>
  inEmptyDatabase(async ({ owner }) => {
    const broken = { '20260103_0900_create_lamp.sql': 'create table lamp (id int);\nselect * from nowhere;' }
    const both = await migrations({ ...first, ...broken })
    await assert.rejects(
      withClient(owner, (client) => migrate(client, both)),
      /20260103_0900_create_lamp\.sql, line 2/,
    )
    await withClient(owner, async (client) => {
      const { rows } = await client.query(`select to_regclass('shelf') as shelf, to_regclass('lamp') as lamp`)
      assert.deepEqual(rows, [{ shelf: 'shelf', lamp: null }])
    })
  }))

test('two programs migrating at once apply each migration once', () =>
  inEmptyDatabase(async ({ owner }) => {
    const both = await migrations({ ...first, ...second })
    const run = () => withClient(owner, (client) => migrate(client, both))
    const applied = await Promise.all([run(), run(), run()])
    assert.deepEqual(applied.flat().toSorted(), Object.keys({ ...first, ...second }))
  }))

test('a file with another kind of name is refused', () =>
  inEmptyDatabase(async ({ owner }) => {
    const misnamed = await migrations({ '1_shelf.sql': 'select 1;' })
    await assert.rejects(
      withClient(owner, (client) => migrate(client, misnamed)),
      /1_shelf\.sql must be named/,
    )
  }))

test('the serving role can neither protect tables nor create them nor change the record of migrations', async () => {
  await withClient(testDatabase().app, async (client) => {
    for (const statement of [
      `select protect_tenant_table('tenant', 'truncate')`,
      'create table mine (id int)',
      'create temporary table mine (id int)',
      `delete from migration`,
      `insert into tenant_host (host, tenant_id) values ('x', gen_random_uuid())`,
    ]) {
      await assert.rejects(client.query(statement), /permission denied/, statement)
    }
    assert.deepEqual(await listPendingMigrations(client), [])
  })
})
