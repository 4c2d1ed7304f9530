import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** SPLOT_SECRET; where it isn't set, one made at the first start and kept in the data folder. */
export async function readSecret(config: Pick<Config, 'secret' | 'dataFolder'>): Promise<string> {
  if (config.secret) return config.secret
  const path = join(config.dataFolder, 'secret')
  await mkdir(config.dataFolder, { recursive: true, mode: 0o711 })
  await writeFile(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600, flush: true }).catch(
    ifNotThere,
  )
  await chmod(path, 0o600)
  const secret = await readFile(path, 'utf8')
  if (secret.length < 32) throw new Error(`${path} is too short for a secret. Put it back from the backup.`)
  return secret
}

function ifNotThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
