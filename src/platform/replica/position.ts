import { sql, type Transaction } from 'kysely'
import type { Database } from '../db.ts'
import type { DB } from '../schema.ts'

/** How far a database server has come in its log (pg_lsn), as a number: later is more. */
export type LogPosition = bigint

const shape = /^([0-9a-f]{1,8})\/([0-9a-f]{1,8})$/i

/** As PostgreSQL writes it, `16/B374D848`; nothing when it's something else. */
export function readPosition(text: string): LogPosition | undefined {
  const [, high, low] = shape.exec(text) ?? []
  if (high === undefined || low === undefined) return undefined
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`)
}

export const writePosition = (position: LogPosition): string =>
  `${(position >> 32n).toString(16)}/${(position & 0xff_ff_ff_ffn).toString(16)}`.toUpperCase()

/** Where the primary is now: every commit that was answered before this was asked lies below. */
export const currentPosition = (database: Database): Promise<LogPosition> =>
  database.withoutTenant(async (db) => {
    const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(db)
    return readPosition(rows[0]!.lsn)!
  })

/** Up to where a copy has caught up; nothing where the server is no copy, or one no longer. */
export async function replayedPosition(db: Transaction<DB>): Promise<LogPosition | undefined> {
  const { rows } = await sql<{ lsn: string | null }>`
    select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()::text end as lsn`.execute(db)
  return readPosition(rows[0]?.lsn ?? '')
}

export type CopyRefusal = 'no-copy' | 'behind'

/** Why a copy that has come so far mustn't answer whoever has to see all of `needed`. */
export function whyNotFromCopy(
  replayed: LogPosition | undefined,
  needed: readonly LogPosition[],
): CopyRefusal | undefined {
  if (replayed === undefined) return 'no-copy'
  return needed.every((position) => replayed >= position) ? undefined : 'behind'
}
