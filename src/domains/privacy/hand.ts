import { isStaff } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import type { Hand } from './legal-hold-queries.ts'

/** Whose decision it is. */
export function handOf({ actor }: Tx): Hand {
  if (!isStaff(actor)) throw new Error('only staff decide on personal data')
  return { accountId: actor.accountId, name: actor.name }
}
