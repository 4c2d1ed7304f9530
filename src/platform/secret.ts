import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { createOnce } from './create-once.ts'

type SecretConfig = Pick<Config, 'secret' | 'dataFolder'> & Partial<Pick<Config, 'previousSecrets'>>

/** SPLOT_SECRET; where it isn't set, one made at the first start and kept in the data folder. */
export async function readSecret(config: SecretConfig): Promise<string> {
  if (config.secret) return config.secret
  const path = join(config.dataFolder, 'secret')
  await mkdir(config.dataFolder, { recursive: true, mode: 0o711 })
  const kept = (await readKept(path)) ?? (await makeSecret(path))
  if (kept.length < 32) throw new Error(`${path} is too short for a secret. Put it back from the backup.`)
  return kept
}

/** The newest secret, then those used before: SPLOT_SECRET_PREVIOUS, or the file beside the one in the data folder. */
export async function readSecrets(config: SecretConfig): Promise<[string, ...string[]]> {
  const newest = await readSecret(config)
  const earlier = config.secret
    ? (config.previousSecrets ?? [])
    : ((await readKept(previousPath(config))) ?? '').split('\n')
  return [newest, ...earlier.filter((secret) => secret !== '' && secret !== newest)]
}

/**
 * Puts a new secret in the place of the one in the data folder. The old one is written beside it first: whenever this
 * is cut short, every secret that sealed something is still there.
 */
export async function replaceSecret(config: SecretConfig): Promise<void> {
  const [newest, ...earlier] = await readSecrets(config)
  await writeWhole(previousPath(config), [newest, ...earlier, ''].join('\n'))
  await writeWhole(join(config.dataFolder, 'secret'), randomBytes(32).toString('base64url'))
}

const previousPath = (config: SecretConfig): string => join(config.dataFolder, 'secret-previous')

async function writeWhole(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
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
