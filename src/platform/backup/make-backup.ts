import { createZstdCompress } from 'node:zlib'
import { withClient } from '../postgres/roles.ts'
import { type BackupFile, keepNewest, writeBackupFile } from './backup-files.ts'
import { rowsIn, type Totals } from './manifest.ts'
import { sealChunks } from './sealed-chunks.ts'
import { through } from './through.ts'
import { readSnapshot, type Source } from './snapshot.ts'

export interface BackupPlan {
  source: Source
  folder: string
  keep: number
  key: string
  secretCheck: string
  now: Temporal.Instant
}

export interface MadeBackup extends BackupFile {
  rows: number
  tables: number
  centres: number
  removed: BackupFile[]
}

/** One file of everything at one moment, compressed and sealed on the way; the rows never lie on the disk in clear. */
export async function makeBackup({ source, folder, keep, key, secretCheck, now }: BackupPlan): Promise<MadeBackup> {
  return withClient(source.backup, async (client) => {
    let totals: Totals = { centres: 0, tables: {} }
    const rows = readSnapshot(client, source, { madeAt: now, secretCheck, onTotals: (found) => (totals = found) })
    const file = await writeBackupFile(folder, now, sealChunks(through(rows, createZstdCompress()), key))
    const removed = await keepNewest(folder, keep)
    return {
      ...file,
      rows: rowsIn(totals),
      tables: Object.keys(totals.tables).length,
      centres: totals.centres,
      removed,
    }
  })
}
