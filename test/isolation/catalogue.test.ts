import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { cloneDatabase } from '../database.ts'
import { shared, tenantTables, undistributed } from './catalogue.ts'

/** Rules read from the catalogue of the migrated database; each query returns what breaks the rule. */
const database = await cloneDatabase()
const client = new pg.Client(database.superuser)
await client.connect()
const tables = await tenantTables(client)
after(async () => {
  await client.end()
  await database.drop()
})

const broken = async (query: string, values: unknown[] = []): Promise<string[]> => {
  const { rows } = await client.query<{ broken: string }>(query, values)
  return rows.map((row) => row.broken)
}

const isOurs = `c.relnamespace = 'public'::regnamespace`

const rules: { fact: string; query: string; values?: unknown[]; breakIt: string | string[] }[] = [
  {
    fact: 'every table is kept by tenant or listed as shared',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and c.relkind in ('r', 'p') and c.relname <> all ($1)`,
    values: [[...tables, ...Object.keys(shared)]],
    breakIt: 'create table stray (id int)',
  },
  {
    fact: 'row-level security is on and forced on every tenant table',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and c.relname = any ($1) and not (c.relrowsecurity and c.relforcerowsecurity)`,
    values: [tables],
    breakIt: 'alter table audit_event no force row level security',
  },
  {
    fact: 'every tenant table has one permissive and one restrictive policy, for all commands and roles',
    query: `select c.relname as broken from pg_class c
      left join pg_policy p on p.polrelid = c.oid
      where ${isOurs} and c.relname = any ($1)
      group by c.relname
      having count(*) filter (where p.polpermissive) <> 1 or count(*) filter (where not p.polpermissive) <> 1
        or bool_or(p.polcmd <> '*' or p.polroles <> '{0}'::oid[]
          or pg_get_expr(p.polqual, c.oid) !~ 'NULLIF\\(current_setting' or p.polwithcheck is null)`,
    values: [tables],
    breakIt: 'create policy more on audit_event for select using (true)',
  },
  {
    fact: 'tenant_id is never null',
    query: `select c.relname as broken from pg_class c join pg_attribute a on a.attrelid = c.oid
      where ${isOurs} and c.relname = any ($1) and a.attname = 'tenant_id' and not a.attnotnull`,
    values: [tables],
    breakIt:
      'alter table audit_chain drop constraint audit_chain_pkey; alter table audit_chain alter tenant_id drop not null',
  },
  {
    fact: 'tenant_id stands first in every primary key, unique index and exclusion',
    query: `select i.indexrelid::regclass::text as broken from pg_index i
      join pg_class c on c.oid = i.indrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where ${isOurs} and c.relname = any ($1) and (i.indisunique or i.indisexclusion) and a.attname <> 'tenant_id'`,
    values: [tables],
    breakIt: 'create unique index loose on person (pesel_hash)',
  },
  {
    fact: 'every foreign key between tenant tables begins with tenant_id on both sides',
    query: `select k.conname as broken from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class f on f.oid = k.confrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      join pg_attribute b on b.attrelid = f.oid and b.attnum = k.confkey[1]
      where k.contype = 'f' and ${isOurs} and c.relname = any ($1) and f.relname = any ($1)
        and (a.attname <> 'tenant_id' or b.attname <> 'tenant_id')`,
    values: [tables],
    breakIt: `create unique index person_id on person (id);
      alter table need_report add column person_id uuid references person (id)`,
  },
  {
    fact: 'a shared table points at no tenant table',
    query: `select k.conname as broken from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class f on f.oid = k.confrelid
      where k.contype = 'f' and ${isOurs} and c.relname <> all ($1) and f.relname = any ($1)`,
    values: [tables],
    breakIt: `create table stray (tenant uuid, id uuid, foreign key (tenant, id) references person (tenant_id, id))`,
  },
  {
    fact: 'the app owns nothing, and may not truncate, reference or trigger anything',
    query: `select table_name || ': ' || privilege_type as broken from information_schema.role_table_grants
      where table_schema = 'public' and grantee in ('splot_app', 'PUBLIC')
        and privilege_type not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
      union all
      select c.relname from pg_class c where c.relowner = 'splot_app'::regrole`,
    breakIt: 'grant truncate on audit_event to splot_app',
  },
  {
    fact: 'the app may not change or delete what is append-only',
    query: `select table_name || ': ' || privilege_type as broken from information_schema.role_table_grants
      where table_schema = 'public' and grantee = 'splot_app' and privilege_type in ('UPDATE', 'DELETE')
        and table_name in ('audit_event', 'case_step')`,
    breakIt: 'grant update on audit_event to splot_app',
  },
  {
    fact: 'no view runs with its owner’s rights and none is materialized',
    query: `select c.relname as broken from pg_class c
      where ${isOurs} and (c.relkind = 'm'
        or c.relkind = 'v' and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
    breakIt: [
      'create view everyone as select * from person',
      'create view everyone with (security_invoker = false) as select * from person',
      'create materialized view everyone as select * from person',
    ],
  },
  {
    fact: 'no function runs with its owner’s rights, and none is marked leakproof',
    query: `select p.proname as broken from pg_proc p
      where p.pronamespace = 'public'::regnamespace and (p.prosecdef or p.proleakproof)`,
    breakIt: [
      `create function peek() returns bigint security definer language sql as 'select count(*) from person'`,
      `create function peek(text) returns boolean leakproof language sql as 'select true'`,
    ],
  },
  {
    fact: 'no partition or child of a table is granted by itself, and each has policies of its own',
    query: `select c.relname as broken from pg_inherits i
      join pg_class c on c.oid = i.inhrelid
      where c.relkind in ('r', 'p')
        and (not (c.relrowsecurity and c.relforcerowsecurity)
          or has_any_column_privilege('splot_app', c.oid, 'select, insert, update')
          or has_table_privilege('splot_app', c.oid, 'delete'))`,
    breakIt: [
      `create table visit (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id))
        partition by hash (tenant_id);
      select protect_tenant_table('visit', 'select');
      create table visit_0 partition of visit for values with (modulus 1, remainder 0)`,
      `create table visit () inherits (form_draft);
      select protect_tenant_table('visit', 'select')`,
    ],
  },
  {
    fact: 'whatever has the column of a centre, in any schema, has its policies',
    query: `select c.oid::regclass::text as broken from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname ~ 'tenant' and not a.attisdropped
      where c.relkind in ('r', 'p', 'f') and c.relnamespace::regnamespace::text !~ '^(pg_|information_schema)'
        and c.relname <> all ($1)
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive))`,
    values: [undistributed],
    breakIt: [
      'create schema queue; create table queue.job (tenant_id uuid, id uuid)',
      'create table outbox (of_tenant uuid, words text)',
    ],
  },
  {
    fact: 'nothing is published or decoded for a reader elsewhere, which would get the rows of all centres',
    query: `select pubname::text as broken from pg_publication
      union all
      select slot_name::text from pg_replication_slots where database = current_database()`,
    breakIt: 'create publication everything for all tables',
  },
  {
    fact: 'no sequence tells one centre the volume of another',
    query: `select c.relname as broken from pg_class c where ${isOurs} and c.relkind = 'S'`,
    breakIt: 'create sequence count_of_everyone',
  },
]

for (const rule of rules) {
  test(rule.fact, async () => assert.deepEqual(await broken(rule.query, rule.values), []))

  test(`the control: a breach is found where ${rule.fact}`, async () => {
    for (const breakIt of [rule.breakIt].flat()) {
      await client.query('begin')
      try {
        await client.query(breakIt)
        assert.notDeepEqual(await broken(rule.query, rule.values), [], breakIt)
      } finally {
        await client.query('rollback')
      }
    }
  })
}
