import type { Tx } from '#platform/tx.ts'
import type { OwnOrigin } from '#platform/web-origin.ts'
import { fromBase64url, readAssertion, type AssertionSent, type CeremonyRefusal } from './ceremony.ts'
import { lockPasskey, updatePasskeySuspended, updatePasskeyUsed, type PasskeyToSignIn } from './passkey-queries.ts'
import { isCountedOn } from './passkey.ts'

/** Why a signature wasn't taken, for the audit; the person gets one sentence for all. */
export type AssertionRefusal =
  | CeremonyRefusal
  | 'no-challenge'
  | 'unknown-passkey'
  | 'another-account'
  | 'suspended'
  | 'count-went-back'

interface Signed {
  assertion: AssertionSent
  own: OwnOrigin
  /** What the device was asked to sign; undefined when there is none that still counts. */
  challenge: Buffer | undefined
  /** Nobody else's passkey will do. */
  onlyOf?: string
}

export type CheckedAssertion =
  | { passkey: PasskeyToSignIn }
  | { refused: AssertionRefusal; passkey: PasskeyToSignIn | undefined }

/** Checks what a device signed, and notes that the passkey was used. A copied passkey is suspended. */
export async function checkAssertion(tx: Tx, { assertion, own, challenge, onlyOf }: Signed): Promise<CheckedAssertion> {
  const credentialId = fromBase64url(assertion.credentialId, 1023)
  const passkey = credentialId && (await lockPasskey(tx, credentialId))
  const refuse = (refused: AssertionRefusal): CheckedAssertion => ({ refused, passkey })
  if (!challenge) return refuse('no-challenge')
  if (!passkey) return refuse('unknown-passkey')
  if (onlyOf !== undefined && passkey.accountId !== onlyOf) return refuse('another-account')
  const read = readAssertion(assertion, { challenge, ...own }, passkey)
  if ('refused' in read) return refuse(read.refused)
  if (passkey.suspended) return refuse('suspended')
  if (!isCountedOn(passkey.signCount, read.signCount)) {
    await updatePasskeySuspended(tx, passkey.id)
    return refuse('count-went-back')
  }
  await updatePasskeyUsed(tx, passkey.id, read)
  return { passkey }
}
