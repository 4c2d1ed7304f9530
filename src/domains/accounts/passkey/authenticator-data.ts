/** What the device that made a signature says about it (WebAuthn, section 6.1). */
export interface AuthenticatorData {
  /** SHA-256 of the host name that the passkey is bound to. */
  hostHash: Buffer
  /** Somebody touched the device. */
  present: boolean
  /** The device checked who it was, by fingerprint, face or PIN. */
  verified: boolean
  /** The passkey may be, and is, copied to other devices of its person. */
  mayBeSynced: boolean
  synced: boolean
  signCount: number
  /** Only in answer to making a passkey. */
  credentialId: Buffer | undefined
}

const flag = { present: 0x01, verified: 0x04, mayBeSynced: 0x08, synced: 0x10, credential: 0x40, extensions: 0x80 }

const headLength = 37
/** Which make of device it is; we don't ask. */
const makeLength = 16

/** Undefined for bytes that aren't laid out like this. */
export function readAuthenticatorData(bytes: Buffer): AuthenticatorData | undefined {
  if (bytes.length < headLength) return undefined
  const flags = bytes[32]!
  const has = (bit: number) => (flags & bit) !== 0
  if (has(flag.synced) && !has(flag.mayBeSynced)) return undefined
  const credentialId = has(flag.credential) ? readCredentialId(bytes.subarray(headLength + makeLength)) : undefined
  if (has(flag.credential) !== (credentialId !== undefined)) return undefined
  const nothingFollows = !has(flag.credential) && !has(flag.extensions)
  if (nothingFollows !== (bytes.length === headLength)) return undefined
  return {
    hostHash: bytes.subarray(0, 32),
    present: has(flag.present),
    verified: has(flag.verified),
    mayBeSynced: has(flag.mayBeSynced),
    synced: has(flag.synced),
    signCount: bytes.readUInt32BE(33),
    credentialId,
  }
}

/** Its length stands before it, and its public key follows. */
function readCredentialId(bytes: Buffer): Buffer | undefined {
  if (bytes.length < 2) return undefined
  const length = bytes.readUInt16BE(0)
  return bytes.length > 2 + length ? bytes.subarray(2, 2 + length) : undefined
}
