import { callbackify } from 'node:util'
import type { PoolConfig } from 'pg'
import { openDatabase, type Database, type TxContext } from '../db.ts'
import type { Logger } from '../log.ts'
import { assertServingRole } from '../serving-role.ts'
import type { Tx } from '../tx.ts'
import { currentPosition, replayedPosition, whyNotFromCopy, type LogPosition } from './position.ts'

/** A streaming copy of the database, for reading what everyone may see. It lags; this is what may be asked of it. */
export interface Replica {
  /**
   * Runs work that only reads, on a copy that has all changes told so far and is past `seen`. Otherwise, or when the
   * copy is away, runs nothing and gives false.
   */
  read(context: TxContext, seen: LogPosition | undefined, work: (tx: Tx) => Promise<void>): Promise<boolean>
  /** What was told of is to be seen from now on. */
  changed(): void
  /** Leaves the copy alone for a while. */
  rest(error: unknown): void
  close(): Promise<void>
}

export interface ReplicaOptions {
  connection: PoolConfig
  primary: Database
  log: Logger
}

const restMilliseconds = 5_000

class NotFromCopy extends Error {}

export function openReplica({ connection, primary, log }: ReplicaOptions): Replica {
  const copy = openCopy(connection, log)
  // Where the primary was after the last change that was told; asked for by the first who reads after it.
  let told: Promise<LogPosition> | undefined
  let restsUntil = 0
  let away = false

  const askPrimary = (): Promise<LogPosition> => {
    const asked = currentPosition(primary)
    asked.catch(() => told === asked && (told = undefined))
    return asked
  }
  const rest = (error: unknown): void => {
    restsUntil = performance.now() + restMilliseconds
    if (!away) log.warn({ err: error }, 'the replica cannot be read; the primary answers')
    away = true
  }
  const isBack = (): void => {
    if (away) log.info('the replica can be read again')
    away = false
  }

  const read: Replica['read'] = async (context, seen, work) => {
    if (performance.now() < restsUntil) return false
    const mine = (told ??= askPrimary())
    const all = await mine.catch(() => undefined)
    if (all === undefined) return false
    const needed = seen === undefined ? [all] : [all, seen]
    let began = false
    try {
      await copy.inTenant(context, async (tx) => {
        const refusal = whyNotFromCopy(await replayedPosition(tx.db), needed)
        if (refusal === 'no-copy') throw new Error('DATABASE_REPLICA_URL leads to a server that is no replica')
        if (refusal) throw new NotFromCopy(refusal)
        began = true
        isBack()
        tx.mayLack = () => told !== mine
        await work(tx)
      })
      return true
    } catch (error) {
      if (began) throw error
      if (!(error instanceof NotFromCopy)) rest(error)
      return false
    }
  }
  return { read, rest, changed: () => void (told = undefined), close: () => copy.close() }
}

/** The copy has the primary's roles and policies, and its address may still name a wrong role: each connection is tried. */
function openCopy(connection: PoolConfig, log: Logger): Database {
  return openDatabase({
    connection: { connectionTimeoutMillis: 1_000, ...connection, verify: callbackify(assertServingRole) },
    log,
  })
}
