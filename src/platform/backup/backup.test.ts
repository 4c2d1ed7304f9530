import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { cloneDatabase, emptyDatabase, type TestDatabase } from '#test/database.ts'
import { fullDatabase } from '#test/full-database.ts'
import { asSuperuser } from '#test/support.ts'
import { withClient } from '../postgres/roles.ts'
import { listBackups, writeBackupFile } from './backup-files.ts'
import { makeBackup } from './make-backup.ts'
import { checkBackup } from './read-backup.ts'
import { restore, sumTables } from './restore.ts'
import { openChunks, sealChunks } from './sealed-chunks.ts'
import { listTables, plainText } from './tables.ts'

const folder = await mkdtemp(join(tmpdir(), 'splot-backup-'))
const key = 'a key of the tests, long enough to be one'
const full = await fullDatabase()
after(async () => {
  await full.drop()
  await rm(folder, { recursive: true })
})

const plan = (database: TestDatabase, minute = 0) => ({
  source: { backup: database.backup, app: database.app },
  folder,
  keep: 3,
  key,
  secretCheck: 'x',
  now: Temporal.Instant.from('2026-11-23T09:00:00Z').add({ minutes: minute }),
})

const contentOf = (database: TestDatabase) =>
  asSuperuser(database, async (client) => {
    await client.query('begin')
    await client.query(plainText)
    return sumTables(client, await listTables(client))
  })

const made = await makeBackup(plan(full))

test('a backup restored into an empty database is equal in every row of every table', async () => {
  const empty = await emptyDatabase()
  const restored = await restore({ owner: empty.owner, path: made.path, key })
  const content = await contentOf(empty)
  assert.deepEqual(content, await contentOf(full))
  assert.equal(restored.rows, made.rows)
  assert.equal(restored.centres, 3)
  const held = Object.values(content).filter(({ rows }) => rows > 0)
  assert.ok(held.length > 25, `${held.length} tables hold rows`)
  await empty.drop()
})

test('after a restore triggers, policies and foreign keys bind as before', async () => {
  const empty = await emptyDatabase()
  await restore({ owner: empty.owner, path: made.path, key })
  await withClient(empty.app, async (client) => {
    assert.equal((await client.query('select from person')).rowCount, 0, 'no row without a centre')
  })
  await asSuperuser(empty, async (client) => {
    await assert.rejects(client.query(`update audit_event set event = 'other.thing'`), /append|change|not/)
    const stranger = `insert into tenant_host (host, tenant_id) values ('x', gen_random_uuid())`
    await assert.rejects(client.query(stranger), /foreign key/)
  })
  await empty.drop()
})

test('a restore needs an empty installation, and leaves one that is not as it was', async () => {
  const before = await contentOf(full)
  await assert.rejects(restore({ owner: full.owner, path: made.path, key }), /only restored into an empty/)
  assert.deepEqual(await contentOf(full), before)
})

test('the role of the pages makes no backup: it would silently hold nothing', async () => {
  const asApp = { ...plan(full, 1), source: { backup: full.app, app: full.app } }
  await assert.rejects(makeBackup(asApp), /splot_app does not see all rows/)
  const asOwner = { ...plan(full, 1), source: { backup: full.owner, app: full.app } }
  await assert.rejects(makeBackup(asOwner), /splot_owner does not see all rows/)
  assert.equal((await listBackups(folder)).length, 1)
})

test('an installation without a centre is no backup', async () => {
  const empty = await cloneDatabase()
  await assert.rejects(makeBackup(plan(empty, 1)), /There is no centre/)
  await empty.drop()
})

test('rows that the pages see and the backup lacks are noticed', async () => {
  const elsewhere = await cloneDatabase()
  const { rows } = await asSuperuser(full, (client) => client.query('select * from tenant limit 1'))
  await asSuperuser(elsewhere, (client) =>
    client.query('insert into tenant select * from json_populate_record(null::tenant, $1)', [JSON.stringify(rows[0])]),
  )
  const mixed = { ...plan(full, 1), source: { backup: elsewhere.backup, app: full.app } }
  await assert.rejects(makeBackup(mixed), /snapshot/)
  await elsewhere.drop()
})

test('a table that a backup would not hold stops it', async () => {
  const odd = await cloneDatabase()
  await asSuperuser(odd, (client) => client.query('create schema aside; create table aside.note (id int)'))
  await assert.rejects(makeBackup(plan(odd, 1)), /would not hold the table aside.note/)
  await odd.drop()
})

test('the file is for its owner only, holds nothing in clear, and old ones go', async () => {
  assert.equal((await stat(made.path)).mode & 0o777, 0o600)
  const bytes = await readFile(made.path)
  assert.equal(bytes.includes('Przykładowa'), false)
  for (const minute of [2, 3, 4]) await makeBackup(plan(full, minute))
  const left = await listBackups(folder)
  assert.equal(left.length, 3)
  assert.equal(left[0]!.madeAt.toString(), '2026-11-23T09:04:00Z')
  await assert.rejects(checkBackup(left[0]!.path, `${key}!`), /key does not fit/)
  assert.equal((await checkBackup(left[0]!.path, key)).totals.centres, 3)
})

test('a write that fails leaves no file', async () => {
  const before = await listBackups(folder)
  async function* failing(): AsyncGenerator<Buffer> {
    yield Buffer.from('some')
    throw new Error('disk full')
  }
  await assert.rejects(writeBackupFile(folder, Temporal.Instant.from('2026-01-01T00:00:00Z'), failing()), /disk full/)
  assert.deepEqual(await listBackups(folder), before)
})

const asStream = async function* (bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 10_007) yield bytes.subarray(at, at + 10_007)
}
const collect = async (source: AsyncIterable<Buffer>) => Buffer.concat(await Array.fromAsync(source))

test('a sealed file that is cut, altered, lengthened or put in another order is refused', async () => {
  const plain = Buffer.alloc(300_000, 'każdy bajt ')
  const sealed = await collect(sealChunks(asStream(plain), key))
  const open = (bytes: Buffer) => collect(openChunks(asStream(bytes), key))
  assert.ok((await open(sealed)).equals(plain))
  const head = sealed.length - plain.length - 5 * 16
  const chunk = 64 * 1024 + 16
  const part = (n: number) => sealed.subarray(head + n * chunk, head + (n + 1) * chunk)
  const broken = {
    'cut in a chunk': sealed.subarray(0, 100_000),
    'cut between chunks': sealed.subarray(0, head + chunk * 2),
    'only a head': sealed.subarray(0, head),
    'half a head': sealed.subarray(0, head - 3),
    nothing: Buffer.alloc(0),
    'one byte more': Buffer.concat([sealed, Buffer.alloc(1)]),
    'two chunks changed places': Buffer.concat([
      sealed.subarray(0, head),
      part(1),
      part(0),
      sealed.subarray(head + 2 * chunk),
    ]),
    'a chunk left out': Buffer.concat([sealed.subarray(0, head + chunk), sealed.subarray(head + 2 * chunk)]),
    'a chunk twice': Buffer.concat([sealed.subarray(0, head + chunk), sealed.subarray(head)]),
  }
  for (const [what, bytes] of Object.entries(broken)) await assert.rejects(open(bytes), /backup|key/, what)
  for (const at of [0, 16, 35, head, head + 1, 70_000, sealed.length - 1]) {
    const altered = Buffer.from(sealed)
    altered[at]! ^= 1
    await assert.rejects(open(altered), /backup|key/, `byte ${at}`)
  }
})

test('a damaged backup leaves the empty database empty', async () => {
  const empty = await emptyDatabase()
  const path = join(folder, 'damaged.backup')
  const bytes = await readFile((await listBackups(folder))[0]!.path)
  await writeFile(path, bytes.subarray(0, bytes.length - 1))
  await assert.rejects(restore({ owner: empty.owner, path, key }))
  const again = await restore({ owner: empty.owner, path: (await listBackups(folder))[0]!.path, key })
  assert.equal(again.centres, 3)
  await empty.drop()
})

test('a backup of an older schema is loaded as it was and then brought up to date', async () => {
  const older = await emptyDatabase()
  const { migrate, migrationsFolder } = await import('../migrate.ts')
  const upTo = '20261122_0930_create_mail.sql'
  await withClient(older.owner, (client) => migrate(client, migrationsFolder, upTo))
  await asSuperuser(older, async (client) => {
    await client.query(`insert into tenant (slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours)
      values ('old', 'Centrum', 'centre', 'standalone-city', '04', '1', 'a@b', 'x', 'y')`)
  })
  const old = await makeBackup(plan(older, 9))
  const target = await cloneDatabase()
  const restored = await restore({ owner: target.owner, path: old.path, key })
  assert.ok(restored.migrated.length > 0)
  assert.equal(restored.centres, 1)
  await older.drop()
  await target.drop()
})
