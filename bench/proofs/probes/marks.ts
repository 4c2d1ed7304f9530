import { createHash } from 'node:crypto'
import type pg from 'pg'
import { tenantTables } from '../../../test/isolation/catalogue.ts'

/** Columns in which a mark would be no mark but another meaning: codes, secrets, what a browser brings back. */
const notMarked =
  /^(password_hash|form_key|location|submitted_by|form|language|lang|channel|rule_set|icon)$|_version$|_code$|^code$/

const isCode = /^[a-z0-9_]+(?:[-.][a-z0-9_]+)*$/

/** Puts the mark behind every free text of a centre that the database lets be changed; gives how many columns took it. */
export async function plantMarks(client: pg.Client, tenantId: string, mark: string): Promise<number> {
  let marked = 0
  for (const { table, column } of await textColumns(client)) {
    if (notMarked.test(column) || (await holdsCodes(client, table, column, tenantId))) continue
    for (const role of ['origin', 'replica']) {
      const refusal = await mark1(client, { table, column, tenantId, mark, role })
      if (refusal === undefined) marked += 1
      // Only what may not be changed at all is marked past its trigger; a check or a key is left to stand.
      if (refusal !== '42501') break
    }
  }
  return marked
}

interface Place {
  table: string
  column: string
  tenantId: string
  mark: string
  role: string
}

async function mark1(client: pg.Client, { table, column, tenantId, mark, role }: Place): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query(`set local session_replication_role = ${role}`)
    await client.query(
      `update "${table}" set "${column}" = "${column}" || $2
      where tenant_id = $1 and "${column}" <> '' and "${column}" not like '%' || $2`,
      [tenantId, mark],
    )
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback')
    return (error as { code: string }).code
  }
}

async function textColumns(client: pg.Client): Promise<{ table: string; column: string }[]> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relname = any ($1) and c.relname not in ('audit_event', 'audit_chain', 'session')
      and a.atttypid = 'text'::regtype
    order by 1, 2`,
    [await tenantTables(client)],
  )
  return rows
}

/** A column is one of codes when every value in it is one; slugs and addresses are marked all the same. */
async function holdsCodes(client: pg.Client, table: string, column: string, tenantId: string): Promise<boolean> {
  if (column === 'slug' || column === 'email') return false
  const { rows } = await client.query<{ value: string }>(
    `select distinct "${column}" as value from "${table}" where tenant_id = $1 and "${column}" is not null limit 200`,
    [tenantId],
  )
  return rows.length > 0 && rows.every(({ value }) => isCode.test(value))
}

/** One sum for each table of a centre over every byte of every row. */
export async function sumsOf(client: pg.Client, tenantId: string): Promise<Map<string, string>> {
  const sums = new Map<string, string>()
  for (const table of await tenantTables(client)) {
    const { rows } = await client.query<{ row: string }>(
      `select t::text as row from "${table}" t where tenant_id = $1 order by 1`,
      [tenantId],
    )
    const hash = createHash('sha256')
    for (const { row } of rows) hash.update(row).update('\n')
    sums.set(table, `${rows.length} ${hash.digest('hex')}`)
  }
  return sums
}

/** Every id and slug of a centre, by table; of the directory, which is long and public, a few. */
export async function idsOf(client: pg.Client, tenantId: string, most: number): Promise<Map<string, string[]>> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname in ('id', 'slug') and not a.attisdropped
    where c.relname = any ($1)`,
    [await tenantTables(client)],
  )
  const ids = new Map<string, string[]>()
  for (const { table, column } of columns) {
    const { rows } = await client.query<{ id: string }>(
      `select "${column}"::text as id from "${table}" where tenant_id = $1 order by md5("${column}"::text) limit $2`,
      [tenantId, most],
    )
    if (rows.length > 0)
      ids.set(
        `${table}.${column}`,
        rows.map(({ id }) => id),
      )
  }
  return ids
}

/** Columns in which a row of a centre holds an id of the other. */
export async function referencesTo(client: pg.Client, tenantId: string, ids: ReadonlySet<string>): Promise<string[]> {
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relname = any ($1) and a.atttypid = 'uuid'::regtype and a.attname <> 'tenant_id'`,
    [await tenantTables(client)],
  )
  const pointing: string[] = []
  for (const { table, column } of columns) {
    const { rowCount } = await client.query(
      `select from "${table}" where tenant_id = $1 and "${column}"::text = any ($2)`,
      [tenantId, [...ids]],
    )
    if (rowCount) pointing.push(`${table}.${column}`)
  }
  return pointing
}
