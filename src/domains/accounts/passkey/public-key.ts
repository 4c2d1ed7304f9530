import { createPublicKey, verify, type KeyObject } from 'node:crypto'

/** The kinds of key that we ask devices for, best first, by their COSE numbers: Ed25519, ES256, RS256. */
export const keyKinds = [-8, -7, -257] as const

/** A public key as browsers hand it over (SubjectPublicKeyInfo, DER); undefined for any but the kinds above. */
export function readPublicKey(bytes: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: bytes, format: 'der', type: 'spki' })
    return isStrong(key) ? key : undefined
  } catch {
    return undefined
  }
}

function isStrong({ asymmetricKeyType: kind, asymmetricKeyDetails: details }: KeyObject): boolean {
  if (kind === 'ed25519') return true
  if (kind === 'ec') return details?.namedCurve === 'prime256v1'
  const bits = details?.modulusLength ?? 0
  return kind === 'rsa' && bits >= 2048 && bits <= 4096
}

export function isSignedBy(key: KeyObject, signed: Buffer, signature: Buffer): boolean {
  try {
    return verify(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', signed, key, signature)
  } catch {
    return false
  }
}
