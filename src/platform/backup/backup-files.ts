import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface BackupFile {
  path: string
  madeAt: Temporal.Instant
  bytes: number
}

const named = /^splot-(\d{4})-(\d\d)-(\d\d)T(\d\d)(\d\d)(\d\d)(\.\d+)?Z\.backup$/

const nameFor = (at: Temporal.Instant): string =>
  `splot-${at.toString({ smallestUnit: 'millisecond' }).replaceAll(':', '')}.backup`

/** The backups of a folder, newest first. What isn't named as ours is left alone. */
export async function listBackups(folder: string): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => [])
  const found = names.flatMap((name) => {
    const [, year, month, day, hour, minute, second, part = ''] = named.exec(name) ?? []
    return year ? [{ name, at: `${year}-${month}-${day}T${hour}:${minute}:${second}${part}Z` }] : []
  })
  const files = found.map(async ({ name, at }) => {
    const path = join(folder, name)
    return { path, madeAt: Temporal.Instant.from(at), bytes: (await stat(path)).size }
  })
  return (await Promise.all(files)).sort((a, b) => Temporal.Instant.compare(b.madeAt, a.madeAt))
}

/** Written under another name, brought to the disk, then named: a backup that is there is complete. Mode 0600. */
export async function writeBackupFile(
  folder: string,
  at: Temporal.Instant,
  bytes: AsyncIterable<Buffer>,
): Promise<BackupFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, nameFor(at))
  const unfinished = `${path}.unfinished`
  const file = await open(unfinished, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
    await file.close()
    await rename(unfinished, path)
  } catch (error) {
    await file.close().catch(() => {})
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
  return { path, madeAt: at, bytes: (await stat(path)).size }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

/** Takes away all but the newest; returns what went. */
export async function keepNewest(folder: string, keep: number): Promise<BackupFile[]> {
  const old = (await listBackups(folder)).slice(keep)
  for (const { path } of old) await rm(path)
  return old
}

/** What the last restore that was tried to the end showed. */
export interface Proven {
  at: string
  backup: string
  rows: number
  tables: number
  seconds: number
}

const provenFile = 'last-proven-restore.json'

export async function recordProven(folder: string, proven: Proven): Promise<void> {
  const path = join(folder, provenFile)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(`${path}.new`, `${JSON.stringify(proven, null, 2)}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
}

export async function findProven(folder: string): Promise<Proven | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, provenFile), 'utf8')) as Proven
  } catch {
    return undefined
  }
}
