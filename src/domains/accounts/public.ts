import { roleMay } from '#platform/access.ts'
import { roles } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { listAccountsInRole } from './account-queries.ts'

export type { Desk, DeskItem } from './desk.ts'
export type { EventWords } from './audit-routes.tsx'
export { identify } from './identify.ts'
export { keepInterruptedForm } from './interrupted-routes.tsx'
export { hasApprovalAuthorisation } from './role-queries.ts'
export { accountsRoutes } from './routes.tsx'
export { deleteAllSessions } from './session-queries.ts'
export { createAccount } from './create-account.ts'
export { createSampleAccounts, hasSampleAccounts, readSampleAccounts } from './sample-accounts.ts'
export { peopleText } from './people-text.ts'
export { type ChainCheck, verifyAudit } from './verify-audit.ts'
export { totpUri } from './totp.ts'
export { signInRoutes } from './sign-in-routes.tsx'

/** Those to whom a case can be given on the day: the active coordinators, by name. */
export const listCoordinators = (tx: Tx, day: Temporal.PlainDate): Promise<{ id: string; name: string }[]> =>
  listAccountsInRole(tx, 'plan-coordinator', day)
/** Those who may read cases on the day, each once, by name: who can be named as seeing a restricted record. */
export async function listCaseworkers(tx: Tx, day: Temporal.PlainDate): Promise<{ id: string; name: string }[]> {
  const byId = new Map<string, { id: string; name: string }>()
  for (const role of roles.filter((one) => roleMay(one, 'application.read'))) {
    for (const account of await listAccountsInRole(tx, role, day)) byId.set(account.id, account)
  }
  return [...byId.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'pl'))
}

/** The data protection officers of the day, with the addresses to write to. */
export const listOfficers = (tx: Tx, day: Temporal.PlainDate): Promise<{ id: string; name: string; email: string }[]> =>
  listAccountsInRole(tx, 'data-protection-officer', day)

export { listAccounts } from './account-queries.ts'
export { accountsEventWords, actorWords, roleWords } from './audit-words.ts'
export { listStaff, type StaffMember } from './staff-queries.ts'
