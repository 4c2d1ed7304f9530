import { staffOf } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import type { Hand } from './legal-hold-queries.ts'

/** Whose decision it is. */
export function handOf(tx: Tx): Hand {
  const { accountId, name } = staffOf(tx)
  return { accountId, name }
}
