import { anonymous, type StaffActor } from '#platform/actor.ts'
import { forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { isRecent, proofMinutes } from '#platform/web-proof.ts'
import type { Deps } from '#platform/web.ts'
import { updatePassword } from '../factor-queries.ts'
import { writeNotice } from '../letters/letters.ts'
import { deleteLinks } from '../link/link-queries.ts'
import type { Visit } from '../open-session.ts'
import { hashPassword, verifyPassword, whyNotPassword, type PasswordRefusal } from '../password.ts'
import { beginProof, recordRefusal, type ProofBegun, type ProofRefusal } from '../proof/prove-again.ts'
import { hashToken } from '../session.ts'
import type { SignInContext } from '../sign-in.ts'
import { deleteOtherSessions } from './session-list-queries.ts'

export type PasswordChanged =
  | { changed: true }
  | { signedOut: true }
  /** Both factors were proven too long ago. */
  | { proofWanted: true }
  | { refused: ProofRefusal; actor: StaffActor }
  | { refusedPassword: PasswordRefusal | 'not-same'; actor: StaffActor }

/** The page asked for a recent proof; who takes long over it still gets through, since the old password is checked. */
const graceMinutes = 2 * proofMinutes

/** Who is signed in changes their password. They stay signed in here, and are signed out everywhere else. */
export async function changePassword(
  deps: Deps,
  context: SignInContext,
  visit: Visit,
  typed: { current: string; password: string; again: string },
): Promise<PasswordChanged> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const begun = await inTenant((tx) => beginProof(tx, deps, visit.session))
  if (!begun) return { signedOut: true }
  const { account, actor, provenAt, marks } = begun
  if (!isRecent(provenAt, context.now, graceMinutes)) return { proofWanted: true }
  if (!marks) return { refused: 'too-many', actor }
  const refusedPassword = typed.again === typed.password ? whyNotPassword(typed.password, account) : 'not-same'
  if (refusedPassword) {
    await inTenant((tx) => forgetAttempt(tx, marks))
    return { refusedPassword, actor }
  }
  const isPassword = await verifyPassword(account.passwordHash ?? undefined, typed.current)
  const passwordHash = isPassword ? await hashPassword(typed.password) : undefined
  return inTenant((tx) => finish(tx, visit, { ...begun, marks }, passwordHash))
}

type Counted = ProofBegun & { marks: readonly string[] }

async function finish(
  tx: Tx,
  visit: Visit,
  { account, actor, marks }: Counted,
  passwordHash: string | undefined,
): Promise<PasswordChanged> {
  tx.actor = actor
  if (passwordHash === undefined || !(await updatePassword(tx, account.id, passwordHash))) {
    recordRefusal(tx, actor, 'wrong')
    return { refused: 'wrong', actor }
  }
  await forgetAttempt(tx, marks)
  await deleteLinks(tx, account.id)
  await deleteOtherSessions(tx, account.id, hashToken(visit.session))
  await writeNotice(tx, account, { kind: 'password-changed' }, visit)
  recordAudit(tx, { event: 'password.changed', subject: { kind: 'account', id: account.id } })
  return { changed: true }
}
