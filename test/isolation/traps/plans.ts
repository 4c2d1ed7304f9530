import { randomUUID } from 'node:crypto'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { anonymous } from '#platform/actor.ts'
import type { DB } from '#platform/schema.ts'
import { createSealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import type { TestDatabase } from '../../database.ts'

export interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  'One-Time Filter'?: string
  Filter?: string
  Plans?: PlanNode[]
}

/** Centres of many persons each: names as common as in a city, an application for every second one. */
export async function crowd(database: TestDatabase, tenants: readonly string[], persons: number): Promise<void> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  // Rows in bulk: no foreign key is asked and nothing is written for safety.
  await client.query('set session_replication_role = replica; set synchronous_commit = off')
  for (const tenant of tenants) {
    await client.query(`
      insert into person (tenant_id, id, given_name, family_name, given_key, family_key, birth_year, phone, created_at)
      select '${tenant}', ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Jan', initcap(stem) || 'ski', 'ian', stem || 'ski', 1930 + n % 90,
        (500000000 + n)::text, now()
      from generate_series(1, ${persons}) as n,
        lateral (select translate((n % 4096)::text, '0123456789', 'abcdefghij') as stem) as name`)
    await client.query(`
      insert into person_sound (tenant_id, sound, person_id)
      select tenant_id, family_key, id from person where tenant_id = '${tenant}'`)
    await client.query(`
      insert into application (tenant_id, id, number, person_id, applicant_role, channel, words, clause_version,
        received_on, registered_at, registered_by, coordinator_id, rule_set, plan_due_on, state)
      select tenant_id, id, 'CUS/' || row_number() over () || '/2026', id, 'self', 'paper', 'x', '1',
        date '2026-01-01', now(), worker, case when birth_year % 16 > 0 then worker end, '2025', date '2026-01-01' + birth_year % 300, 'received'
      from person,
        lateral (select ('00000000-0000-4000-9000-' || lpad((birth_year % 90)::text, 12, '0'))::uuid as worker) as staff
      where tenant_id = '${tenant}' and birth_year % 2 = 0`)
  }
  await client.query('analyze person; analyze person_sound; analyze application')
  await client.end()
}

/** The plan that PostgreSQL makes for a query of ours, asked as the role that serves, in one of the centres. */
export async function planOf(
  database: TestDatabase,
  tenantId: string,
  query: (tx: Tx) => Promise<unknown>,
): Promise<PlanNode[]> {
  const { sql, parameters } = await compiled(tenantId, query)
  const client = new pg.Client(database.app)
  await client.connect()
  await client.query(`begin; set local splot.tenant_id = '${tenantId}'`)
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`explain (format json) ${sql}`, [
    ...parameters,
  ])
  await client.end()
  return nodesOf(rows[0]!['QUERY PLAN'][0].Plan)
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

/** What the real query would send: it is compiled by Kysely and given to nobody. */
async function compiled(tenantId: string, query: (tx: Tx) => Promise<unknown>) {
  const sent: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<DB>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new PostgresIntrospector(kysely),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query: { sql, parameters } }) => void sent.push({ sql, parameters }),
  })
  const now = Temporal.Instant.from('2026-11-23T09:00:00Z')
  await db.transaction().execute(async (transaction) => {
    const context = { tenantId, requestId: randomUUID(), now, actor: anonymous, sealer: createSealer('x'.repeat(32)) }
    const tx: Tx = { db: transaction, ...context, pendingAudit: [] }
    // Nobody answers, which a query that needs a row takes badly.
    await query(tx).catch(() => undefined)
  })
  return sent[0]!
}
