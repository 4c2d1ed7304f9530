import { anonymous } from '#platform/actor.ts'
import { countAttempt, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { OwnOrigin } from '#platform/web-origin.ts'
import type { Deps } from '#platform/web.ts'
import { openSession, type Visit } from '../open-session.ts'
import { hashToken } from '../session.ts'
import type { SignInContext } from '../sign-in.ts'
import { measureOfChallenges, measureOfPasskeys } from './measures.ts'
import { fromBase64url, readAssertion, type AssertionSent, type CeremonyRefusal } from './ceremony.ts'
import { deleteChallenge, insertChallenge } from './challenge-queries.ts'
import { lockPasskey, updatePasskeySuspended, updatePasskeyUsed } from './passkey-queries.ts'
import { isCountedOn } from './passkey.ts'

export type PasskeyRefusal = 'wrong' | 'too-many'
export type SignedInWithPasskey = { token: string; email: string } | { refused: PasskeyRefusal }

/** Why a signature wasn't taken, for the audit; the person gets one sentence for all. */
type Reason =
  | CeremonyRefusal
  | PasskeyRefusal
  | 'no-challenge'
  | 'unknown-passkey'
  | 'suspended'
  | 'count-went-back'
  | 'disabled'

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
  const marks = await countAttempt(tx, sealer, [measureOfPasskeys(address)])
  if (!marks) recordRefusal(tx, undefined, 'too-many')
  const tokenHash = hashToken(token)
  return { marks, challenge: tokenHash && (await deleteChallenge(tx, 'sign-in', tokenHash)) }
}

interface Begun {
  marks: readonly string[]
  challenge: Buffer | undefined
}

async function end(tx: Tx, sent: Sent, { marks, challenge }: Begun): Promise<SignedInWithPasskey> {
  const credentialId = fromBase64url(sent.assertion.credentialId, 1023)
  const passkey = credentialId && (await lockPasskey(tx, credentialId))
  const refuse = (reason: Reason): SignedInWithPasskey => {
    recordRefusal(tx, passkey?.accountId, reason)
    return { refused: 'wrong' }
  }
  if (!challenge) return refuse('no-challenge')
  if (!passkey) return refuse('unknown-passkey')
  const read = readAssertion(sent.assertion, { challenge, ...sent.own }, passkey)
  if ('refused' in read) return refuse(read.refused)
  if (passkey.suspended) return refuse('suspended')
  if (!isCountedOn(passkey.signCount, read.signCount)) {
    await updatePasskeySuspended(tx, passkey.id)
    return refuse('count-went-back')
  }
  await updatePasskeyUsed(tx, passkey.id, read)
  const token = await openSession(tx, { id: passkey.accountId, name: passkey.name }, 'passkey', sent.visit)
  if (!token) return refuse('disabled')
  await forgetAttempt(tx, marks)
  return { token, email: passkey.email }
}

const recordRefusal = (tx: Tx, accountId: string | undefined, reason: Reason): void =>
  recordAudit(tx, {
    event: 'session.refused',
    ...(accountId !== undefined && { subject: { kind: 'account', id: accountId } }),
    detail: { way: 'passkey', reason },
  })
