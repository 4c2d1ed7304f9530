import type { Client } from 'pg'
import { migrate } from '../migrate.ts'
import { withClient } from '../postgres/roles.ts'
import type { Database } from '../database-server.ts'
import { copyIn, copyOut } from './copy.ts'
import { assertEmpty, matchSchema, NotEmpty, openForLoading, readProtection } from './empty-database.ts'
import { differences, type Manifest, rowsIn, type Totals } from './manifest.ts'
import { type OpenBackup, openBackup } from './read-backup.ts'
import { RowSplitter, RowSum } from './row-sum.ts'
import { type BackupTable, plainText, rowsOf } from './tables.ts'

export interface Restored {
  manifest: Manifest
  rows: number
  tables: number
  centres: number
  /** Migrations of this Splot that are newer than the backup, applied after it was loaded. */
  migrated: string[]
}

export interface RestorePlan {
  owner: Database
  path: string
  key: string
  /** Throws when the backup must not be used here; asked before anything is changed. */
  accept?: (manifest: Manifest) => Promise<void>
}

/** Everything or nothing: until all rows are there, counted, summed and tied together again, nothing is committed. */
export async function restore({ owner, path, key, accept }: RestorePlan): Promise<Restored> {
  const backup = await openBackup(path, key)
  try {
    return await withClient(owner, async (client) => {
      await assertEmpty(client)
      await accept?.(backup.manifest)
      await matchSchema(client, backup.manifest)
      const totals = await load(client, backup)
      const migrated = await migrate(client)
      const { manifest } = backup
      return { manifest, rows: rowsIn(totals), tables: manifest.tables.length, centres: totals.centres, migrated }
    })
  } finally {
    await backup.close()
  }
}

async function load(client: Client, backup: OpenBackup): Promise<Totals> {
  await client.query('begin')
  try {
    await client.query(plainText)
    const before = await readProtection(client)
    const putBack = await openForLoading(client)
    for (const table of backup.manifest.tables) await loadTable(client, table, backup)
    const totals = await backup.finish()
    await assertSame(totals, await sumTables(client, backup.manifest.tables))
    await putBack()
    if ((await readProtection(client)) !== before) throw new Error('Constraints or policies differ after loading.')
    await client.query('commit')
    return totals
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** Migrations fill the lists that are the same for all; their rows give way to those of the backup. */
async function loadTable(client: Client, table: BackupTable, backup: OpenBackup): Promise<void> {
  if (table.columns.includes('tenant_id')) {
    const { rowCount } = await client.query(`select from ${nameOf(table)} limit 1`)
    if (rowCount !== 0) throw new NotEmpty()
  } else await client.query(`delete from ${nameOf(table)}`)
  await copyIn(client, `copy ${rowsOf(table)} from stdin`, backup.rowsOfNext())
}

const nameOf = (table: BackupTable): string => rowsOf(table).split(' (', 1)[0]!

async function assertSame(said: Totals, found: Totals['tables']): Promise<void> {
  const differing = differences(said.tables, found)
  if (differing.length > 0) throw new Error(`What was loaded is not what the backup held: ${differing.join('; ')}`)
}

/** Rows and sum of each table as the database gives them now. */
export async function sumTables(client: Client, tables: readonly BackupTable[]): Promise<Totals['tables']> {
  const found: Totals['tables'] = {}
  for (const table of tables) {
    const [sum, splitter] = [new RowSum(), new RowSplitter()]
    for await (const batch of copyOut(client, `copy ${rowsOf(table)} to stdout`))
      for (const row of splitter.split(Buffer.concat(batch))) sum.add(row)
    found[table.name] = { rows: sum.rows, sum: sum.toString() }
  }
  return found
}
