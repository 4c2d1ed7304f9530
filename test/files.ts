import { crc32, deflateSync } from 'node:zlib'
import type { SentFile } from './support.ts'

/** Small files that are what they seem to be, made byte by byte. */

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([uint32(data.length), named, uint32(crc32(named))])
}

export const pngSignature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

/** One grey row of pixels is all that is packed, whatever size the head claims. */
export function aPng({ width = 2, height = 1, more }: { width?: number; height?: number; more?: Buffer } = {}): Buffer {
  const head = Buffer.concat([uint32(width), uint32(height), Buffer.of(8, 0, 0, 0, 0)])
  const pixels = deflateSync(Buffer.alloc(3))
  const between = more ?? Buffer.alloc(0)
  const parts = [pngChunk('IHDR', head), between, pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([pngSignature, ...parts])
}

export function jpegPart(mark: number, data: readonly number[]): Buffer {
  const length = data.length + 2
  return Buffer.of(0xff, mark, length >> 8, length & 0xff, ...data)
}

const both = (value: number): number[] => [value >> 8, value & 0xff]

/** A baseline JPEG of one grey square. */
export function aJpeg({ width = 1, height = 1, scans = 1 } = {}): Buffer {
  const scan = Buffer.concat([jpegPart(0xda, [1, 1, 0, 0, 63, 0]), Buffer.of(0x3f)])
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    jpegPart(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    jpegPart(0xdb, [0, ...Array<number>(64).fill(1)]),
    jpegPart(0xc0, [8, ...both(height), ...both(width), 1, 1, 0x11, 0]),
    jpegPart(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
    jpegPart(0xc4, [0x10, 1, ...Array<number>(15).fill(0), 0]),
    ...Array<Buffer>(scans).fill(scan),
    Buffer.of(0xff, 0xd9),
  ])
}

/** An empty page, with words in a comment. */
export function aPdf(words = 'a sheet of paper'): Buffer {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]
  let text = `%PDF-1.7\n%${words}\n`
  const at = objects.map((object, index) => {
    const begins = text.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return begins
  })
  const table = text.length
  const rows = at.map((begins) => `${String(begins).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 4\n0000000000 65535 f \n${rows}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

export const aScan: SentFile = { name: 'orzeczenie.pdf', bytes: aPdf(), type: 'application/pdf' }
