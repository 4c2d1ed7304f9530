import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { staffActor } from './identify.ts'
import type { Correspondence } from './letters/letters.ts'
import { deleteOldSessions, deleteSession, insertSession, listRolesOn, updateProof } from './session-queries.ts'
import { hashToken, newSessionToken } from './session.ts'
import { lockActiveAccount } from './sign-in-queries.ts'

/**
 * How somebody proved who they are, always with two factors: password and code; a device that verified its person; an
 * account elsewhere, with our code or with a second factor there.
 */
export type Way =
  | 'password'
  | 'recovery-code'
  | 'invitation'
  | 'passkey'
  | 'identity-provider-and-code'
  | 'identity-provider'

/** The browser that somebody signs in from, at which centre and in which language. */
export interface Visit extends Correspondence {
  /** The session that it had until now; it ends, whosever it was. */
  session: string | undefined
}

/**
 * Opens a session for who has proven who they are, whatever the way, and gives its token. From here on the transaction
 * acts as this person. Undefined when the account has been disabled.
 */
export async function openSession(
  tx: Tx,
  account: { id: string; name: string },
  way: Way,
  visit: Visit,
): Promise<string | undefined> {
  if (!(await lockActiveAccount(tx, account.id))) return undefined
  const earlier = hashToken(visit.session)
  if (earlier) await deleteSession(tx, earlier)
  await deleteOldSessions(tx)
  const { id, name } = account
  tx.actor = staffActor({ accountId: id, name }, await listRolesOn(tx, id, dayOf(tx.now)))
  const token = newSessionToken()
  await insertSession(tx, { tokenHash: hashToken(token)!, accountId: id, browser: visit.browser })
  recordAudit(tx, { event: 'session.opened', subject: { kind: 'account', id }, detail: { way } })
  return token
}

/**
 * Notes that who is signed in proved both factors again, whatever the way, and gives the session's new token. Undefined
 * when the session has ended meanwhile.
 */
export async function renewProof(
  tx: Tx,
  accountId: string,
  way: Way,
  token: string | undefined,
): Promise<string | undefined> {
  const earlier = hashToken(token)
  const renewed = newSessionToken()
  if (!earlier || !(await updateProof(tx, earlier, hashToken(renewed)!))) return undefined
  recordAudit(tx, { event: 'session.proven', subject: { kind: 'account', id: accountId }, detail: { way } })
  return renewed
}
