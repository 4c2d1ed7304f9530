import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'

export interface BackupTable {
  name: string
  columns: string[]
}

/** The record of migrations is made by migrating; it is compared, not copied. */
export const recordOfMigrations = 'migration'

/** Every table of rows with the columns that aren't computed. */
export async function listTables(client: Client): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1
    group by c.relname
    order by c.relname`,
    [recordOfMigrations],
  )
  return rows
}

/** What these files don't hold; found, no backup is made, since a restore would lack it. */
export async function whyNotWhole(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ found: string }>(`
    select format('%s %s.%s', case c.relkind when 'S' then 'the sequence' else 'the table' end, n.nspname, c.relname)
      as found
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and (c.relkind in ('S', 'm') or c.relkind in ('r', 'p', 'f') and n.nspname <> 'public')
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    union all
    select 'a large object' from pg_largeobject_metadata
    limit 1`)
  return rows[0]?.found
}

/** Values as text that is the same on every server and in every locale. */
export const plainText = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'iso_8601';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local client_encoding = 'UTF8'`

export const rowsOf = ({ name, columns }: BackupTable): string =>
  `public.${escapeIdentifier(name)} (${columns.map((column) => escapeIdentifier(column)).join(', ')})`

export interface AppliedMigration {
  name: string
  checksum: string
}

export async function listApplied(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select name, checksum from public.migration order by name collate "C"',
  )
  return rows
}
