import { createReadStream } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Erasure } from '../erasures.ts'
import { openChunks, sealChunks } from './sealed-chunks.ts'

/**
 * Which erasures were decided, kept beside the backups and sealed as they are: an old backup brings an erased person
 * back, and this list takes them out again. It only grows.
 */
export const erasureListIn = (folder: string): string => join(folder, 'erasures.sealed')

/** Undefined where there is no such file; throws when it can't be read as it was written. */
export async function readErasureList(path: string, key: string): Promise<Erasure[] | undefined> {
  const source = createReadStream(path) as AsyncIterable<Buffer>
  try {
    const text = Buffer.concat(await Array.fromAsync(openChunks(source, key))).toString('utf8')
    return JSON.parse(text) as Erasure[]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Adds what the list lacks; returns how many erasures it holds then. */
export async function keepErasures(folder: string, key: string, erasures: readonly Erasure[]): Promise<number> {
  const known = (await readErasureList(erasureListIn(folder), key)) ?? []
  const all = [...new Map([...known, ...erasures].map((erasure) => [erasure.id, erasure])).values()]
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = erasureListIn(folder)
  const file = await open(`${path}.new`, 'w', 0o600)
  try {
    await file.writeFile(sealChunks(asStream(JSON.stringify(all)), key))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.new`, path)
  return all.length
}

async function* asStream(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text)
}
