import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keys made from the installation's secrets, one for each purpose, so that a value sealed for one can't be used for
 * another. The secrets live outside the database. The newest one seals; older ones still open, until `bin/splot
 * rotate-keys` has sealed everything anew.
 */
export interface Sealer {
  /** AES-256-GCM with a fresh nonce; the purpose is bound in, the id of the key stands in front. */
  seal(purpose: string, content: string | Uint8Array): Buffer
  /** Throws when the bytes were changed, sealed for another purpose, or sealed with a key that isn't here. */
  unseal(purpose: string, sealed: Uint8Array): string
  /** The same for what is no text, such as a file. */
  unsealBytes(purpose: string, sealed: Uint8Array): Buffer
  /** A keyed hash (HMAC-SHA-256): finds an equal value without telling what it is. */
  hash(purpose: string, value: string): Buffer
  /** The hashes by every key: for finding what was stored before the keys were changed. */
  hashes(purpose: string, value: string): Buffer[]
  /** What everything sealed with the newest key begins with. */
  readonly mark: Buffer
}

const version = 1
const idLength = 4
const headLength = 1 + idLength
const nonceLength = 12
const tagLength = 16

/** Texts of recognitions and drafts stood in the clear once; a migration marked them so, and the next rotation seals them. */
const clearMark = Buffer.from('\0clear')
const onceClear = ['reconnaissance section', 'form draft']

interface Ring {
  id: Buffer
  keyFor(purpose: string): Buffer
}

/** The newest secret first. */
export function createSealer(secrets: string | readonly [string, ...string[]]): Sealer {
  const rings = [secrets].flat().map(ringOf)
  const newest = rings[0]!
  const mark = Buffer.concat([Buffer.of(version), newest.id])
  const hashWith = (ring: Ring, purpose: string, value: string): Buffer =>
    createHmac('sha256', ring.keyFor(`hash ${purpose}`))
      .update(value)
      .digest()
  return {
    seal: (purpose, content) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', newest.keyFor(`seal ${purpose}`), nonce)
      const body = [cipher.update(typeof content === 'string' ? Buffer.from(content) : content), cipher.final()]
      return Buffer.concat([mark, nonce, cipher.getAuthTag(), ...body])
    },
    unseal: (purpose, sealed) => unsealWith(rings, purpose, sealed).toString('utf8'),
    unsealBytes: (purpose, sealed) => unsealWith(rings, purpose, sealed),
    hash: (purpose, value) => hashWith(newest, purpose, value),
    hashes: (purpose, value) => rings.map((ring) => hashWith(ring, purpose, value)),
    mark,
  }
}

function ringOf(secret: string): Ring {
  const derive = (purpose: string, length: number) => Buffer.from(hkdfSync('sha256', secret, 'splot', purpose, length))
  const keys = new Map<string, Buffer>()
  const keyFor = (purpose: string): Buffer => {
    let key = keys.get(purpose)
    if (!key) keys.set(purpose, (key = derive(purpose, 32)))
    return key
  }
  return { id: derive('key id', idLength), keyFor }
}

const isUnder = (ring: Ring, sealed: Buffer): boolean =>
  sealed[0] === version && sealed.subarray(1, headLength).equals(ring.id)

function unsealWith(rings: readonly Ring[], purpose: string, bytes: Uint8Array): Buffer {
  const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (sealed.length === 0) return sealed
  if (onceClear.includes(purpose) && sealed.subarray(0, clearMark.length).equals(clearMark)) {
    return sealed.subarray(clearMark.length)
  }
  const ring = rings.find((one) => isUnder(one, sealed))
  if (ring) return decipher(ring, purpose, sealed.subarray(headLength))
  return unsealWithoutId(rings, purpose, sealed)
}

/** What was sealed before ids of keys stood in front: tried with each key. */
function unsealWithoutId(rings: readonly Ring[], purpose: string, sealed: Buffer): Buffer {
  for (const ring of rings) {
    try {
      return decipher(ring, purpose, sealed)
    } catch {
      // Another key may open it.
    }
  }
  throw new Error(`no key of this installation opens what was sealed for "${purpose}"`)
}

function decipher(ring: Ring, purpose: string, bytes: Buffer): Buffer {
  const cipher = createDecipheriv('aes-256-gcm', ring.keyFor(`seal ${purpose}`), bytes.subarray(0, nonceLength))
  cipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
  return Buffer.concat([cipher.update(bytes.subarray(nonceLength + tagLength)), cipher.final()])
}

/** For whoever has no business with sealed values, such as an import. */
export const noSealer: Sealer = {
  seal: noKeys,
  unseal: noKeys,
  unsealBytes: noKeys,
  hash: noKeys,
  hashes: noKeys,
  mark: Buffer.alloc(0),
}

function noKeys(): never {
  throw new Error('this database was opened without keys')
}
