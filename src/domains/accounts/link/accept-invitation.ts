import { anonymous } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { updateBothFactors } from '../factor-queries.ts'
import { openSession, type Visit } from '../open-session.ts'
import { hashPassword, whyNotPassword, type PasswordRefusal } from '../password.ts'
import { findAccountToProve, type AccountToSignIn } from '../sign-in-queries.ts'
import type { SignInContext } from '../sign-in.ts'
import { hashLinkToken } from './access-link.ts'
import { deleteLinks, findLink, lockLink } from './link-queries.ts'
import { provenTotp, totpSetup } from './totp-setup.ts'

export type InvitationRefusal = 'gone' | 'wrong-code'
export type Accepted =
  | { token: string; email: string }
  | { refused: InvitationRefusal }
  | { refusedPassword: PasswordRefusal }

export interface InvitationTyped {
  token: string
  password: string
  /** The key as the form carried it, sealed, and a code that the app made of it. */
  setup: string
  code: string
}

/** An invited person sets their password and puts the key into their app; with both proven they are signed in. */
export async function acceptInvitation(
  deps: Deps,
  context: SignInContext,
  visit: Visit,
  { token, password, setup, code }: InvitationTyped,
): Promise<Accepted> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const tokenHash = hashLinkToken(token)
  const account = tokenHash && (await inTenant((tx) => findInvited(tx, tokenHash)))
  if (!account) return { refused: 'gone' }
  const refusedPassword = whyNotPassword(password, account)
  if (refusedPassword) return { refusedPassword }
  const totp = provenTotp(deps.sealer, totpSetup(deps.sealer, account.id, setup), code, context.now)
  if (!totp) return { refused: 'wrong-code' }
  const passwordHash = await hashPassword(password)
  return inTenant(async (tx) => {
    if (!(await lockLink(tx, tokenHash))) return { refused: 'gone' }
    const isActive = await updateBothFactors(tx, account.id, { passwordHash, ...totp })
    const session = isActive && (await openSession(tx, account, 'invitation', visit))
    if (!session) return { refused: 'gone' }
    await deleteLinks(tx, account.id)
    recordAudit(tx, { event: 'invitation.accepted', subject: { kind: 'account', id: account.id } })
    return { token: session, email: account.email }
  })
}

/** Who is invited by the link; undefined when it opens nothing (any more). */
export async function findInvited(tx: Tx, tokenHash: Buffer): Promise<AccountToSignIn | undefined> {
  const id = await findLink(tx, 'invitation', tokenHash)
  return id === undefined ? undefined : findAccountToProve(tx, id)
}
