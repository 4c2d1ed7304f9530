import { createReadStream } from 'node:fs'
import { createZstdDecompress } from 'node:zlib'
import { differences, endOfTable, type Manifest, readManifest, readTotals, type Totals } from './manifest.ts'
import { RowSplitter, RowSum } from './row-sum.ts'
import { openChunks, SealBroken } from './sealed-chunks.ts'
import { through } from './through.ts'

/** A backup that is being read: its manifest first, then the rows of each table in the manifest's order, then the sums. */
export interface OpenBackup {
  manifest: Manifest
  /** The rows of the next table, in batches; to be read to their end. */
  rowsOfNext(): AsyncGenerator<Buffer>
  /** Reads to the end of the file and throws unless every row that was handed out is what was put in. */
  finish(): Promise<Totals>
  close(): Promise<void>
}

const batchBytes = 256 * 1024

async function* lines(path: string, key: string): AsyncGenerator<Buffer> {
  const sealed = createReadStream(path, { highWaterMark: 256 * 1024 })
  const small = openChunks(sealed as AsyncIterable<Buffer>, key)
  const splitter = new RowSplitter()
  for await (const bytes of through(small, createZstdDecompress())) yield* splitter.split(bytes)
  if (!splitter.isWhole) throw new SealBroken('The backup is cut off.')
}

export async function openBackup(path: string, key: string): Promise<OpenBackup> {
  const reader = lines(path, key)
  const next = async (): Promise<Buffer> => {
    const line = await reader.next()
    if (line.done) throw new SealBroken('The backup ends too early.')
    return line.value
  }
  const manifest = readManifest(await next())
  const found: Totals['tables'] = {}
  let at = 0
  async function* rowsOfNext(): AsyncGenerator<Buffer> {
    const { name } = manifest.tables[at++]!
    const sum = new RowSum()
    let batch: Buffer[] = []
    let size = 0
    for (;;) {
      const line = await next()
      if (line.equals(endOfTable)) break
      sum.add(line)
      batch.push(line)
      size += line.length
      if (size < batchBytes) continue
      yield Buffer.concat(batch)
      batch = []
      size = 0
    }
    if (batch.length > 0) yield Buffer.concat(batch)
    found[name] = { rows: sum.rows, sum: sum.toString() }
  }
  const finish = async (): Promise<Totals> => {
    const totals = readTotals(await next())
    if (!(await reader.next()).done) throw new SealBroken('The backup goes on after its end.')
    const [first] = differences(totals.tables, found)
    if (first) throw new SealBroken(`The backup does not hold what it says: ${first}`)
    return totals
  }
  return { manifest, rowsOfNext, finish, close: async () => void (await reader.return(undefined)) }
}

/** Reads a backup to its end without a database: complete, unchanged, and its sums right. */
export async function checkBackup(path: string, key: string): Promise<{ manifest: Manifest; totals: Totals }> {
  const backup = await openBackup(path, key)
  try {
    for (const _table of backup.manifest.tables) for await (const _rows of backup.rowsOfNext());
    return { manifest: backup.manifest, totals: await backup.finish() }
  } finally {
    await backup.close()
  }
}
