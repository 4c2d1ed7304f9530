import { userHandleOf } from './ceremony.ts'
import { challengeMinutes } from './passkey.ts'
import { keyKinds } from './public-key.ts'

const timeout = challengeMinutes * 60 * 1000

const base64url = (bytes: Buffer): string => bytes.toString('base64url')

interface Owner {
  accountId: string
  /** What devices show in their list of passkeys. */
  email: string
  name: string
}

/**
 * What the browser hands to navigator.credentials.create. The device must keep the passkey itself, so that no name has
 * to be typed, and check its person.
 */
export const optionsToAdd = (
  challenge: Buffer,
  { accountId, email, name }: Owner,
  { host, centre, known }: { host: string; centre: string; known: readonly Buffer[] },
) => ({
  challenge: base64url(challenge),
  rp: { id: host, name: centre },
  user: { id: base64url(userHandleOf(accountId)), name: email, displayName: name },
  pubKeyCredParams: keyKinds.map((alg) => ({ type: 'public-key', alg })),
  excludeCredentials: known.map((id) => ({ type: 'public-key', id: base64url(id) })),
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  attestation: 'none',
  timeout,
})

/** What the browser hands to navigator.credentials.get; whose passkey it will be isn't known yet. */
export const optionsToSignIn = (challenge: Buffer, host: string) => ({
  challenge: base64url(challenge),
  rpId: host,
  userVerification: 'required',
  timeout,
})
