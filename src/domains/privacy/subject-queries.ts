import { CompiledQuery } from 'kysely'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import { belongsTo } from '#platform/personal-data/reach.ts'
import type { Json } from '#platform/schema.ts'
import type { Tx } from '#platform/tx.ts'
import type { Subject } from './subject.ts'

/** A row as it is copied: sealed values opened, bytes as hexadecimal digits, days and instants as text. */
export type Row = Record<string, Json>

/**
 * The rows of a table that are somebody's, with every column of the register but those of megabytes. Names come from
 * the register only.
 */
export async function listRowsOf(tx: Tx, table: TableName, subject: Subject): Promise<Row[]> {
  const entry = entryOf(table)
  const bulky: readonly string[] = entry.bulky ?? []
  const all = [...personalColumns(entry).map(({ column }) => column), ...(entry.other ?? [])]
  const columns = all.filter((column) => !bulky.includes(column))
  const condition = belongsTo(table, subject.kind, { tenant: '$1', subject: '$2' })
  const list = columns.map((column) => `"${column}"`).join(', ')
  const text = `select ${list} from ${table} where ${table}.tenant_id = $1 and ${condition} order by 1`
  const { rows } = await tx.db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [tx.tenantId, subject.id]))
  const sealed = (entry.sealed ?? {}) as Record<string, string>
  return rows.map((row) =>
    Object.fromEntries(columns.map((column) => [column, plain(tx, row[column], sealed[column])])),
  )
}

function plain({ sealer }: Tx, value: unknown, purpose: string | undefined): Json {
  if (value === null || value === undefined) return null
  if (Buffer.isBuffer(value)) return purpose ? sealer.unseal(purpose, value) : value.toString('hex')
  if (Array.isArray(value)) return value.map((one) => plain({ sealer } as Tx, one, undefined))
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
  return value as Json
}

/** Whether there is such a person or report at the centre, and how they are called. */
export async function findSubject(tx: Tx, { kind, id }: Subject) {
  const table = kind === 'person' ? 'person' : 'need_report'
  return tx.db
    .selectFrom(table)
    .select(['given_name as givenName', 'family_name as familyName', 'birth_year as birthYear'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}
