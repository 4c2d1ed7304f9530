import type pg from 'pg'
import { tenantTables } from '../isolation/catalogue.ts'
import type { Mutant } from './mutant.ts'

const catalogue = 'test/isolation/catalogue.test.ts'
const policies = 'test/isolation/traps/policies.test.ts'

/** Every policy and every trigger of the migrated database, taken away once; rights that nobody should have, given. */
export async function databaseMutants(client: pg.Client): Promise<Mutant[]> {
  const tables = await tenantTables(client)
  return [
    ...tables.flatMap((table) => [
      mutant('restrictive policy', table, `drop policy only_own_tenant on "${table}"`, [policies, catalogue]),
      mutant('forced row-level security', table, `alter table "${table}" no force row level security`, [policies]),
    ]),
    ...everyFifth(tables).map((table) => mutant('check of what is written', table, loosened(table), [policies])),
    ...everyFifth(tables).map((table) =>
      mutant('no right to truncate', table, `grant truncate on "${table}" to splot_app`, [policies]),
    ),
    ...(await triggers(client)),
  ]
}

const everyFifth = (tables: readonly string[]): string[] => tables.filter((_, index) => index % 5 === 0)

/** The restrictive policy still hides other centres' rows, but lets them be written. */
const loosened = (table: string): string =>
  `alter policy only_own_tenant on "${table}" with check (true); alter policy tenant_rows on "${table}" with check (true)`

const mutant = (kind: string, table: string, sql: string, tests: string[]): Mutant => ({
  kind,
  name: `${table}: ${sql}`,
  tests,
  change: { sql },
})

/** What keeps a record as it was; those that only tell of a change guard nothing. */
async function triggers(client: pg.Client): Promise<Mutant[]> {
  const { rows } = await client.query<{ name: string; table: string }>(`
    select t.tgname as name, c.relname as table
    from pg_trigger t
    join pg_class c on c.oid = t.tgrelid
    join pg_proc p on p.oid = t.tgfoid
    where not t.tgisinternal and p.proname !~ '^(tell|notify)_'
    order by 2, 1`)
  return rows.map(({ name, table }) =>
    mutant('trigger', table, `drop trigger "${name}" on "${table}"`, testsOfTrigger(name)),
  )
}

const plans = 'src/domains/casework/plan'

function testsOfTrigger(name: string): string[] {
  if (/append_only|not_emptied/.test(name)) return ['test/isolation/append-only.test.ts']
  if (name.startsWith('person_restriction')) return ['src/domains/casework/restriction/restriction.test.ts']
  if (name.startsWith('attachment')) return ['src/domains/casework/attachments/attachment.test.ts']
  return [
    `${plans}/plan-stages-database.test.ts`,
    `${plans}/plan-database.test.ts`,
    'src/domains/casework/reconnaissance/reconnaissance.test.ts',
  ]
}
