import type { TableName } from './entry.ts'
import { entryOf, registered, type AnyReach, type Root } from './register.ts'

/** SQL text of the centre and of the one whose rows are sought, as a parameter or a variable. */
export interface Sought {
  tenant: string
  subject: string
  /** How to say "is one of these" of another table's column; a sub-select where nothing else is said. */
  oneOf?: (table: TableName, column: string) => string
}

/** The SQL condition that a row of the table belongs to the subject; undefined when none of them can. */
export function belongsTo(table: TableName, root: Root, sought: Sought): string | undefined {
  const ways = (entryOf(table).reach ?? []).flatMap((reach) => wayOf(table, reach, root, sought))
  if (ways.length === 0) return undefined
  return ways.length === 1 ? ways[0] : `(${ways.join('\n      or ')})`
}

function wayOf(from: TableName, reach: AnyReach, root: Root, sought: Sought): string[] {
  if ('is' in reach) return reach.is === root ? [`${from}.${reach.column} = ${sought.subject}`] : []
  const [table, column] = reach.in
  const condition = belongsTo(table, root, sought)
  if (!condition) return []
  const rows = `select ${table}.${column} from ${table} where ${table}.tenant_id = ${sought.tenant} and ${condition}`
  return [`${from}.${reach.column} ${sought.oneOf?.(table, column) ?? `in (${rows})`}`]
}

/** The tables with rows of such a subject; each stands after those that it is reached through. */
export function tablesOf(root: Root): TableName[] {
  const none = { tenant: '', subject: '' }
  const tables = registered()
    .map(([table]) => table)
    .filter((table) => belongsTo(table, root, none))
  return tables.toSorted((a, b) => depthOf(a) - depthOf(b))
}

/** The columns of this table that rows of the subject in other tables are found by. */
export function columnsLookedUp(table: TableName, root: Root): string[] {
  const looked = tablesOf(root).flatMap((other) =>
    (entryOf(other).reach ?? []).flatMap((reach) => ('in' in reach && reach.in[0] === table ? [reach.in[1]] : [])),
  )
  return [...new Set(looked)]
}

function depthOf(table: TableName): number {
  const next = (entryOf(table).reach ?? []).flatMap((reach) => ('in' in reach ? [reach.in[0]] : []))
  return next.length === 0 ? 0 : 1 + Math.max(...next.map((one) => depthOf(one)))
}
