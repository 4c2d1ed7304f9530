import { readFile, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { z } from 'zod'
import type { Config, Environment } from '../config.ts'

/** Where backups lie, how many are kept, and the key that seals them. */
export interface BackupSettings {
  folder: string
  keep: number
  key: string | undefined
}

const shape = z.object({
  SPLOT_BACKUP_FOLDER: z.string().optional(),
  SPLOT_BACKUP_KEEP: z.coerce.number().int().min(1).max(1000).default(30),
  SPLOT_BACKUP_KEY: z.string().optional(),
  SPLOT_BACKUP_KEY_FILE: z.string().optional(),
})

const shortestKey = 32

export async function readBackupSettings(
  environment: Environment,
  { dataFolder }: Pick<Config, 'dataFolder'>,
): Promise<BackupSettings> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const parsed = shape.safeParse(given)
  if (!parsed.success) throw new Error('SPLOT_BACKUP_KEEP must be a whole number from 1 to 1000')
  const set = parsed.data
  const file = set.SPLOT_BACKUP_KEY_FILE
  const key = set.SPLOT_BACKUP_KEY ?? (file === undefined ? undefined : await readKeyFile(resolve(file), dataFolder))
  if (key !== undefined && key.length < shortestKey)
    throw new Error(`The key of the backups must have at least ${shortestKey} characters: openssl rand -base64 32`)
  return { folder: resolve(set.SPLOT_BACKUP_FOLDER ?? join(dataFolder, 'backups')), keep: set.SPLOT_BACKUP_KEEP, key }
}

/** Beside the data, the key would be stolen and lost together with it; readable by others, it is no key. */
async function readKeyFile(file: string, dataFolder: string): Promise<string> {
  if (!relative(dataFolder, file).startsWith('..'))
    throw new Error(`${file} lies in the data folder. Keep the key of the backups elsewhere.`)
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others. Run: chmod 600 ${file}`)
  return (await readFile(file, 'utf8')).trim()
}

export function requireKey({ key }: BackupSettings): string {
  if (key !== undefined) return key
  throw new Error(
    'Set SPLOT_BACKUP_KEY_FILE to a file outside the data folder (openssl rand -base64 32 > FILE; chmod 600 FILE), ' +
      'or SPLOT_BACKUP_KEY to a key. Keep a copy of it: without it no backup can be read.',
  )
}
