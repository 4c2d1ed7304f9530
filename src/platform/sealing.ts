import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * Keys made from the installation's secret, one for each purpose, so that a value sealed for one can't be used for
 * another. The secret lives outside the database.
 */
export interface Sealer {
  /** AES-256-GCM with a fresh nonce; the purpose is bound in. */
  seal(purpose: string, text: string): Buffer
  /** Throws when the bytes were changed or sealed for another purpose. */
  unseal(purpose: string, sealed: Uint8Array): string
  /** A keyed hash (HMAC-SHA-256): finds an equal value without telling what it is. */
  hash(purpose: string, value: string): Buffer
}

const nonceLength = 12
const tagLength = 16

export function createSealer(secret: string): Sealer {
  const keys = new Map<string, Buffer>()
  const keyFor = (purpose: string): Buffer => {
    let key = keys.get(purpose)
    if (!key) keys.set(purpose, (key = Buffer.from(hkdfSync('sha256', secret, 'splot', purpose, 32))))
    return key
  }
  return {
    seal: (purpose, text) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    unseal: (purpose, sealed) => {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv('aes-256-gcm', keyFor(`seal ${purpose}`), bytes.subarray(0, nonceLength))
      decipher.setAuthTag(bytes.subarray(nonceLength, nonceLength + tagLength))
      return Buffer.concat([decipher.update(bytes.subarray(nonceLength + tagLength)), decipher.final()]).toString(
        'utf8',
      )
    },
    hash: (purpose, value) =>
      createHmac('sha256', keyFor(`hash ${purpose}`))
        .update(value)
        .digest(),
  }
}
