import type { Tx } from '#platform/tx.ts'
import { listAccountsInRole } from './account-queries.ts'

export type { Desk, DeskItem } from './desk.ts'
export type { EventWords } from './audit-routes.tsx'
export { identify } from './identify.ts'
export { keepInterruptedForm } from './interrupted-routes.tsx'
export { hasApprovalAuthorisation } from './role-queries.ts'
export { accountsRoutes } from './routes.tsx'
export { createAccount } from './create-account.ts'
export { createSampleAccounts, hasSampleAccounts, readSampleAccounts } from './sample-accounts.ts'
export { peopleText } from './people-text.ts'
export { totpUri } from './totp.ts'
export { signInRoutes } from './sign-in-routes.tsx'

/** Those to whom a case can be given on the day: the active coordinators, by name. */
export const listCoordinators = (tx: Tx, day: Temporal.PlainDate): Promise<{ id: string; name: string }[]> =>
  listAccountsInRole(tx, 'plan-coordinator', day)
export { listStaff, type StaffMember } from './staff-queries.ts'
