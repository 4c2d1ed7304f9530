import type { ClientBase } from 'pg'
import type { TableName } from './personal-data/entry.ts'
import { registered } from './personal-data/register.ts'
import type { Sealer } from './sealing.ts'

/** A table with sealed columns: column to purpose, and the hashes that are made from one of them. */
interface SealedTable {
  table: TableName
  key: string[]
  sealed: Record<string, string>
  hashed: Record<string, string>
  /** Rows of megabytes: a few at a time. */
  bulky: boolean
}

interface RotateOptions {
  sealer: Sealer
  batchSize?: number
  /** Told after each batch that stands. */
  onBatch?: (table: TableName, rows: number) => void | Promise<void>
}

/**
 * Seals anew, with the newest key, whatever lies under an older one, and makes the keyed hashes anew with it. Each batch
 * is one transaction; what was cut short is taken up where it stopped, because a row tells by itself which key it is
 * under. The client is the owner's. Returns the rows changed, by table.
 */
export async function rotateKeys(client: ClientBase, options: RotateOptions): Promise<Record<string, number>> {
  const tables = await sealedTables(client)
  const changed: Record<string, number> = {}
  for (const tenantId of await listTenants(client)) {
    for (const table of tables) {
      let rows: number
      do {
        rows = await inTenant(client, tenantId, () => rotateBatch(client, tenantId, table, options))
        if (rows > 0) changed[table.table] = (changed[table.table] ?? 0) + rows
        if (rows > 0) await options.onBatch?.(table.table, rows)
      } while (rows > 0)
    }
  }
  return changed
}

/** How many rows of each table are still under another key than the newest; empty when all is done. */
export async function countUnderOldKeys(client: ClientBase, sealer: Sealer): Promise<Record<string, number>> {
  const left: Record<string, number> = {}
  for (const tenantId of await listTenants(client)) {
    for (const table of await sealedTables(client)) {
      const { rows } = await inTenant(client, tenantId, () =>
        client.query<{ count: number }>(
          `select count(*)::int as count from ${table.table} where tenant_id = $1 and ${isOld(table, '$2')}`,
          [tenantId, sealer.mark],
        ),
      )
      if (rows[0]!.count > 0) left[table.table] = (left[table.table] ?? 0) + rows[0]!.count
    }
  }
  return left
}

async function rotateBatch(
  client: ClientBase,
  tenantId: string,
  table: SealedTable,
  { sealer, batchSize = table.bulky ? 4 : 500 }: RotateOptions,
): Promise<number> {
  const { rows } = await client.query<Record<string, Buffer | null>>(
    `select ${[...table.key, ...Object.keys(table.sealed)].join(', ')} from ${table.table}
    where tenant_id = $1 and ${isOld(table, '$2')}
    order by ${table.key.join(', ')}
    limit $3
    for update`,
    [tenantId, sealer.mark, batchSize],
  )
  for (const row of rows) await updateRow(client, table, row, sealer)
  return rows.length
}

async function updateRow(client: ClientBase, table: SealedTable, row: Record<string, Buffer | null>, sealer: Sealer) {
  const values: [column: string, value: Buffer][] = []
  for (const [column, purpose] of Object.entries(table.sealed)) {
    const sealed = row[column]
    if (!sealed || sealed.length === 0) continue
    const content = sealer.unsealBytes(purpose, sealed)
    const anew = sealer.seal(purpose, content)
    if (!sealer.unsealBytes(purpose, anew).equals(content)) {
      throw new Error(`${table.table}.${column} can't be sealed anew`)
    }
    values.push([column, anew])
    for (const [hash, of] of Object.entries(table.hashed)) {
      if (of === column) values.push([hash, sealer.hash(purpose, content.toString('utf8'))])
    }
  }
  const set = values.map(([column], at) => `${column} = $${at + 1}`).join(', ')
  const where = table.key.map((column, at) => `${column} = $${values.length + at + 1}`).join(' and ')
  await client.query(`update ${table.table} set ${set} where ${where}`, [
    ...values.map(([, value]) => value),
    ...table.key.map((column) => row[column]),
  ])
}

/** Something is there and doesn't begin with the mark of the newest key. */
const isOld = ({ sealed }: SealedTable, mark: string): string =>
  `(${Object.keys(sealed)
    .map((column) => `(length(${column}) > 0 and substring(${column} from 1 for length(${mark}::bytea)) <> ${mark})`)
    .join(' or ')})`

async function sealedTables(client: ClientBase): Promise<SealedTable[]> {
  const tables: SealedTable[] = []
  for (const [table, entry] of registered()) {
    if (!entry.sealed) continue
    const { sealed, hashed = {} } = entry as { sealed: Record<string, string>; hashed?: Record<string, string> }
    const bulky = entry.bulky !== undefined
    tables.push({ table, key: await primaryKey(client, table), sealed, hashed, bulky })
  }
  return tables
}

async function primaryKey(client: ClientBase, table: TableName): Promise<string[]> {
  const { rows } = await client.query<{ column: string }>(
    `select a.attname as column
    from pg_index i
    cross join unnest(i.indkey) with ordinality as k (attnum, position)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = $1::regclass and i.indisprimary
    order by k.position`,
    [table],
  )
  return rows.map(({ column }) => column)
}

async function listTenants(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from tenant order by id')
  return rows.map(({ id }) => id)
}

async function inTenant<T>(client: ClientBase, tenantId: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`set local splot.tenant_id = '${tenantId}'`)
    await client.query(`set local splot.maintenance = 'rotating-keys'`)
    const result = await work()
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => {}) // a broken connection is told by the first error
    throw error
  }
}
