import { anonymous } from '#platform/actor.ts'
import { countAttempt, countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { OwnOrigin } from '#platform/web-origin.ts'
import type { Deps } from '#platform/web.ts'
import { openSession, type Visit } from '../open-session.ts'
import { hashToken } from '../session.ts'
import type { SignInContext } from '../sign-in.ts'
import { measureOfChallenges, measureOfPasskeys } from './measures.ts'
import type { AssertionSent } from './ceremony.ts'
import { deleteChallenge, insertChallenge } from './challenge-queries.ts'
import { checkAssertion, type AssertionRefusal } from './check-assertion.ts'

export type PasskeyRefusal = 'wrong' | 'too-many'
export type SignedInWithPasskey = { token: string; email: string } | { refused: PasskeyRefusal }

/** Why nobody was let in, for the audit; the person gets one sentence for all. */
type Reason = AssertionRefusal | PasskeyRefusal | 'disabled'

/** What a device shall sign for the browser with this token; undefined when too many were asked for from there. */
export const challengeToSignIn = (
  deps: Deps,
  context: SignInContext,
  { token, address }: { token: string; address: string },
): Promise<Buffer | undefined> =>
  deps.database.inTenant({ ...context, actor: anonymous }, async (tx) => {
    if (!(await countAttempt(tx, deps.sealer, [measureOfChallenges(address)]))) return undefined
    return insertChallenge(tx, 'sign-in', hashToken(token)!)
  })

interface Sent {
  assertion: AssertionSent
  /** Of the browser that was given the challenge. */
  token: string | undefined
  address: string
  own: OwnOrigin
  visit: Visit
}

/**
 * Signs in whose device signed the browser's challenge. The challenge is used up in a transaction of its own, whatever
 * comes of it. The device verified its person, so this is two factors.
 */
export async function signInWithPasskey(deps: Deps, context: SignInContext, sent: Sent): Promise<SignedInWithPasskey> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const { marks, challenge } = await inTenant((tx) => begin(tx, deps, sent))
  if (!marks) return { refused: 'too-many' }
  return inTenant((tx) => end(tx, sent, { marks, challenge }))
}

async function begin(tx: Tx, { sealer }: Deps, { token, address }: Sent) {
  const measures = [measureOfPasskeys(address)]
  const marks = await countOrTell(tx, sealer, measures, () => recordRefusal(tx, undefined, 'too-many'))
  const tokenHash = hashToken(token)
  return { marks, challenge: tokenHash && (await deleteChallenge(tx, 'sign-in', tokenHash)) }
}

interface Begun {
  marks: readonly string[]
  challenge: Buffer | undefined
}

async function end(tx: Tx, sent: Sent, { marks, challenge }: Begun): Promise<SignedInWithPasskey> {
  const checked = await checkAssertion(tx, { assertion: sent.assertion, own: sent.own, challenge })
  const refuse = (reason: Reason): SignedInWithPasskey => {
    recordRefusal(tx, checked.passkey?.accountId, reason)
    return { refused: 'wrong' }
  }
  if ('refused' in checked) return refuse(checked.refused)
  const { accountId, name, email } = checked.passkey
  const token = await openSession(tx, { id: accountId, name }, 'passkey', sent.visit)
  if (!token) return refuse('disabled')
  await forgetAttempt(tx, marks)
  return { token, email }
}

const recordRefusal = (tx: Tx, accountId: string | undefined, reason: Reason): void =>
  recordAudit(tx, {
    event: 'session.refused',
    ...(accountId !== undefined && { subject: { kind: 'account', id: accountId } }),
    detail: { way: 'passkey', reason },
  })
