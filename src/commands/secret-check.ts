import type { Config } from '#platform/config.ts'
import { createSealer } from '#platform/sealing.ts'
import { readSecrets } from '#platform/secret.ts'

const [purpose, word] = ['backup', 'which secret']

/** Stands in a backup and tells by which secret its sealed values are sealed, without telling the secret. */
export const secretCheckOf = async (config: Config): Promise<string> =>
  createSealer(await readSecrets(config))
    .hash(purpose, word)
    .toString('hex')

/** True when one of the secrets here opens what was sealed where the backup was made. */
export async function knowsSecret(config: Config, check: string): Promise<boolean> {
  const hashes = createSealer(await readSecrets(config)).hashes(purpose, word)
  return hashes.some((hash) => hash.toString('hex') === check)
}
