import { Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What comes out of a transform that the source is fed into; an error on either side ends both. */
export async function* through(source: AsyncIterable<Buffer>, transform: Transform): AsyncGenerator<Buffer> {
  const fed = pipeline(Readable.from(source, { objectMode: false }), transform)
  fed.catch(() => {})
  try {
    for await (const bytes of transform) yield bytes as Buffer
    await fed
  } finally {
    transform.destroy()
  }
}
