import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Client, DatabaseError } from 'pg'

interface Migration {
  name: string
  sql: string
  checksum: string
}

export const migrationsFolder = fileURLToPath(new URL('../../db/migrations', import.meta.url))

const fileName = /^\d{8}_\d{4}_[a-z]+_[a-z0-9_]+\.sql$/
const lockKey = 7_356_814_021

/**
 * Applies what's missing, each migration in its own transaction; returns the names of those applied. With `upTo` those
 * after that one stay out, for a backup of an older schema.
 */
export async function migrate(owner: Client, folder = migrationsFolder, upTo?: string): Promise<string[]> {
  const migrations = (await readMigrations(folder)).filter(({ name }) => upTo === undefined || name <= upTo)
  await owner.query('select pg_advisory_lock($1)', [lockKey])
  try {
    await owner.query(`create table if not exists migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    )`)
    const pending = await listPending(owner, migrations)
    await requireAppRole(owner)
    for (const migration of pending) await apply(owner, migration)
    return pending.map((migration) => migration.name)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [lockKey])
  }
}

/** The names of the migrations that the database lacks; any role that may read `migration` can ask. */
export async function listPendingMigrations(client: Client, folder = migrationsFolder): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const { rows } = await client.query<{ known: boolean }>(`select to_regclass('migration') is not null as known`)
  const pending = rows[0]?.known ? await listPending(client, migrations) : migrations
  return pending.map((migration) => migration.name)
}

/** What this program brings, in the order in which it is applied. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const misnamed = names.find((name) => !fileName.test(name))
  if (misnamed) throw new Error(`Migration ${misnamed} must be named YYYYMMDD_HHMM_verb_object.sql.`)
  return Promise.all(names.map((name) => readMigration(folder, name)))
}

/** The checksum is of the text with plain line ends, so that a checkout on Windows has the same. */
async function readMigration(folder: string, name: string): Promise<Migration> {
  const sql = (await readFile(`${folder}/${name}`, 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
}

async function listPending(client: Client, migrations: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>('select name, checksum from migration')
  const applied = new Map(rows.map((row) => [row.name, row.checksum]))
  const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
  if (changed) {
    throw new Error(
      `Migration ${changed.name} was changed after this database had it. Put the file back as it was and write a new ` +
        'migration; a database for trying things out can be thrown away instead.',
    )
  }
  const known = new Set(migrations.map((migration) => migration.name))
  const later = rows.find((row) => !known.has(row.name))
  if (later)
    throw new Error(`The database has migration ${later.name}, which this Splot doesn't know. Install the newer one.`)
  return migrations.filter((migration) => !applied.has(migration.name))
}

async function requireAppRole(owner: Client): Promise<void> {
  const { rowCount } = await owner.query(`select from pg_roles where rolname = 'splot_app'`)
  if (rowCount === 0) {
    throw new Error(`The server has no role splot_app. Create it first: create role splot_app login password '…'.`)
  }
}

async function apply(owner: Client, { name, sql, checksum }: Migration): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(sql)
    await owner.query('insert into migration (name, checksum) values ($1, $2)', [name, checksum])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback')
    throw new Error(`Migration ${name}, line ${lineOf(error as DatabaseError, sql)}: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

function lineOf(error: DatabaseError, sql: string): number | '?' {
  return error.position ? sql.slice(0, Number(error.position)).split('\n').length : '?'
}
