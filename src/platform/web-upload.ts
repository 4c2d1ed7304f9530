import { hash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { may, type Action } from './access.ts'
import { anonymous, type Actor } from './actor.ts'
import { cleanFileName } from './files/file-name.ts'
import { readFileType } from './files/file-type.ts'
import { boundaryOf, readMultipart, type SentFile } from './files/multipart.ts'
import { fileField, maxFileBytes, type Upload } from './files/upload.ts'
import { scanForViruses } from './files/virus-scan.ts'
import type { Tx } from './tx.ts'
import { Unavailable } from './unavailable.ts'
import { BadRequest, formValues, isForm, isMultipart, type Ctx, type Deps, type Env } from './web.ts'

/** What a form may send beside its file. */
const maxOtherBytes = 256 * 1024
/** Read on and thrown away, so that a browser that is still sending hears why; then it is hung up on. */
const maxDrainedBytes = 60 * 1024 * 1024
/** Each is held in memory whole, several times over while it is sealed. */
const mostAtOnce = 3
const mostWaiting = 30

interface Uploading {
  identify: (c: Ctx, tx: Tx) => Promise<Actor>
  /** Who may not do this isn't listened to: the route itself will say so. */
  action: Action
}

/**
 * Receives a form with a file, whole and checked, before the request's transaction: who sends slowly, or a scanner that
 * takes its time, holds no database connection. Who it is is asked first, in a transaction of its own, so that nobody
 * unknown can fill the memory; a few are received at a time and the others wait their turn, unread.
 */
export function receiveUpload(deps: Deps, { identify, action }: Uploading): MiddlewareHandler<Env> {
  const turns = new Turns()
  return async (c, next) => {
    if (c.req.method !== 'POST' || !isMultipart(c)) return next()
    const context = { tenantId: c.get('tenant').id, requestId: c.get('requestId'), now: c.get('now'), actor: anonymous }
    const actor = await deps.database.inTenant(context, (tx) => identify(c, tx))
    if (!may(actor, action)) return next()
    const end = await turns.next()
    try {
      c.set('upload', await receive(c, deps))
      return await next()
    } finally {
      end()
    }
  }
}

/** The form and its file. A form sent without one, as plain fields, is a form whose file is missing. */
export async function uploadedForm(c: Ctx): Promise<Upload> {
  if (isForm(c)) return { values: await formValues(c), file: { refused: 'missing' } }
  const upload = c.get('upload')
  if (!upload) throw new BadRequest(415, 'a form with a file was expected')
  return upload
}

async function receive(c: Ctx, { config }: Deps): Promise<Upload> {
  const boundary = boundaryOf(c.req.header('content-type') ?? '')
  if (boundary === undefined) throw new BadRequest(400, 'no boundary')
  const { body, isCut } = await readBody(c)
  const sent = readMultipart(body, boundary, isCut)
  if (!sent) throw new BadRequest(400, 'no form')
  const file = checkFile(sent.files.get(fileField))
  if ('refused' in file || !config.clamd) return { values: sent.values, file }
  const verdict = await scanForViruses(config.clamd, file.bytes)
  return { values: sent.values, file: verdict === 'clean' ? file : { refused: verdict } }
}

function checkFile(sent: SentFile | undefined): Upload['file'] {
  if (!sent || (sent.name === '' && sent.bytes.length === 0)) return { refused: 'missing' }
  if (sent.cutOff || sent.bytes.length > maxFileBytes) return { refused: 'too-large' }
  if (sent.bytes.length === 0) return { refused: 'empty' }
  const read = readFileType(sent.bytes)
  if ('refused' in read) return read
  const { type } = read
  return { name: cleanFileName(sent.name, type), type, bytes: sent.bytes, hash: hash('sha256', sent.bytes, 'buffer') }
}

/** The body up to the most that a form with a file may have; what comes beyond is not kept. */
async function readBody(c: Ctx): Promise<{ body: Buffer; isCut: boolean }> {
  const most = maxFileBytes + maxOtherBytes
  const chunks: Uint8Array[] = []
  let [size, kept] = [0, 0]
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > maxDrainedBytes) break
      if (kept >= most) continue
      const part = chunk.subarray(0, most - kept)
      chunks.push(part)
      kept += part.byteLength
    }
  } catch {
    throw new BadRequest(400, 'cut off')
  }
  return { body: Buffer.concat(chunks), isCut: size > kept }
}

/** So many at a time; the others in their order, and beyond a number nobody waits. */
class Turns {
  #free = mostAtOnce
  readonly #waiting: (() => void)[] = []

  /** Fulfilled when it is one's turn; what it gives ends it. */
  async next(): Promise<() => void> {
    if (this.#free > 0) this.#free -= 1
    else {
      if (this.#waiting.length >= mostWaiting) throw new Unavailable('too many files at once')
      await new Promise<void>((resolve) => this.#waiting.push(resolve))
    }
    return () => {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}
