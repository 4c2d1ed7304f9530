import { anonymous } from '#platform/actor.ts'
import { countAttempt, forgetAttempt } from '#platform/attempts.ts'
import type { Tx } from '#platform/tx.ts'
import type { OwnOrigin } from '#platform/web-origin.ts'
import type { Deps } from '#platform/web.ts'
import { findSignedIn } from '../identify.ts'
import { renewProof, type Visit } from '../open-session.ts'
import type { AssertionSent } from '../passkey/ceremony.ts'
import { deleteChallenge, insertChallenge } from '../passkey/challenge-queries.ts'
import { checkAssertion } from '../passkey/check-assertion.ts'
import { measureOfChallenges } from '../passkey/measures.ts'
import { hashToken } from '../session.ts'
import type { SignInContext } from '../sign-in.ts'
import { beginProof, recordRefusal, type ProvenAgain } from './prove-again.ts'

/** What the device of who is signed in shall sign, or why there is nothing to sign. */
export const challengeToProve = (
  deps: Deps,
  context: SignInContext,
  { session, address }: { session: string | undefined; address: string },
): Promise<Buffer | 'signed-out' | 'too-many'> =>
  deps.database.inTenant({ ...context, actor: anonymous }, async (tx) => {
    if (!(await findSignedIn(tx, session))) return 'signed-out'
    if (!(await countAttempt(tx, deps.sealer, [measureOfChallenges(address)]))) return 'too-many'
    return insertChallenge(tx, 'proof', hashToken(session)!)
  })

interface Sent {
  assertion: AssertionSent
  own: OwnOrigin
}

/**
 * Who is signed in proves it by one of their own passkeys: the device verified its person, so this is two factors. The
 * challenge belongs to the session and is used up in a transaction of its own, whatever comes of it.
 */
export async function proveByPasskey(
  deps: Deps,
  context: SignInContext,
  visit: Visit,
  sent: Sent,
): Promise<ProvenAgain> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const begun = await inTenant(async (tx) => {
    const proof = await beginProof(tx, deps, visit.session)
    return proof && { ...proof, challenge: await deleteChallenge(tx, 'proof', hashToken(visit.session)!) }
  })
  if (!begun) return { signedOut: true }
  const { actor, marks, challenge } = begun
  if (!marks) return { refused: 'too-many', actor }
  return inTenant(async (tx) => {
    tx.actor = actor
    const checked = await checkAssertion(tx, { ...sent, challenge, onlyOf: actor.accountId })
    if ('refused' in checked) {
      recordRefusal(tx, actor, checked.refused)
      return { refused: 'wrong-passkey', actor }
    }
    await forgetAttempt(tx, marks)
    const token = await renewProof(tx, actor.accountId, 'passkey', visit.session)
    return token === undefined ? { signedOut: true } : { token }
  })
}
