import { hasApprovalAuthorisation } from '#domains/accounts/public.ts'
import type { Tx } from '#platform/tx.ts'
import { listStaff, type StaffMember } from '#domains/accounts/public.ts'

export const findStaff = async (tx: Tx, accountId: string): Promise<StaffMember | undefined> =>
  (await listStaff(tx, [accountId])).get(accountId)

/** True when the director authorised this person by name to approve plans, for this day (R-IPUS-05). */
export const isAuthorisedToApprove = (tx: Tx, accountId: string, day: Temporal.PlainDate): Promise<boolean> =>
  hasApprovalAuthorisation(tx, accountId, day)
