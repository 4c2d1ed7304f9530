import { anonymous } from '#platform/actor.ts'
import { countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { TxContext } from '#platform/db.ts'
import type { Deps } from '#platform/web.ts'
import type { Tx } from '#platform/tx.ts'
import { knownDevice } from './device.ts'
import { checkFactors, useUpCode, type Checked, type Factors } from './factors.ts'
import { openSession, type Visit } from './open-session.ts'
import { deleteSession } from './session-queries.ts'
import { hashToken } from './session.ts'
import * as queries from './sign-in-queries.ts'
import { measuresOfSignIn } from './throttle.ts'

/** What was typed on the one page, and where it came from. */
export interface Credentials extends Factors, Visit {
  email: string
  address: string
  device?: string | undefined
}

export type SignedIn = { token: string } | { refused: SignInRefusal }
export type SignInRefusal = 'wrong' | 'too-many'

/** The centre of the request; who acts is known only at the end. */
export type SignInContext = Omit<TxContext, 'actor'>

/**
 * Signs a person in. The attempt is counted in a transaction of its own before anything is checked, so that neither a
 * refusal nor a hundred attempts at once undo the count. Every wrong combination gets the same answer after the same work.
 */
export async function signIn(deps: Deps, context: SignInContext, credentials: Credentials): Promise<SignedIn> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const email = normaliseEmail(credentials.email)
  const begun = await inTenant((tx) => beginAttempt(tx, deps, { ...credentials, email }))
  if (!begun.marks) return { refused: 'too-many' }
  const { account, marks } = begun
  const checked = await checkFactors(deps.sealer, account, credentials, context.now)
  const token = await inTenant((tx) => endAttempt(tx, marks, { account, checked, visit: credentials }))
  return token ? { token } : { refused: 'wrong' }
}

export const normaliseEmail = (email: string): string => email.trim().normalize('NFC').toLowerCase()

type Account = queries.AccountToSignIn

async function beginAttempt(tx: Tx, { sealer }: Deps, { email, address, device }: Credentials) {
  const account = await queries.findAccountToSignIn(tx, email)
  const measures = measuresOfSignIn(email, address, knownDevice(sealer, device, email))
  const marks = await countOrTell(tx, sealer, measures, () => recordRefusal(tx, account, 'too-many'))
  return { account, marks }
}

interface Outcome {
  account: Account | undefined
  checked: Checked | undefined
  visit: Visit
}

/** Uses the code up and opens the session; a code that was used meanwhile is a wrong one. */
async function endAttempt(
  tx: Tx,
  marks: readonly string[],
  { account, checked, visit }: Outcome,
): Promise<string | undefined> {
  const way = checked && (await useUpCode(tx, checked, visit))
  if (!checked || !way) {
    recordRefusal(tx, account, 'wrong')
    return undefined
  }
  await forgetAttempt(tx, marks)
  return openSession(tx, checked.account, way, visit)
}

/** Whose account it was is told only to the audit. */
const recordRefusal = (tx: Tx, account: Account | undefined, reason: SignInRefusal): void =>
  recordAudit(tx, {
    event: 'session.refused',
    ...(account && { subject: { kind: 'account', id: account.id } }),
    detail: { reason },
  })

/** Ends the session of the request, if there is one. */
export async function signOut(tx: Tx, token: string | undefined): Promise<void> {
  const tokenHash = hashToken(token)
  const accountId = tokenHash && (await deleteSession(tx, tokenHash))
  if (accountId) recordAudit(tx, { event: 'session.closed', subject: { kind: 'account', id: accountId } })
}
