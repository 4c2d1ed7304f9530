import { attachmentHeader } from './files/file-name.ts'
import type { FileType } from './files/file-type.ts'
import type { Ctx } from './web.ts'

/** Whatever should be opened in a browser all the same may run nothing, load nothing, and is of no site. */
const policy = [
  'sandbox',
  "default-src 'none'",
  "form-action 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Answers with a file that somebody sent: to be saved under its name, never shown, never taken for another type, kept
 * by nobody on the way. Whatever a file holds besides what it seems to be, it never runs as a page of ours.
 */
export function answerFile(c: Ctx, { name, type, bytes }: { name: string; type: FileType; bytes: Buffer }): Response {
  c.set('complete', true)
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...c.get('standingHeaders'),
      'Content-Security-Policy': policy,
      'Content-Disposition': attachmentHeader(name),
      'Content-Type': type,
      'Content-Length': String(bytes.length),
      'Cache-Control': 'private, no-store',
    },
  })
}
