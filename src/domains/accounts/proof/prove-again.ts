import { anonymous, type StaffActor } from '#platform/actor.ts'
import { countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { checkFactors, useUpCode, type Checked, type Factors } from '../factors.ts'
import { findSignedIn } from '../identify.ts'
import { renewProof, type Visit } from '../open-session.ts'
import type { AssertionRefusal } from '../passkey/check-assertion.ts'
import { findAccountToProve } from '../sign-in-queries.ts'
import type { SignInContext } from '../sign-in.ts'
import { measuresOfProof } from '../throttle.ts'

export type ProofRefusal = 'wrong' | 'wrong-passkey' | 'too-many'
export type ProvenAgain = { token: string } | { refused: ProofRefusal; actor: StaffActor } | { signedOut: true }

/**
 * Who is signed in proves both factors again. As when signing in, the attempt is counted in a transaction of its own
 * before anything is checked. The session goes on under a new token.
 */
export async function proveAgain(
  deps: Deps,
  context: SignInContext,
  visit: Visit,
  typed: Factors,
): Promise<ProvenAgain> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const begun = await inTenant((tx) => beginProof(tx, deps, visit.session))
  if (!begun) return { signedOut: true }
  const { account, actor, marks } = begun
  if (!marks) return { refused: 'too-many', actor }
  const checked = await checkFactors(deps.sealer, account, typed, context.now)
  return inTenant((tx) => end(tx, actor, { marks, checked, visit }))
}

/** Who is signed in and may try; the attempt is counted. Undefined when nobody is. */
export async function beginProof(tx: Tx, { sealer }: Deps, session: string | undefined) {
  const known = await findSignedIn(tx, session)
  const account = known && (await findAccountToProve(tx, known.actor.accountId))
  if (!account) return undefined
  tx.actor = known.actor
  const measures = measuresOfProof(account.id)
  const marks = await countOrTell(tx, sealer, measures, () => recordRefusal(tx, known.actor, 'too-many'))
  return { account, ...known, marks }
}

export type ProofBegun = NonNullable<Awaited<ReturnType<typeof beginProof>>>

interface Outcome {
  marks: readonly string[]
  checked: Checked | undefined
  visit: Visit
}

async function end(tx: Tx, actor: StaffActor, { marks, checked, visit }: Outcome): Promise<ProvenAgain> {
  tx.actor = actor
  const way = checked && (await useUpCode(tx, checked, visit))
  if (!way) {
    recordRefusal(tx, actor, 'wrong')
    return { refused: 'wrong', actor }
  }
  await forgetAttempt(tx, marks)
  const token = await renewProof(tx, actor.accountId, way, visit.session)
  return token === undefined ? { signedOut: true } : { token }
}

/** A try that proved nothing, told to the audit. */
export const recordRefusal = (tx: Tx, { accountId }: StaffActor, reason: ProofRefusal | AssertionRefusal): void =>
  recordAudit(tx, {
    event: 'session.proof-refused',
    subject: { kind: 'account', id: accountId },
    detail: { reason },
  })
