import { whyNotJpeg } from './jpeg.ts'
import { whyNotPdf } from './pdf.ts'
import { whyNotPng } from './png.ts'

/** What is taken at all: what a scanner, a phone and an office write. */
export const fileTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const
export type FileType = (typeof fileTypes)[number]

export const extensions = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const

/** Nothing of that kind, a file that doesn't end as it should, or a picture that would fill the memory of who opens it. */
export type ContentRefusal = 'wrong-type' | 'damaged' | 'too-many-pixels'

const kinds: { type: FileType; begins: Buffer; whyNot: (bytes: Buffer) => ContentRefusal | undefined }[] = [
  { type: 'application/pdf', begins: Buffer.from('%PDF-'), whyNot: whyNotPdf },
  { type: 'image/jpeg', begins: Buffer.of(0xff, 0xd8, 0xff), whyNot: whyNotJpeg },
  { type: 'image/png', begins: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), whyNot: whyNotPng },
]

/**
 * The type of a file by its content alone: how it begins, and whether its parts hold together to the end. Nothing is
 * unpacked and no pixel is drawn.
 */
export function readFileType(bytes: Buffer): { type: FileType } | { refused: ContentRefusal } {
  const kind = kinds.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins))
  if (!kind) return { refused: 'wrong-type' }
  const refused = kind.whyNot(bytes)
  return refused ? { refused } : { type: kind.type }
}
