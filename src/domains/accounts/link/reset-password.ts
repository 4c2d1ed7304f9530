import { anonymous } from '#platform/actor.ts'
import { countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { updatePassword } from '../factor-queries.ts'
import { checkCode, useUpCode, type Checked } from '../factors.ts'
import { staffActor } from '../identify.ts'
import { writeNotice } from '../letters/letters.ts'
import type { Visit } from '../open-session.ts'
import { hashPassword, whyNotPassword, type PasswordRefusal } from '../password.ts'
import { deleteSessionsOf, listRolesOn } from '../session-queries.ts'
import { findAccountToProve, type AccountToSignIn } from '../sign-in-queries.ts'
import type { SignInContext } from '../sign-in.ts'
import { measuresOfResetCode } from '../throttle.ts'
import { hashLinkToken } from './access-link.ts'
import { deleteLinks, findLink, lockLink } from './link-queries.ts'

export type ResetRefusal = 'gone' | 'wrong-code' | 'too-many'
export type Reset = 'done' | { refused: ResetRefusal } | { refusedPassword: PasswordRefusal }

export interface ResetTyped {
  token: string
  password: string
  code: string
}

/**
 * Sets a new password by the link from the letter. The link alone isn't enough: a code from the phone, or a recovery
 * code, is asked for too. Every session of the account ends.
 */
export async function resetPassword(
  deps: Deps,
  context: SignInContext,
  visit: Visit,
  { token, password, code }: ResetTyped,
): Promise<Reset> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const tokenHash = hashLinkToken(token)
  const account = tokenHash && (await inTenant((tx) => findAccountOfReset(tx, tokenHash)))
  if (!account) return { refused: 'gone' }
  const refusedPassword = whyNotPassword(password, account)
  if (refusedPassword) return { refusedPassword }
  const marks = await inTenant((tx) => count(tx, deps, account))
  if (!marks) return { refused: 'too-many' }
  const checked = await checkCode(deps.sealer, account, code, context.now)
  const passwordHash = await hashPassword(password)
  return inTenant((tx) => finish(tx, visit, { tokenHash, account, checked, passwordHash, marks }))
}

/** Whose password the link is for; undefined when it opens nothing (any more). */
export async function findAccountOfReset(tx: Tx, tokenHash: Buffer): Promise<AccountToSignIn | undefined> {
  const id = await findLink(tx, 'reset', tokenHash)
  return id === undefined ? undefined : findAccountToProve(tx, id)
}

const count = (tx: Tx, { sealer }: Deps, { id }: AccountToSignIn): Promise<readonly string[] | undefined> =>
  countOrTell(tx, sealer, measuresOfResetCode(id), () => recordRefusal(tx, id, 'too-many'))

interface Ready {
  tokenHash: Buffer
  account: AccountToSignIn
  checked: Checked | undefined
  passwordHash: string
  marks: readonly string[]
}

async function finish(tx: Tx, visit: Visit, ready: Ready): Promise<Reset> {
  const { account, checked } = ready
  if (!(await lockLink(tx, ready.tokenHash))) return { refused: 'gone' }
  if (
    !checked ||
    !(await useUpCode(tx, checked, visit)) ||
    !(await updatePassword(tx, account.id, ready.passwordHash))
  ) {
    recordRefusal(tx, account.id, 'wrong-code')
    return { refused: 'wrong-code' }
  }
  tx.actor = staffActor({ accountId: account.id, name: account.name }, await listRolesOn(tx, account.id, dayOf(tx.now)))
  await forgetAttempt(tx, ready.marks)
  await deleteLinks(tx, account.id)
  await deleteSessionsOf(tx, account.id)
  await writeNotice(tx, account, { kind: 'password-reset' }, visit)
  recordAudit(tx, { event: 'password.reset', subject: { kind: 'account', id: account.id } })
  return 'done'
}

const recordRefusal = (tx: Tx, id: string, reason: ResetRefusal): void =>
  recordAudit(tx, { event: 'password.reset-refused', subject: { kind: 'account', id }, detail: { reason } })
