import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { listBackups } from '#platform/backup/backup-files.ts'
import type { Connection } from '#platform/postgres/roles.ts'
import { emptyDatabase } from '#test/database.ts'
import { fullDatabase } from '#test/full-database.ts'
import { asSuperuser } from '#test/support.ts'
import { readingTypeScript } from '#test/program.ts'

const program = fileURLToPath(new URL('splot.ts', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'splot-restore-'))
const full = await fullDatabase()
await writeFile(join(folder, 'key'), 'Xk3/pQ9vZ1tY7uWm2sR8aLd5cNf0hJe4gBb6iToK', { mode: 0o600 })
after(async () => {
  await full.drop()
  await rm(folder, { recursive: true })
})

const addressOf = ({ host, port, database, user, password }: Connection) =>
  `postgres://${user}:${password}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`

type Roles = Record<'app' | 'owner' | 'backup', Connection>

function splot(roles: Roles, words: string[], more: Record<string, string> = {}) {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: addressOf(roles.app),
    DATABASE_OWNER_URL: addressOf(roles.owner),
    DATABASE_BACKUP_URL: addressOf(roles.backup),
    SPLOT_SECRET: 'a secret of the command, long enough to be one',
    SPLOT_DATA: join(folder, 'data'),
    SPLOT_BACKUP_FOLDER: join(folder, 'backups'),
    SPLOT_BACKUP_KEY_FILE: join(folder, 'key'),
    ...more,
  }
  return spawnSync(process.execPath, [...readingTypeScript, program, ...words], { encoding: 'utf8', env })
}

const newest = async () => (await listBackups(join(folder, 'backups')))[0]!.path

test('a person erased after the backup is erased again by the restore, and nobody is signed in', async () => {
  const made = splot(full, ['backup'])
  assert.equal(made.status, 0, made.stderr)
  assert.match(made.stdout, /3 centres, .*\nThe list of erasures holds 0/)
  const person = await asSuperuser(full, async (client) => {
    const { rows } = await client.query<{ tenant_id: string; id: string }>('select tenant_id, id from person limit 1')
    await client.query(`begin; set local splot.tenant_id = '${rows[0]!.tenant_id}'`)
    await client.query(
      `select erase_subject('person', $1, gen_random_uuid(), 'request', '{}', sha256('x'), gen_random_uuid(), 'Anna', now())`,
      [rows[0]!.id],
    )
    await client.query('commit')
    return rows[0]!.id
  })
  assert.match(splot(full, ['backup', '--erasures']).stdout, /holds 1/)
  const empty = await emptyDatabase()
  const restored = splot(empty, ['restore', await newest()])
  assert.equal(restored.status, 0, restored.stderr)
  assert.match(restored.stdout, /Every row is equal, every foreign key holds, the audit of 3 centres is whole/)
  assert.match(restored.stdout, /Erased again: [1-9]\d* rows, by a list of 1 erasures/)
  await asSuperuser(empty, async (client) => {
    const { rows } = await client.query('select family_name from person where id = $1', [person])
    assert.equal(rows[0].family_name, '—')
    assert.equal((await client.query('select from session')).rowCount, 0)
  })
  await empty.drop()
})

test('proving a restore leaves the scratch database empty and is remembered', async () => {
  const scratch = await emptyDatabase()
  const given = { DATABASE_SCRATCH_URL: addressOf(scratch.owner) }
  const proven = splot(full, ['restore', '--prove', await newest()], given)
  assert.match(proven.stdout, /Proven in/, proven.stderr)
  await asSuperuser(scratch, async (client) => {
    assert.equal((await client.query(`select from pg_tables where schemaname = 'public'`)).rowCount, 0)
  })
  assert.match(splot(full, ['backup', '--list']).stdout, /Last proven restore: 20/)
  const same = { DATABASE_SCRATCH_URL: addressOf(full.owner) }
  assert.match(splot(full, ['restore', '--prove', await newest()], same).stderr, /names the database that Splot serves/)
  await scratch.drop()
})

test('what a restore needs is asked for before anything is touched', async () => {
  const file = await newest()
  const refusals: [string[], Record<string, string>, RegExp][] = [
    [['restore'], {}, /Say which file/],
    [['restore', file], { SPLOT_BACKUP_KEY_FILE: '' }, /Set SPLOT_BACKUP_KEY_FILE/],
    [
      ['restore', file],
      { SPLOT_SECRET: 'another secret, long enough to be one too' },
      /another SPLOT_SECRET|in this database/,
    ],
    [['restore', file, '--erasures', join(folder, 'none')], {}, /There is no list of erasures/],
    [['backup'], { DATABASE_BACKUP_URL: '' }, /Set DATABASE_BACKUP_URL/],
    [['backup'], { DATABASE_BACKUP_URL: addressOf(full.app) }, /splot_app does not see all rows/],
    [['backup'], { SPLOT_DATA: folder }, /lies in the data folder/],
  ]
  for (const [words, more, sentence] of refusals) {
    const { status, stderr } = splot(full, words, more)
    assert.equal(status, 1, words.join(' '))
    assert.match(stderr, sentence)
  }
})
