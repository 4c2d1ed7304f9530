import { nothing, openWorld, ownOnly, refusedWith, tablesWhere, tryAs, tryTraps, type World } from './trap.ts'

/** What the policies of PostgreSQL let through and what they don't, tried on every table. */
const world = await openWorld()
const { own, other } = world

/** A table on which each verb is granted, so that only the policies stand in the way. */
const table = 'form_draft'
const looseInstead = (policy: string) => `drop policy only_own_tenant on ${table}; ${policy}`

const reads = (as: { tenant: string | undefined; role?: string }, right = ownOnly) =>
  tablesWhere(world, (name) => `select * from "${name}"`, right, as)

const policyFunctions = async ({ superuser }: World): Promise<string[]> => {
  const { rows } = await superuser.query<{ broken: string }>(`
    select c.relname || ': ' || pg_get_expr(p.polqual, c.oid) as broken
    from pg_policy p
    join pg_class c on c.oid = p.polrelid
    where pg_get_expr(p.polqual, c.oid) <> '(tenant_id = (NULLIF(current_setting(''splot.tenant_id''::text, true), ''''::text))::uuid)'
      or pg_get_expr(p.polwithcheck, c.oid) is distinct from pg_get_expr(p.polqual, c.oid)`)
  return rows.map(({ broken }) => broken)
}

tryTraps(world, [
  {
    number: 1,
    fact: 'the owner of the tables is bound by their policies',
    leaks: () => reads({ tenant: own, role: 'splot_owner' }),
    remove: `alter table ${table} no force row level security`,
  },
  {
    number: 2,
    fact: 'the role that serves is bound by row-level security',
    leaks: () => reads({ tenant: own }),
    remove: 'alter role splot_app bypassrls',
  },
  {
    number: 10,
    fact: 'one more permissive policy opens nothing, because the restrictive one stands',
    leaks: async () => {
      await world.superuser.query(`create policy helpful on ${table} using (true) with check (true)`)
      return reads({ tenant: own })
    },
    remove: `drop policy only_own_tenant on ${table}`,
  },
  {
    number: 11,
    fact: 'an update without a condition moves the rows of the own centre only',
    // It reads no column, so the policy for reading doesn't come to its help.
    leaks: () => tablesWhere(world, (name) => `update "${name}" set tenant_id = '${own}'`, ownOnly, { tenant: own }),
    remove: looseInstead(`create policy loose on ${table} for update using (true)`),
  },
  {
    number: 11,
    fact: 'no row is moved into another centre',
    leaks: () =>
      tablesWhere(world, (name) => `update "${name}" set tenant_id = '${other}'`, refusedWith('42501'), {
        tenant: own,
      }),
    remove: `${looseInstead(`alter policy tenant_rows on ${table} with check (true)`)}; delete from ${table} where tenant_id = '${other}'`,
  },
  {
    number: 13,
    fact: 'no table can be emptied past the policies by truncate',
    leaks: () => tablesWhere(world, (name) => `truncate "${name}"`, refusedWith('42501'), { tenant: own }),
    remove: `grant truncate on ${table} to splot_app`,
  },
  {
    number: 14,
    fact: 'rows are not copied in past the policies',
    leaks: () =>
      tablesWhere(world, (name) => `copy "${name}" from stdin`, refusedWith('0A000', '42501'), { tenant: own }),
    remove: `alter table ${table} disable row level security`,
  },
  {
    number: 15,
    fact: 'without a centre every table is empty, and asking is no error',
    leaks: async () => [
      ...(await reads({ tenant: undefined }, nothing)),
      ...(await reads({ tenant: '' }, nothing)),
      ...(await tablesWhere(world, (name) => `delete from "${name}"`, nothing, { tenant: '' })),
    ],
    remove: `alter policy tenant_rows on ${table} using (tenant_id = current_setting('splot.tenant_id', true)::uuid)`,
  },
  {
    number: 20,
    fact: 'a policy calls nothing but current_setting, and the same for reading and writing',
    leaks: policyFunctions,
    remove: `create function own_tenant() returns uuid language sql stable
        as $$ select nullif(current_setting('splot.tenant_id', true), '')::uuid $$;
      alter policy tenant_rows on ${table} using (tenant_id = own_tenant())`,
  },
  {
    number: 22,
    fact: 'switching row-level security off is refused, not obeyed',
    leaks: async () => {
      await world.superuser.query('set local row_security = off')
      const wrong = await reads({ tenant: own }, refusedWith('42501'))
      await world.superuser.query('set local row_security = on')
      return wrong
    },
    remove: `alter table ${table} disable row level security`,
  },
  {
    number: 21,
    fact: 'the statistics of the planner tell the app nothing of a table of centres',
    leaks: async () => {
      await world.superuser.query('analyze')
      const seen = await tryAs(
        world,
        own,
        `select tablename from pg_stats where tablename = any ('{${world.tables.join()}}')`,
      )
      return 'rows' in seen && seen.rows === 0 ? [] : [seen]
    },
    remove: `alter table ${table} disable row level security`,
  },
])
