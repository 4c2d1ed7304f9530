import { type Client, escapeIdentifier } from 'pg'
import { withClient } from '../postgres/roles.ts'
import type { Database } from '../database-server.ts'
import { copyOut } from './copy.ts'
import { endOfTable, type Manifest, type TableSum, type Totals } from './manifest.ts'
import { RowSplitter, RowSum } from './row-sum.ts'
import { type BackupTable, listApplied, listTables, plainText, rowsOf, whyNotWhole } from './tables.ts'

export interface Source {
  /** Reads every centre's rows. */
  backup: Database
  /** Counts them a second time, centre by centre, as the pages see them. */
  app: Database
}

export interface About {
  madeAt: Temporal.Instant
  secretCheck: string
  onTotals: (totals: Totals) => void
}

/** All rows of all centres as they stood at one moment: a line about them, the rows of each table, a line of sums. */
export async function* readSnapshot(client: Client, source: Source, about: About): AsyncGenerator<Buffer> {
  const { tables, snapshot } = await openSnapshot(client)
  const manifest = await describe(client, tables, about)
  yield jsonLine(manifest)
  const totals: Totals = { centres: 0, tables: {} }
  for (const table of tables) {
    const sum = new RowSum()
    yield* copyTable(client, table, sum)
    totals.tables[table.name] = { rows: sum.rows, sum: sum.toString() }
    yield endOfTable
  }
  totals.centres = totals.tables['tenant']?.rows ?? 0
  if (totals.centres === 0) throw new Error('There is no centre in the database, so this would be an empty backup.')
  assertNothingMissing(totals.tables, await countAsApp(source.app, tables, snapshot))
  about.onTotals(totals)
  yield jsonLine(totals)
}

/** Repeatable read: every statement sees the same moment. With row_security off a filtered read is an error, not less. */
async function openSnapshot(client: Client): Promise<{ tables: BackupTable[]; snapshot: string }> {
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`set local row_security = off; ${plainText}`)
  await assertSeesAll(client)
  const lacking = await whyNotWhole(client)
  if (lacking) throw new Error(`A backup would not hold ${lacking}, so none is made.`)
  const tables = await listTables(client)
  const names = tables.map(({ name }) => `public.${escapeIdentifier(name)}`)
  await client.query(`lock table ${names.join(', ')} in access share mode`)
  const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
  return { tables, snapshot: rows[0]!.snapshot }
}

async function assertSeesAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ role: string; sees: boolean }>(
    `select current_user as role, rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user`,
  )
  if (rows[0]?.sees) return
  throw new Error(
    `The role ${rows[0]?.role} does not see all rows, so its backup would silently lack some. ` +
      'Let DATABASE_BACKUP_URL name splot_backup, which has BYPASSRLS.',
  )
}

async function describe(client: Client, tables: BackupTable[], about: About): Promise<Manifest> {
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  return {
    madeAt: about.madeAt.toString(),
    postgres: rows[0]!.server_version,
    secretCheck: about.secretCheck,
    migrations: await listApplied(client),
    tables,
  }
}

async function* copyTable(client: Client, table: BackupTable, sum: RowSum): AsyncGenerator<Buffer> {
  const splitter = new RowSplitter()
  for await (const batch of copyOut(client, `copy ${rowsOf(table)} to stdout`)) {
    const bytes = Buffer.concat(batch)
    for (const row of splitter.split(bytes)) sum.add(row)
    yield bytes
  }
  if (!splitter.isWhole) throw new Error(`The last row of ${table.name} came without an end.`)
}

const jsonLine = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`)

/** How many rows of each table the pages' own role sees in the same snapshot, over all centres. */
async function countAsApp(app: Database, tables: BackupTable[], snapshot: string): Promise<Map<string, number>> {
  return withClient(app, async (client) => {
    await client.query('begin isolation level repeatable read, read only')
    await client.query(`set transaction snapshot '${snapshot}'`)
    const counted = await readable(client, tables)
    const sums = new Map<string, number>()
    if (counted.length === 0) return sums
    const counts = counted.map(
      (name) => `select '${name}' as name, count(*)::int from public.${escapeIdentifier(name)}`,
    )
    const centres = await client.query<{ id: string }>('select id from tenant')
    for (const { id } of centres.rows) {
      await client.query(`set local splot.tenant_id = '${id}'`)
      const { rows } = await client.query<{ name: string; count: number }>(counts.join(' union all '))
      for (const { name, count } of rows) sums.set(name, (sums.get(name) ?? 0) + count)
    }
    await client.query('rollback')
    return sums
  })
}

/** The tables kept by centre that the role may read. */
async function readable(client: Client, tables: BackupTable[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relname = any ($1) and relrowsecurity
      and has_any_column_privilege(oid, 'select')`,
    [tables.map(({ name }) => name)],
  )
  return rows.map(({ name }) => name)
}

function assertNothingMissing(copied: Record<string, TableSum>, seen: Map<string, number>): void {
  const missing = [...seen].filter(([name, count]) => (copied[name]?.rows ?? 0) < count)
  if (missing.length === 0 && seen.size > 0) return
  const words = missing.map(([name, count]) => `${name} (${copied[name]?.rows ?? 0} of ${count})`)
  throw new Error(`The backup lacks rows that the pages see: ${words.join(', ') || 'nothing could be counted'}.`)
}
