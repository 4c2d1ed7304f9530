import { roleWords, servingRefusal } from '#platform/serving-role.ts'
import { type Check, fail, none, ok, skipped } from './check.ts'

export const roleChecks: readonly Check[] = [
  {
    id: 'serving-role',
    what: 'the role that serves owns nothing, and is no superuser nor exempt from policies',
    advice: 'Let DATABASE_URL name splot_app as docs/installation.md makes it.',
    look: async ({ ask }) => {
      const refusal = (await ask<{ refusal: keyof typeof roleWords | null }>(servingRefusal))[0]?.refusal
      return refusal ? fail(`it ${roleWords[refusal]}`) : ok('it only serves')
    },
  },
  {
    id: 'other-roles',
    what: 'no other role that signs in reads what splot_app and splot_owner read, but splot_backup',
    advice: 'revoke … on all tables in schema public from that role.',
    look: async ({ ask }) => {
      const rows = await ask<{ role: string }>(`
        select distinct r.rolname as role
        from pg_class c cross join lateral aclexplode(c.relacl) as g join pg_roles r on r.oid = g.grantee
        where c.relnamespace = 'public'::regnamespace
          and r.rolname not in ('splot_app', 'splot_owner', 'splot_backup') and g.grantee <> c.relowner`)
      return none(
        rows.map(({ role }) => role),
        'none',
      )
    },
  },
  {
    id: 'public-schema',
    what: 'nobody but the owner makes anything in the schema',
    advice: 'revoke all on schema public from public;',
    look: async ({ ask }) => {
      const rows = await ask<{ role: string }>(`
        select case g.grantee when 0 then 'public' else g.grantee::regrole::text end as role
        from pg_namespace n cross join lateral aclexplode(n.nspacl) as g
        where n.nspname = 'public' and g.privilege_type = 'CREATE' and g.grantee <> n.nspowner`)
      return none(
        rows.map(({ role }) => role),
        'so it is',
      )
    },
  },
  {
    id: 'backup-role',
    what: 'the role that makes backups sees every row and changes none',
    advice: 'Make splot_backup as docs/backup.md says.',
    look: async ({ ask }) => {
      const rows = await ask<{ sees: boolean; writes: boolean }>(`
        select r.rolbypassrls and pg_has_role(r.oid, 'pg_read_all_data', 'usage') as sees,
          r.rolsuper or r.rolcreaterole or exists (
            select from pg_class c
            where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
              and has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')
          ) as writes
        from pg_roles r where r.rolname = 'splot_backup'`)
      const role = rows[0]
      if (!role) return skipped('there is no role splot_backup')
      if (!role.sees) return fail('it does not see every row')
      return role.writes ? fail('it can change rows') : ok('it only reads')
    },
  },
]
