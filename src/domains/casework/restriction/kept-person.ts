import { listStaff, type StaffMember } from '#domains/accounts/public.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { findCoordinatorOf, findRestriction } from './restriction-queries.ts'

/**
 * Whom to call about a person that this account isn't shown: their coordinator, else the first who is named. That the
 * sentence was shown is in the audit, since it tells that there is somebody.
 */
export async function contactForKept(tx: Tx, personId: string): Promise<StaffMember | undefined> {
  recordAudit(tx, { event: 'restriction-notice.read', subject: { kind: 'person', id: personId }, personId })
  const id = (await findCoordinatorOf(tx, personId)) ?? (await findRestriction(tx, personId))?.viewerIds[0]
  return id === undefined ? undefined : (await listStaff(tx, [id])).get(id)
}
