import { Kysely, sql, type Transaction } from 'kysely'
import pg, { type PoolConfig } from 'pg'
import type { Actor } from './actor.ts'
import { writeAudit } from './audit.ts'
import { parseDatabaseValue } from './database-values.ts'
import { LateTransactionDialect } from './late-transactions.ts'
import type { Logger } from './log.ts'
import type { DB } from './schema.ts'
import { noSealer, type Sealer } from './sealing.ts'
import type { Tx } from './tx.ts'

export type { Tx } from './tx.ts'

export interface TxContext {
  tenantId: string
  requestId: string
  now: Temporal.Instant
  actor: Actor
}

export interface Database {
  /** Runs the work in one transaction that sees and changes only the rows of one centre. */
  inTenant<T>(context: TxContext, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Runs the work without a centre: reaches only what belongs to no centre, such as the list of hosts. */
  withoutTenant<T>(work: (db: Transaction<DB>) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface DatabaseOptions {
  connection: PoolConfig
  log: Logger
  /** Left out by whoever has no business with sealed values. */
  sealer?: Sealer
  /** Told of every statement sent; tests use it to see that each names its tenant. */
  onStatement?: (statement: string) => void
}

export function openDatabase({ connection, log, sealer = noSealer, onStatement }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    max: 10,
    connectionTimeoutMillis: 5_000,
    ...connection,
    types: { getTypeParser: parseDatabaseValue },
  })
  // Both are needed: without a listener on the client a broken connection in use ends the whole process.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'))
  pool.on('connect', (client) => client.on('error', (error) => log.warn({ err: error }, 'a database connection broke')))
  const kysely = new Kysely<DB>({
    dialect: new LateTransactionDialect({ pool }),
    ...(onStatement && { log: (event) => onStatement(event.query.sql) }),
  })
  return {
    inTenant: (context, work) => kysely.transaction().execute((db) => runInTenant(db, { ...context, sealer }, work)),
    withoutTenant: (work) =>
      kysely.transaction().execute(async (db) => {
        await setBounds(db)
        return work(db)
      }),
    close: () => kysely.destroy(),
  }
}

type OpenContext = TxContext & Pick<Tx, 'sealer'>

async function runInTenant<T>(db: Transaction<DB>, context: OpenContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  await setTenant(db, context.tenantId)
  await setBounds(db)
  const tx: Tx = { db, ...context, pendingAudit: [] }
  const result = await work(tx)
  await writeAudit(tx)
  return result
}

/**
 * How long the database works for one transaction: for one statement, waiting for somebody else's lock (then the person
 * is asked to come back, see unavailable.ts), and waiting for our next statement. They travel with `begin`.
 */
const bounds = { statement_timeout: '30s', lock_timeout: '10s', idle_in_transaction_session_timeout: '60s' }

async function setBounds(db: Transaction<DB>): Promise<void> {
  for (const [name, longest] of Object.entries(bounds)) await sql.raw(`set local ${name} = '${longest}'`).execute(db)
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The only place that sets the tenant. `set local` ends with the transaction; set_config() isn't passed on by Citus. */
async function setTenant(db: Transaction<DB>, tenantId: string): Promise<void> {
  if (!uuid.test(tenantId)) throw new Error('not a tenant id')
  await sql.raw(`set local splot.tenant_id = '${tenantId}'`).execute(db)
}
