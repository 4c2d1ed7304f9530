import { type Client, escapeIdentifier } from 'pg'
import { migrate, migrationsFolder } from '../migrate.ts'
import type { Manifest } from './manifest.ts'
import { listApplied, listTables } from './tables.ts'

/** Throws when any centre is there: a restore never mixes with what lives. */
export async function assertEmpty(owner: Client): Promise<void> {
  const { rows } = await owner.query<{ known: boolean }>(`select to_regclass('public.tenant') is not null as known`)
  if (!rows[0]?.known) return
  const centres = await owner.query<{ count: number }>('select count(*)::int as count from tenant')
  if (centres.rows[0]?.count !== 0) throw new NotEmpty()
}

export class NotEmpty extends Error {
  constructor() {
    super('A centre is in this database. A backup is only restored into an empty installation.')
  }
}

/** Brings an empty database to exactly the schema that the backup was made with; a later one is taken down first. */
export async function matchSchema(owner: Client, manifest: Manifest): Promise<void> {
  const wanted = JSON.stringify(manifest.migrations)
  if ((await appliedNow(owner)) === wanted) return
  await owner.query('begin')
  await assertEmpty(owner)
  await owner.query(`drop schema public cascade; create schema public; revoke all on schema public from public`)
  await owner.query('commit')
  await migrate(owner, migrationsFolder, manifest.migrations.at(-1)?.name)
  if ((await appliedNow(owner)) === wanted) return
  throw new Error('The backup is of a schema that this Splot does not know. Install the version that made it.')
}

async function appliedNow(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ known: boolean }>(`select to_regclass('public.migration') is not null as known`)
  return JSON.stringify(rows[0]?.known ? await listApplied(owner) : [])
}

interface ForeignKey {
  table: string
  name: string
  definition: string
}

/**
 * For the time of a transaction: policies don't bind the owner, triggers rest, foreign keys are taken off. Returns what
 * puts all of it back, by which PostgreSQL tries every foreign key against every row.
 */
export async function openForLoading(owner: Client): Promise<() => Promise<void>> {
  const tables = (await listTables(owner)).map(({ name }) => `public.${escapeIdentifier(name)}`)
  const forced = await owner.query<{ table: string }>(
    `select oid::regclass::text as table from pg_class
    where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  )
  const keys = await owner.query<ForeignKey>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
    order by 1, 2`,
  )
  for (const { table } of forced.rows) await owner.query(`alter table ${table} no force row level security`)
  for (const table of tables) await owner.query(`alter table ${table} disable trigger user`)
  for (const { table, name } of keys.rows)
    await owner.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`)
  return async () => {
    for (const { table, name, definition } of keys.rows)
      await owner.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`)
    for (const table of tables) await owner.query(`alter table ${table} enable trigger user`)
    for (const { table } of forced.rows) await owner.query(`alter table ${table} force row level security`)
  }
}

/** What protects the rows, as text: the same before and after a restore. */
export async function readProtection(client: Client): Promise<string> {
  const { rows } = await client.query<{ facts: string }>(`
    select string_agg(fact, E'\\n' order by fact) as facts
    from (
      select format('%s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) as fact
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      union all
      select format('%s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated)
      from pg_constraint where connamespace = 'public'::regnamespace
      union all
      select format('%s %s', pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
      union all
      select format('%s %s %s', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
    ) as facts`)
  return rows[0]?.facts ?? ''
}
