import { after } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { testDatabase } from './database.ts'
import { asSuperuser } from './support.ts'

export interface Answers {
  /** What PostgreSQL says to one statement: `done`, the constraint that refuses it, or its message. Nothing is kept. */
  to(tenantId: string, statement: string, values: unknown[]): Promise<string>
  /** The rows of a query. */
  rows<T extends pg.QueryResultRow>(tenantId: string, query: string, values: unknown[]): Promise<T[]>
}

/** Asks the database itself as the program's own role in a centre, past all rules of the program. */
export async function openAnswers(): Promise<Answers> {
  const client = new pg.Client(testDatabase().app)
  await client.connect()
  after(() => client.end())
  async function inCentre<T>(tenantId: string, work: () => Promise<T>): Promise<T> {
    await client.query('begin')
    try {
      await client.query(`set local splot.tenant_id = '${tenantId}'`)
      return await work()
    } finally {
      await client.query('rollback')
    }
  }
  return {
    to: (tenantId, statement, values) =>
      inCentre(tenantId, () => client.query(statement, values)).then(
        () => 'done',
        ({ constraint, message }: Error & { constraint?: string }) => constraint ?? message,
      ),
    rows: (tenantId, query, values) => inCentre(tenantId, async () => (await client.query(query, values)).rows),
  }
}

/** Until the database holds up a statement that begins so, for the end of somebody else's transaction. */
export const somebodyWaits = (statement: string): Promise<void> =>
  asSuperuser(testDatabase(), async (client) => {
    for (let asked = 0; asked < 300; asked += 1) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and starts_with(query, $1)`,
        [statement],
      )
      if (rowCount !== 0) return
      await sleep(10)
    }
    throw new Error(`nothing waits with ${statement}`)
  })
