import { whyNotPixels } from './pixels.ts'

/** The second byte of each mark; the first is 0xff. */
const end = 0xd9
const scan = 0xda
/** The heads of a frame: all ways of coding it; what lies between them are tables. */
const isFrame = (mark: number): boolean => mark >= 0xc0 && mark <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(mark)
const standsAlone = (mark: number): boolean => mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7)
/** A progressive picture of a camera has ten; thousands of them over few bytes keep a reader busy for minutes. */
const mostScans = 100

/**
 * Whether a JPEG holds together (ITU-T T.81): marks with their lengths, the size of the picture, its scans, the end.
 * Phones write more behind the end, so that is let be: served, it is never anything but a file to be saved.
 */
export function whyNotJpeg(bytes: Buffer): 'damaged' | 'too-many-pixels' | undefined {
  let at = 2
  let frames = 0
  let scans = 0
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1 // padding
    const mark = bytes[at + 1]
    if (bytes[at] !== 0xff || mark === undefined) return 'damaged'
    if (mark === end) return scans > 0 ? undefined : 'damaged'
    if (standsAlone(mark)) {
      at += 2
      continue
    }
    const next = at + 4 <= bytes.length ? at + 2 + bytes.readUInt16BE(at + 2) : bytes.length + 1
    if (next > bytes.length || next < at + 4) return 'damaged'
    if (isFrame(mark)) {
      const refused = whyNotFrame(bytes.subarray(at + 4, next))
      if (refused) return refused
      frames += 1
    }
    if (mark === scan) scans += 1
    if (frames > 1 || scans > mostScans || (scans > 0 && frames === 0)) return 'damaged'
    at = mark === scan ? endOfScan(bytes, next) : next
  }
}

/** Depth, height, width, and how many colours. */
function whyNotFrame(head: Buffer): 'damaged' | 'too-many-pixels' | undefined {
  return head.length < 6 ? 'damaged' : whyNotPixels(head.readUInt16BE(3), head.readUInt16BE(1))
}

/** The next mark behind the coded pixels, in which a 0xff is followed by 0 and restarts stand between. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== 0xff) continue
    const mark = bytes[at + 1]!
    if (mark !== 0 && mark !== 0xff && !standsAlone(mark)) return at
  }
  return bytes.length
}
