import { isStaff } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { withEmergency, type CaseScope } from '../case-scope.ts'
import { findOpenEmergency } from './emergency-queries.ts'

/**
 * Finds one record to read: within the ordinary reach, else among what was opened in an emergency. Then every look in
 * this request is marked so, and the page says it. Lists and forms don't come here.
 */
export async function reachToRead<T extends { personId: string }>(
  tx: Tx,
  scope: CaseScope,
  find: (scope: CaseScope) => Promise<T | undefined>,
): Promise<T | undefined> {
  const reached = await find(scope)
  if (reached || !isStaff(tx.actor)) return reached
  const opened = await find(withEmergency(scope, tx.now))
  if (!opened) return undefined
  const access = await findOpenEmergency(tx, tx.actor.accountId, opened.personId)
  if (!access) return undefined
  tx.emergency = { personId: opened.personId, ...access }
  return opened
}
