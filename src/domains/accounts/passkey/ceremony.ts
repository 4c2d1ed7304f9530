import { createHash } from 'node:crypto'
import { readAuthenticatorData, type AuthenticatorData } from './authenticator-data.ts'
import { isSignedBy, readPublicKey } from './public-key.ts'

/** What we asked a device to sign, and at which address of ours: what it signed must be that and nothing else. */
export interface Asked {
  challenge: Buffer
  origin: string
  host: string
}

/** What the browser sent back, in base64url. */
export interface NewPasskeySent {
  credentialId: string
  clientData: string
  authenticatorData: string
  publicKey: string
}

export interface AssertionSent {
  credentialId: string
  clientData: string
  authenticatorData: string
  signature: string
  /** The account that the device keeps beside the passkey. */
  userHandle: string
}

export type CeremonyRefusal =
  | 'unreadable'
  | 'another-ceremony'
  | 'another-challenge'
  | 'another-origin'
  | 'inside-another-site'
  | 'another-host'
  | 'nobody-there'
  | 'not-verified'
  | 'key-of-unknown-kind'
  | 'wrong-signature'
  | 'another-account'

export interface NewPasskey {
  credentialId: Buffer
  publicKey: Buffer
  signCount: number
  synced: boolean
}

/** Bytes from base64url as browsers write it; undefined for what is none, or is longer than any. */
export function fromBase64url(text: string, most = 4096): Buffer | undefined {
  if (text.length === 0 || text.length > most * 2 || !/^[A-Za-z0-9_-]+$/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64url')
  return bytes.length <= most && bytes.toString('base64url') === text ? bytes : undefined
}

/**
 * Reads a new passkey. No certificate of the device's make is asked for (attestation "none"), so nothing but the
 * browser vouches for the key: its owner proves to have it with each signing in.
 */
export function readNewPasskey(sent: NewPasskeySent, asked: Asked): NewPasskey | { refused: CeremonyRefusal } {
  const [publicKey, named] = [fromBase64url(sent.publicKey, 1024), fromBase64url(sent.credentialId, 1023)]
  const read = readAnswer(sent, 'webauthn.create', asked)
  if ('refused' in read) return read
  const { credentialId, signCount, synced } = read.data
  if (!publicKey || !named || !credentialId?.equals(named) || named.length < 16) return { refused: 'unreadable' }
  if (!readPublicKey(publicKey)) return { refused: 'key-of-unknown-kind' }
  return { credentialId, publicKey, signCount, synced }
}

/** Checks a signature made to sign in (WebAuthn, section 7.2). `accountId` is whose passkey it is. */
export function readAssertion(
  sent: AssertionSent,
  asked: Asked,
  passkey: { publicKey: Buffer; accountId: string },
): { signCount: number; synced: boolean } | { refused: CeremonyRefusal } {
  const read = readAnswer(sent, 'webauthn.get', asked)
  if ('refused' in read) return read
  const [signature, handle] = [fromBase64url(sent.signature), fromBase64url(sent.userHandle, 64)]
  const key = readPublicKey(passkey.publicKey)
  if (!signature || !handle || !key) return { refused: 'unreadable' }
  if (!handle.equals(userHandleOf(passkey.accountId))) return { refused: 'another-account' }
  if (!isSignedBy(key, Buffer.concat([read.bytes, sha256(read.clientData)]), signature)) {
    return { refused: 'wrong-signature' }
  }
  return { signCount: read.data.signCount, synced: read.data.synced }
}

/** The account's number as its sixteen bytes: devices keep it beside the passkey, and it names nobody. */
export const userHandleOf = (accountId: string): Buffer => Buffer.from(accountId.replaceAll('-', ''), 'hex')

interface Read {
  bytes: Buffer
  clientData: Buffer
  data: AuthenticatorData
}

/** What both ceremonies have in common: which ceremony, which challenge, where, and that the person was verified. */
function readAnswer(
  sent: { clientData: string; authenticatorData: string },
  type: ClientData['type'],
  asked: Asked,
): Read | { refused: CeremonyRefusal } {
  const [clientData, bytes] = [fromBase64url(sent.clientData), fromBase64url(sent.authenticatorData)]
  const client = clientData && readClientData(clientData)
  const data = bytes && readAuthenticatorData(bytes)
  if (!client || !data) return { refused: 'unreadable' }
  const refused = whyNotClient(client, type, asked) ?? whyNotDevice(data, asked)
  return refused ? { refused } : { bytes, clientData, data }
}

interface ClientData {
  type: 'webauthn.create' | 'webauthn.get'
  challenge: string
  origin: string
  crossOrigin?: unknown
  topOrigin?: unknown
}

function readClientData(bytes: Buffer): ClientData | undefined {
  try {
    const client: unknown = JSON.parse(bytes.toString('utf8'))
    return typeof client === 'object' && client !== null ? (client as ClientData) : undefined
  } catch {
    return undefined
  }
}

function whyNotClient(client: ClientData, type: string, { challenge, origin }: Asked): CeremonyRefusal | undefined {
  if (client.type !== type) return 'another-ceremony'
  if (client.challenge !== challenge.toString('base64url')) return 'another-challenge'
  if (client.origin !== origin) return 'another-origin'
  if ((client.crossOrigin ?? false) !== false || client.topOrigin !== undefined) return 'inside-another-site'
  return undefined
}

function whyNotDevice(data: AuthenticatorData, { host }: Asked): CeremonyRefusal | undefined {
  if (!data.hostHash.equals(sha256(Buffer.from(host)))) return 'another-host'
  if (!data.present) return 'nobody-there'
  if (!data.verified) return 'not-verified'
  return undefined
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()
