import type { Tx } from '#platform/tx.ts'

export interface StaffContact {
  readonly name: string
  readonly phone: string | undefined
  readonly email: string | undefined
}

export async function findStaffContact(_tx: Tx, _accountId: string): Promise<StaffContact | undefined> {
  return undefined
}
/** True when the director authorised this person by name to approve plans, for this day (R-IPUS-05). */
export async function isAuthorisedToApprove(_tx: Tx, _accountId: string, _day: Temporal.PlainDate): Promise<boolean> {
  return false
}
