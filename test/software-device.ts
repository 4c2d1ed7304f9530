import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'
import type { AssertionSent, Asked, NewPasskeySent } from '#domains/accounts/passkey/ceremony.ts'

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/** What a device and its browser may do otherwise than asked. */
export interface Otherwise {
  type?: string
  challenge?: Buffer
  origin?: string
  host?: string
  crossOrigin?: boolean
  flags?: number
  signCount?: number
  userHandle?: Buffer
  key?: KeyObject
}

const present = 0x01
const verified = 0x04
const credential = 0x40

/** A device with one passkey, in memory, that signs whatever it is told to: also what no device would. */
export interface SoftwareDevice {
  make(asked: Asked, otherwise?: Otherwise): NewPasskeySent & { attestationObject: string }
  sign(asked: Asked, userHandle: Buffer, otherwise?: Otherwise): AssertionSent
}

export type KeyKind = 'ed25519' | 'ec' | 'rsa'

export function aDevice(kind: KeyKind = 'ec'): SoftwareDevice {
  const { publicKey, privateKey } = newKeys(kind)
  const credentialId = randomBytes(32)
  const clientData = (type: string, asked: Asked, otherwise: Otherwise) =>
    Buffer.from(
      JSON.stringify({
        type: otherwise.type ?? type,
        challenge: (otherwise.challenge ?? asked.challenge).toString('base64url'),
        origin: otherwise.origin ?? asked.origin,
        crossOrigin: otherwise.crossOrigin ?? false,
      }),
    )
  const head = (asked: Asked, flags: number, { host, signCount, ...otherwise }: Otherwise) => {
    const counted = Buffer.alloc(4)
    counted.writeUInt32BE(signCount ?? 0)
    return Buffer.concat([sha256(Buffer.from(host ?? asked.host)), Buffer.from([otherwise.flags ?? flags]), counted])
  }
  return {
    make: (asked, otherwise = {}) => {
      const client = clientData('webauthn.create', asked, otherwise)
      const authenticatorData = Buffer.concat([
        head(asked, present | verified | credential, otherwise),
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(publicKey),
      ])
      return {
        credentialId: credentialId.toString('base64url'),
        clientData: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
        attestationObject: attestationOf(authenticatorData).toString('base64url'),
      }
    },
    sign: (asked, userHandle, otherwise = {}) => {
      const client = clientData('webauthn.get', asked, otherwise)
      const authenticatorData = head(asked, present | verified, otherwise)
      const signed = Buffer.concat([authenticatorData, sha256(client)])
      return {
        credentialId: credentialId.toString('base64url'),
        clientData: client.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign(kind === 'ed25519' ? null : 'sha256', signed, otherwise.key ?? privateKey).toString(
          'base64url',
        ),
        userHandle: (otherwise.userHandle ?? userHandle).toString('base64url'),
      }
    },
  }
}

function newKeys(kind: KeyKind): { publicKey: KeyObject; privateKey: KeyObject } {
  if (kind === 'ed25519') return generateKeyPairSync('ed25519')
  if (kind === 'rsa') return generateKeyPairSync('rsa', { modulusLength: 2048 })
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** The key as devices write it (COSE, RFC 9053), in the CBOR of RFC 8949. */
function coseKey(key: KeyObject): Buffer {
  const { kty, x, y, n, e } = key.export({ format: 'jwk' })
  const bytes = (text: string | undefined) => cborBytes(Buffer.from(text ?? '', 'base64url'))
  if (kty === 'OKP')
    return cborMap([
      [1, cborInteger(1)],
      [3, cborInteger(-8)],
      [-1, cborInteger(6)],
      [-2, bytes(x)],
    ])
  if (kty === 'RSA')
    return cborMap([
      [1, cborInteger(3)],
      [3, cborInteger(-257)],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ])
  const curve: [number, Buffer][] = [
    [-1, cborInteger(1)],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]
  return cborMap([[1, cborInteger(2)], [3, cborInteger(-7)], ...curve])
}

const attestationOf = (authenticatorData: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from([0xa3]),
    cborText('fmt'),
    cborText('none'),
    cborText('attStmt'),
    Buffer.from([0xa0]),
    cborText('authData'),
    cborBytes(authenticatorData),
  ])

function cborHead(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n])
  if (n < 256) return Buffer.from([(major << 5) | 24, n])
  return Buffer.from([(major << 5) | 25, n >> 8, n & 255])
}

const cborInteger = (n: number): Buffer => (n < 0 ? cborHead(1, -1 - n) : cborHead(0, n))
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes])
const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, text.length), Buffer.from(text)])
const cborMap = (entries: [number, Buffer][]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cborInteger(key), value])])
