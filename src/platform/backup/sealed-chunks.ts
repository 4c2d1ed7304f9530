import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'

/**
 * A file that is read as it was written or not at all (the STREAM construction, as in age and Tink): chunks of 64 KiB,
 * each under AES-256-GCM with its number and "this is the last one" in the nonce, and the head of the file bound to
 * every chunk. So a chunk that is changed, moved, doubled or left out, and a file cut at any place, is refused. The
 * key of each file is made by scrypt from the installation's backup key and a salt: nonces can't meet, and a key that
 * someone chose by hand is slow to guess.
 */
const magic = Buffer.from('splot backup 1\n')
const saltLength = 16
const prefixLength = 7
const headLength = magic.length + saltLength + prefixLength
const tagLength = 16
const chunkLength = 64 * 1024

export class SealBroken extends Error {}

const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

const fileKey = (key: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(key, salt, 32, cost, (error, made) => (error ? reject(error) : resolve(made))),
  )

function nonceOf(head: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  head.copy(nonce, 0, headLength - prefixLength)
  nonce.writeUInt32BE(number, prefixLength)
  nonce[11] = last ? 1 : 0
  return nonce
}

/** Groups bytes into pieces of exactly this length; only the last may be shorter, and it is always there. */
async function* pieces(
  source: AsyncIterable<Buffer>,
  length: number,
): AsyncGenerator<{ piece: Buffer; last: boolean }> {
  let kept: Buffer[] = []
  let size = 0
  for await (const bytes of source) {
    kept.push(bytes)
    size += bytes.length
    if (size <= length) continue
    const all = Buffer.concat(kept)
    let from = 0
    for (; all.length - from > length; from += length) yield { piece: all.subarray(from, from + length), last: false }
    kept = [all.subarray(from)]
    size = all.length - from
  }
  yield { piece: Buffer.concat(kept), last: true }
}

export async function* sealChunks(source: AsyncIterable<Buffer>, key: string): AsyncGenerator<Buffer> {
  const head = Buffer.concat([magic, randomBytes(saltLength + prefixLength)])
  const secret = await fileKey(key, head.subarray(magic.length, magic.length + saltLength))
  yield head
  let number = 0
  for await (const { piece, last } of pieces(source, chunkLength)) {
    const cipher = createCipheriv('aes-256-gcm', secret, nonceOf(head, number, last))
    cipher.setAAD(head)
    yield Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()])
    number += 1
    if (number > 0xffff_ffff) throw new Error('The backup is too long for one file.')
  }
}

/** Throws SealBroken at the first byte that isn't as it was written; what came before it was. */
export async function* openChunks(source: AsyncIterable<Buffer>, key: string): AsyncGenerator<Buffer> {
  const { head, rest } = await takeHead(source)
  const secret = await fileKey(key, head.subarray(magic.length, magic.length + saltLength))
  let number = 0
  for await (const { piece, last } of pieces(rest, chunkLength + tagLength)) {
    yield openChunk(piece, { head, secret, number, last })
    number += 1
  }
}

function openChunk(piece: Buffer, at: { head: Buffer; secret: Buffer; number: number; last: boolean }): Buffer {
  if (piece.length < tagLength) throw new SealBroken('The backup is cut off.')
  const decipher = createDecipheriv('aes-256-gcm', at.secret, nonceOf(at.head, at.number, at.last))
  decipher.setAAD(at.head).setAuthTag(piece.subarray(piece.length - tagLength))
  try {
    return Buffer.concat([decipher.update(piece.subarray(0, piece.length - tagLength)), decipher.final()])
  } catch {
    if (at.number === 0) throw new SealBroken('The key does not fit this backup, or its beginning was changed.')
    throw new SealBroken(`The backup was changed or cut off at chunk ${at.number + 1}; nothing of it is to be used.`)
  }
}

async function takeHead(source: AsyncIterable<Buffer>): Promise<{ head: Buffer; rest: AsyncGenerator<Buffer> }> {
  const reader = source[Symbol.asyncIterator]()
  let seen: Buffer = Buffer.alloc(0)
  while (seen.length < headLength) {
    const next = await reader.next()
    if (next.done) break
    seen = Buffer.concat([seen, next.value])
  }
  if (!seen.subarray(0, magic.length).equals(magic)) throw new SealBroken('This is not a backup of Splot.')
  if (seen.length < headLength) throw new SealBroken('The backup is cut off.')
  async function* rest(): AsyncGenerator<Buffer> {
    yield seen.subarray(headLength)
    yield* { [Symbol.asyncIterator]: () => reader }
  }
  return { head: seen.subarray(0, headLength), rest: rest() }
}
