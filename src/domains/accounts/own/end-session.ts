import type { StaffActor } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { deleteSessionsOf } from '../session-queries.ts'
import { deleteSessionById } from './session-list-queries.ts'

/** Somebody ends one of their own sessions, such as on a computer they have left. */
export async function endOwnSession(tx: Tx, { accountId }: StaffActor, id: string): Promise<void> {
  if (await deleteSessionById(tx, id, accountId)) recordEnd(tx, accountId)
}

/** Signs out everywhere, here too. */
export async function endOwnSessions(tx: Tx, { accountId }: StaffActor): Promise<void> {
  await deleteSessionsOf(tx, accountId)
  recordAudit(tx, { event: 'session.closed-everywhere', subject: { kind: 'account', id: accountId } })
}

/** An administrator ends somebody's session. Its person is out with their next click. */
export async function endSessionOf(tx: Tx, id: string): Promise<void> {
  const accountId = await deleteSessionById(tx, id)
  if (accountId) recordEnd(tx, accountId)
}

const recordEnd = (tx: Tx, accountId: string): void =>
  recordAudit(tx, { event: 'session.ended', subject: { kind: 'account', id: accountId } })
