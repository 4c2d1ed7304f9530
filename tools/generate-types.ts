import type { Client } from 'pg'

interface Column {
  table: string
  column: string
  type: string
  is_array: boolean
  nullable: boolean
  filled_in: boolean
  generated: boolean
  words: string[] | null
}

const columns = `
  select c.relname as table, a.attname as column,
    coalesce(e.typname, y.typname) as type, e.oid is not null as is_array,
    not a.attnotnull as nullable,
    d.oid is not null or a.attidentity = 'd' as filled_in,
    a.attgenerated <> '' or a.attidentity = 'a' as generated,
    (
      select array_agg(label.enumlabel::text order by label.enumsortorder)
      from pg_enum label
      where label.enumtypid = coalesce(e.oid, y.oid)
    ) as words
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type y on y.oid = a.atttypid
  left join pg_type e on e.oid = y.typelem and y.typcategory = 'A'
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace
    and c.relkind in ('r', 'p', 'v')
    and not exists (select from pg_depend dep where dep.objid = c.oid and dep.deptype = 'e')
  order by c.relname, a.attnum`

/** The checks on one column; of these `kind in ('centre', 'region')` becomes a union of words. */
const checks = `
  select c.relname as table, a.attname as column, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k
  join pg_class c on c.oid = k.conrelid
  join pg_attribute a on a.attrelid = c.oid and array[a.attnum] = k.conkey
  where k.contype = 'c' and c.relnamespace = 'public'::regnamespace
  order by k.conname`

const listOfWords = /^CHECK \(\(\(?(\w+)(?:\)::text)? = ANY \(\(?ARRAY\[(.*)\](?:\)::text\[\])?\)\)\)$/
const oneWord = /'((?:[^']|'')*)'::[a-z ]+/g

/** How a value is read; and, where it differs, how it is written. */
const scalarTypes: Record<string, { read: string; write?: string }> = {
  bool: { read: 'boolean' },
  int2: { read: 'number' },
  int4: { read: 'number' },
  int8: { read: 'number' },
  float4: { read: 'number' },
  float8: { read: 'number' },
  numeric: { read: 'string', write: 'string | number' },
  date: { read: 'Temporal.PlainDate', write: 'Temporal.PlainDate | string' },
  timestamptz: { read: 'Temporal.Instant', write: 'Temporal.Instant | string' },
  json: { read: 'Json', write: 'string' },
  jsonb: { read: 'Json', write: 'string' },
  bytea: { read: 'Buffer' },
}

const introduction = `// The row types, read from the migrated database by \`npm run db:refresh\`; not to be edited.
import type { ColumnType } from 'kysely'

/** Read as it was parsed, written as text (JSON.stringify): pg would take an array for a PostgreSQL array. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
`

export async function generateTypes(client: Client): Promise<string> {
  const { rows } = await client.query<Column>(columns)
  const words = await readWords(client)
  const byTable = Map.groupBy(rows, ({ table }) => table)
  const tables = [...byTable].map(([table, ofTable]) => {
    const fields = ofTable.map((column) => `  ${column.column}: ${columnType(column, words)}`)
    return `export interface ${pascal(table)} {\n${fields.join('\n')}\n}\n`
  })
  const all = [...byTable.keys()].map((table) => `  ${table}: ${pascal(table)}`)
  return [introduction, ...tables, `export interface DB {\n${all.join('\n')}\n}\n`].join('\n')
}

async function readWords(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; column: string; definition: string }>(checks)
  const words = new Map<string, string[]>()
  for (const { table, column, definition } of rows) {
    const list = listOfWords.exec(definition)?.[2] ?? ''
    const found = [...list.matchAll(oneWord)].map(([, word]) => word!.replaceAll("''", "'"))
    if (found.length > 0) words.set(`${table}.${column}`, found)
  }
  return words
}

function columnType(column: Column, words: Map<string, string[]>): string {
  const union = column.words ?? words.get(`${column.table}.${column.column}`)
  const scalar = union ? { read: union.map(quote).join(' | ') } : (scalarTypes[column.type] ?? { read: 'string' })
  const read = wrap(scalar.read, column)
  const write = wrap(scalar.write ?? scalar.read, column)
  if (column.generated) return `ColumnType<${read}, never, never>`
  const optional = column.filled_in || column.nullable
  if (optional && !column.filled_in && write === read) return read // Kysely lets a nullable column be left out
  return optional || write !== read ? `ColumnType<${read}, ${write}${optional ? ' | undefined' : ''}, ${write}>` : read
}

function wrap(type: string, { is_array, nullable }: Column): string {
  const whole = is_array ? (type.includes('|') ? `(${type})[]` : `${type}[]`) : type
  return nullable ? `${whole} | null` : whole
}

function quote(word: string): string {
  return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
