import { setTimeout } from 'node:timers/promises'
import { anonymous } from '#platform/actor.ts'
import { countAttempt, isFirstOverFull } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { knownDevice } from '../device.ts'
import { findAccountToSignIn } from '../sign-in-queries.ts'
import { normaliseEmail, type SignInContext } from '../sign-in.ts'
import { measuresOfReset } from '../throttle.ts'
import { sendLink, type Sender } from './send-link.ts'

/** Milliseconds. No answer comes sooner, whether there was a letter to write or not: the time tells nothing. */
const shortestAnswer = 250

export interface ResetAsked {
  email: string
  address: string
  device: string | undefined
}

/** Somebody has forgotten a password. Whether the address has an account is told to its mailbox only. */
export async function requestReset(
  deps: Deps,
  context: SignInContext,
  asked: ResetAsked,
  sender: Sender,
): Promise<'answered' | 'too-many'> {
  const email = normaliseEmail(asked.email)
  const work = deps.database.inTenant({ ...context, actor: anonymous }, (tx) => answer(tx, { ...asked, email }, sender))
  const [result] = await Promise.all([work, setTimeout(shortestAnswer)])
  return result
}

async function answer(tx: Tx, { email, address, device }: ResetAsked, sender: Sender) {
  const { sealer } = sender
  const measures = measuresOfReset(email, address, knownDevice(sealer, device, email))
  const account = await findAccountToSignIn(tx, email)
  const marks = await countAttempt(tx, sealer, measures)
  // Who is invited has no password to forget: the invitation is their way in.
  const mayReset = account !== undefined && account.state === 'active' && account.passwordHash !== null
  if (marks || (await isFirstOverFull(tx, sealer, measures)))
    recordAudit(tx, {
      event: marks ? 'password.reset-asked' : 'password.reset-refused',
      ...(account && { subject: { kind: 'account', id: account.id } }),
      detail: { sent: marks !== undefined && mayReset },
    })
  if (!marks) return 'too-many'
  if (mayReset) await sendLink(tx, account, 'reset', sender)
  return 'answered'
}
