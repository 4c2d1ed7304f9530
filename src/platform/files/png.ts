import { crc32 } from 'node:zlib'
import { whyNotPixels } from './pixels.ts'

const signatureLength = 8
/** Length, name and checksum that stand round the data of each part. */
const frame = 12
const headLength = 13

/**
 * Whether a PNG holds together (ISO/IEC 15948): parts with good checksums, the head first, pixels, the end last and
 * nothing behind it.
 */
export function whyNotPng(bytes: Buffer): 'damaged' | 'too-many-pixels' | undefined {
  let at = signatureLength
  let hasPixels = false
  while (at + frame <= bytes.length) {
    const end = at + frame + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length || !hasGoodSum(bytes, at, end)) return 'damaged'
    if ((name === 'IHDR') !== (at === signatureLength)) return 'damaged'
    if (name === 'IHDR') {
      const refused = whyNotHead(bytes.subarray(at + 8, end - 4))
      if (refused) return refused
    }
    hasPixels ||= name === 'IDAT'
    if (name === 'IEND') return hasPixels && end === bytes.length ? undefined : 'damaged'
    at = end
  }
  return 'damaged'
}

const hasGoodSum = (bytes: Buffer, at: number, end: number): boolean =>
  crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4)

const depths = new Set([1, 2, 4, 8, 16])
const colours = new Set([0, 2, 3, 4, 6])

function whyNotHead(head: Buffer): 'damaged' | 'too-many-pixels' | undefined {
  if (head.length !== headLength) return 'damaged'
  if (!depths.has(head[8]!) || !colours.has(head[9]!)) return 'damaged'
  return whyNotPixels(head.readUInt32BE(0), head.readUInt32BE(4))
}
