import type { Socket } from 'node:net'
import type { Client, Submittable } from 'pg'

/** What of pg's own connection the COPY protocol needs; its types leave these out. */
interface Wire {
  stream: Socket
  query(text: string): void
  sendCopyFromChunk(bytes: Buffer): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

const batchBytes = 256 * 1024
const batchesAhead = 4

/** The calls that pg makes on a query that is under way. */
abstract class Copy implements Submittable {
  protected wire: Wire | undefined
  #text: string
  #settle = Promise.withResolvers<void>()
  /** Fulfilled when the server has ended the statement. */
  readonly done = this.#settle.promise
  #failure: Error | undefined
  finished = false

  constructor(text: string) {
    this.#text = text
    this.done.catch(() => {})
  }
  submit(connection: unknown): void {
    this.wire = connection as Wire
    this.wire.query(this.#text)
  }
  handleError(error: Error): void {
    this.#failure ??= error
    this.#end()
  }
  handleReadyForQuery(): void {
    this.#end()
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  protected ended(): void {}

  #end(): void {
    if (this.finished) return
    this.finished = true
    if (this.#failure) this.#settle.reject(this.#failure)
    else this.#settle.resolve()
    this.ended()
  }
}

class CopyOut extends Copy {
  readonly #batches: Buffer[][] = []
  #current: Buffer[] = []
  #size = 0
  #wake = Promise.withResolvers<void>()

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.#current.push(Buffer.from(chunk)) // a copy: pg reads the next packet into the same memory
    this.#size += chunk.length
    if (this.#size < batchBytes) return
    this.#hand()
    if (this.#batches.length >= batchesAhead) this.wire?.stream.pause()
  }
  protected override ended(): void {
    this.#hand()
  }
  #hand(): void {
    if (this.#current.length > 0) this.#batches.push(this.#current)
    this.#current = []
    this.#size = 0
    this.#wake.resolve()
  }
  async *read(): AsyncGenerator<Buffer[]> {
    try {
      for (;;) {
        const batch = this.#batches.shift()
        if (batch) yield batch
        else if (this.finished) return await this.done
        else {
          this.#wake = Promise.withResolvers()
          this.wire?.stream.resume()
          await this.#wake.promise
        }
      }
    } finally {
      if (this.finished) this.wire?.stream.resume()
      else this.wire?.stream.destroy()
    }
  }
}

/** The bytes of `copy … to stdout` in batches; the server waits while nobody takes them, so memory stays small. */
export function copyOut(client: Client, statement: string): AsyncGenerator<Buffer[]> {
  return client.query(new CopyOut(statement)).read()
}

class CopyIn extends Copy {
  readonly ready = Promise.withResolvers<Wire>()

  handleCopyInResponse(connection: unknown): void {
    this.ready.resolve(connection as Wire)
  }
  override handleError(error: Error): void {
    this.ready.reject(error)
    super.handleError(error)
  }
}

/** Sends what the source gives as the rows of `copy … from stdin`; a source that throws undoes the statement. */
export async function copyIn(client: Client, statement: string, source: AsyncIterable<Buffer>): Promise<void> {
  const copy = client.query(new CopyIn(statement))
  copy.ready.promise.catch(() => {})
  const wire = await copy.ready.promise
  try {
    for await (const bytes of source) {
      if (copy.finished) break
      wire.sendCopyFromChunk(bytes)
      if (wire.stream.writableNeedDrain) await Promise.race([drained(wire.stream), copy.done])
    }
  } catch (error) {
    wire.sendCopyFail('the source ended early')
    await copy.done.catch(() => {})
    throw error
  }
  if (!copy.finished) wire.endCopyFrom()
  await copy.done
}

const drained = (stream: Socket): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      stream.off('drain', end).off('close', end)
      resolve()
    }
    stream.on('drain', end).on('close', end)
  })
