import { ownersFunctions, shared, undistributed } from './tables.ts'

/** A rule read from the database's catalogue: `query` returns what breaks it. */
export interface CatalogueRule {
  id: string
  fact: string
  query: string
  /** Of the tables that are kept by centre. */
  values?: (tables: readonly string[]) => unknown[]
}

const isOurs = `c.relnamespace = 'public'::regnamespace`

/** Held by the tests at every change, with a breach of each, and asked of a running installation by `bin/splot doctor`. */
export const catalogueRules: readonly CatalogueRule[] = [
  {
    id: 'tables-known',
    fact: 'every table is kept by tenant or listed as shared',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and c.relkind in ('r', 'p') and c.relname <> all ($1)`,
    values: (tables) => [[...tables, ...Object.keys(shared)]],
  },
  {
    id: 'rls-forced',
    fact: 'row-level security is on and forced on every tenant table',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and c.relname = any ($1) and not (c.relrowsecurity and c.relforcerowsecurity)`,
    values: (tables) => [tables],
  },
  {
    id: 'policies',
    fact: 'every tenant table has one permissive and one restrictive policy, for all commands and roles',
    query: `select c.relname as broken from pg_class c
      left join pg_policy p on p.polrelid = c.oid
      where ${isOurs} and c.relname = any ($1)
      group by c.relname
      having count(*) filter (where p.polpermissive) <> 1 or count(*) filter (where not p.polpermissive) <> 1
        or bool_or(p.polcmd <> '*' or p.polroles <> '{0}'::oid[]
          or pg_get_expr(p.polqual, c.oid) !~ 'NULLIF\\(current_setting' or p.polwithcheck is null)`,
    values: (tables) => [tables],
  },
  {
    id: 'tenant-not-null',
    fact: 'tenant_id is never null',
    query: `select c.relname as broken from pg_class c join pg_attribute a on a.attrelid = c.oid
      where ${isOurs} and c.relname = any ($1) and a.attname = 'tenant_id' and not a.attnotnull`,
    values: (tables) => [tables],
  },
  {
    id: 'tenant-first-in-keys',
    fact: 'tenant_id stands first in every primary key, unique index and exclusion',
    query: `select i.indexrelid::regclass::text as broken from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where ${isOurs} and c.relname = any ($1) and (i.indisunique or i.indisexclusion) and a.attname <> 'tenant_id'`,
    values: (tables) => [tables],
  },
  {
    id: 'tenant-first-in-references',
    fact: 'every foreign key between tenant tables begins with tenant_id on both sides',
    query: `select k.conname as broken from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class f on f.oid = k.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
      where k.contype = 'f' and ${isOurs} and c.relname = any ($1) and f.relname = any ($1)
        and (a.attname <> 'tenant_id' or b.attname <> 'tenant_id')`,
    values: (tables) => [tables],
  },
  {
    id: 'shared-apart',
    fact: 'a shared table points at no tenant table',
    query: `select k.conname as broken from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and ${isOurs} and c.relname <> all ($1) and f.relname = any ($1)`,
    values: (tables) => [tables],
  },
  {
    id: 'app-grants',
    fact: 'the app owns nothing, and may not truncate, reference or trigger anything',
    query: `select table_name || ': ' || privilege_type as broken from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('splot_app', 'PUBLIC')
        and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      union all
      select c.relname from pg_class c where c.relowner = 'splot_app'::regrole`,
  },
  {
    id: 'append-only',
    fact: 'the app may not change or delete what is append-only',
    query: `select table_name || ': ' || privilege_type as broken from information_schema.role_table_grants
      where table_schema = 'public' and grantee = 'splot_app' and privilege_type in ('UPDATE', 'DELETE')
        and table_name in ('audit_event', 'case_step')`,
  },
  {
    id: 'views',
    fact: 'no view runs with its owner’s rights and none is materialized',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and (c.relkind = 'm'
        or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
  },
  {
    id: 'functions',
    fact: 'no function runs with its owner’s rights but those listed, and none is marked leakproof',
    query: `select p.proname as broken from pg_proc p
      where p.pronamespace = 'public'::regnamespace
        and (p.prosecdef and p.proname <> all ($1) or p.proleakproof
          or p.prosecdef and not coalesce('search_path=pg_catalog, public' = any (p.proconfig), false))`,
    values: () => [ownersFunctions],
  },
  {
    id: 'partitions',
    fact: 'no partition or child of a table is granted by itself, and each has policies of its own',
    query: `select c.relname as broken from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      where c.relkind in ('r', 'p')
        and (not (c.relrowsecurity and c.relforcerowsecurity)
          or has_any_column_privilege('splot_app', c.oid, 'select, insert, update')
          or has_table_privilege('splot_app', c.oid, 'delete'))`,
  },
  {
    id: 'tenant-column-elsewhere',
    fact: 'whatever has the column of a centre, in any schema, has its policies',
    query: `select c.oid::regclass::text as broken from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname ~ 'tenant' and not a.attisdropped
      where c.relkind in ('r', 'p', 'f') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        and c.relname <> all ($1)
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))`,
    values: () => [undistributed],
  },
  {
    id: 'publications',
    fact: 'nothing is published or decoded for a reader elsewhere, which would get the rows of all centres',
    query: `select pubname::text as broken from pg_publication
      union all
      select slot_name::text from pg_replication_slots where database = current_database()`,
  },
  {
    id: 'sequences',
    fact: 'no sequence tells one centre the volume of another',
    query: `select c.relname as broken from pg_class c where ${isOurs} and c.relkind = 'S'`,
  },
]
