import type { Client } from 'pg'

export { tenantTables } from '#platform/catalogue/tables.ts'

interface Column {
  name: string
  type: string
  array: boolean
}

export async function columnsOf(client: Client, table: string): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select a.attname as name, coalesce(e.typname, t.typname) as type, e.oid is not null as array
    from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
    where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by a.attnum`,
    [table],
  )
  return rows
}

const samples: Record<string, string> = {
  uuid: 'gen_random_uuid()',
  text: `md5(random()::text)`,
  citext: `md5(random()::text)`,
  bpchar: `'x'`,
  int2: '1',
  int4: '(random() * 1000000)::int',
  int8: '(random() * 1000000)::int',
  numeric: '1',
  float8: '1',
  bool: 'true',
  bytea: `decode(md5(random()::text), 'hex')`,
  date: 'current_date',
  time: 'localtime',
  timestamptz: 'now()',
  jsonb: `'{}'`,
  tsvector: `''`,
}

function sampleOf(column: Column, tenantId: string): string {
  if (column.name === 'tenant_id') return `'${tenantId}'`
  if (column.array) return `'{}'`
  const sample = samples[column.type]
  if (!sample) throw new Error(`no sample for ${column.type}: add one, so that its table is tried too`)
  return sample
}

/**
 * An insert of a row with a value in every column, some of them given as SQL; checks and foreign keys must have been
 * dropped before.
 */
export async function insertSample(
  client: Client,
  table: string,
  tenantId: string,
  given: Record<string, string> = {},
): Promise<string> {
  const columns = await columnsOf(client, table)
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  const values = columns.map((column) => given[column.name] ?? sampleOf(column, tenantId))
  return `insert into "${table}" (${names}) values (${values.join(', ')})`
}

/** Takes away all that could refuse a row before row-level security does, so that the policies alone are tried. */
export async function dropEverythingButPolicies(superuser: Client): Promise<void> {
  await dropConstraints(superuser, ['c', 'f', 'x'])
}

/** Constraints of these kinds (as in pg_constraint.contype) and, unless they are kept, every trigger of our own. */
export async function dropConstraints(
  superuser: Client,
  kinds: readonly string[],
  keepTriggers = false,
): Promise<void> {
  await superuser.query(`
    do $$
    declare r record;
    begin
      for r in
        select conrelid::regclass as table_name, conname
        from pg_constraint
        where connamespace = 'public'::regnamespace and contype = any ('{${kinds.join()}}')
        order by contype desc
      loop
        execute format('alter table %s drop constraint %I', r.table_name, r.conname);
      end loop;
      for r in
        select tgrelid::regclass as table_name, tgname
        from pg_trigger
        where not tgisinternal and not ${keepTriggers}
      loop
        execute format('drop trigger %I on %s', r.tgname, r.table_name);
      end loop;
    end
    $$`)
}
