import { readFile, writeFile } from 'node:fs/promises'
import { checkBackup } from '#platform/backup/read-backup.ts'

export interface Tampered {
  tried: number
  found: number
}

const chunk = 64 * 1024 + 16
const head = 38

/** Every place of the head and round each chunk's edges, then places spread over the file. */
function places(length: number, spread: number): number[] {
  const edges = Array.from({ length: Math.ceil((length - head) / chunk) }, (_, n) => head + n * chunk)
  const near = edges.flatMap((edge) => [edge - 16, edge - 1, edge, edge + 1])
  const even = Array.from({ length: spread }, (_, n) => Math.floor((n * length) / spread))
  const all = [...Array.from({ length: head }, (_, n) => n), ...near, ...even, length - 1]
  return [...new Set(all)].filter((at) => at >= 0 && at < length)
}

async function refused(path: string, bytes: Buffer, key: string): Promise<boolean> {
  await writeFile(path, bytes)
  return checkBackup(path, key).then(
    () => false,
    () => true,
  )
}

async function count(variants: readonly (() => Buffer)[], path: string, key: string): Promise<Tampered> {
  let found = 0
  for (const variant of variants) if (await refused(path, variant(), key)) found += 1
  return { tried: variants.length, found }
}

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 1 << (at % 8)
  return copy
}

/** One bit changed; cut off; chunks that changed places, were left out or doubled. */
export async function tamper(file: string, scratch: string, key: string) {
  const bytes = await readFile(file)
  const chunks = Math.ceil((bytes.length - head) / chunk)
  const at = (n: number): number => head + n * chunk
  const part = (from: number, to: number): Buffer => bytes.subarray(at(from), Math.min(at(to), bytes.length))
  const [first] = [bytes.subarray(0, head)]
  const pairs = Array.from({ length: chunks - 1 }, (_, n) => n)
  const moved = pairs.flatMap((n) => [
    () => Buffer.concat([first, part(0, n), part(n + 1, n + 2), part(n, n + 1), part(n + 2, chunks)]),
    () => Buffer.concat([first, part(0, n), part(n + 1, chunks)]),
    () => Buffer.concat([first, part(0, n + 1), part(n, chunks)]),
  ])
  return {
    bits: await count(
      places(bytes.length, 200).map((place) => () => flipped(bytes, place)),
      scratch,
      key,
    ),
    cuts: await count(
      places(bytes.length, 60).map((place) => () => bytes.subarray(0, place)),
      scratch,
      key,
    ),
    moved: await count(moved, scratch, key),
  }
}
