import { hasApprovalAuthorisation, listAccountNames } from '#domains/accounts/public.ts'
import type { Tx } from '#platform/tx.ts'

export async function findStaffName(tx: Tx, accountId: string): Promise<string | undefined> {
  return (await listAccountNames(tx, [accountId])).get(accountId)
}

/** True when the director authorised this person by name to approve plans, for this day (R-IPUS-05). */
export const isAuthorisedToApprove = (tx: Tx, accountId: string, day: Temporal.PlainDate): Promise<boolean> =>
  hasApprovalAuthorisation(tx, accountId, day)
