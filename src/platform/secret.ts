import { randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { createOnce } from './create-once.ts'

/** SPLOT_SECRET; where it isn't set, one made at the first start and kept in the data folder. */
export async function readSecret(config: Pick<Config, 'secret' | 'dataFolder'>): Promise<string> {
  if (config.secret) return config.secret
  const path = join(config.dataFolder, 'secret')
  await mkdir(config.dataFolder, { recursive: true, mode: 0o711 })
  const kept = (await readKept(path)) ?? (await makeSecret(path))
  if (kept.length < 32) throw new Error(`${path} is too short for a secret. Put it back from the backup.`)
  return kept
}

async function makeSecret(path: string): Promise<string> {
  await createOnce(path, randomBytes(32).toString('base64url'))
  return readFile(path, 'utf8')
}

async function readKept(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
