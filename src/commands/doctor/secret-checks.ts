import { stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { createSealer } from '#platform/sealing.ts'
import { readSecrets } from '#platform/secret.ts'
import { type Check, fail, type Finding, none, ok, type Scene, skipped, warn } from './check.ts'

/** The bits of a file's mode; undefined where there is no such file. */
export async function modeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => undefined,
  )
}

/** Files with secrets are for one person only; Windows keeps other lists. */
async function onlyOwner(path: string): Promise<Finding> {
  if (process.platform === 'win32') return skipped('Windows keeps other lists of who may read')
  const mode = await modeOf(path)
  if (mode === undefined) return skipped('it is not there')
  return (mode & 0o077) === 0 ? ok(`mode ${mode.toString(8)}`) : fail(`${path} has mode ${mode.toString(8)}`)
}

const fileCheck = (id: string, what: string, path: (scene: Scene) => string | undefined): Check => ({
  id,
  what,
  advice: 'chmod 600 the file; if others used this machine, make a new secret: bin/splot rotate-keys.',
  look: async (scene) => {
    const found = path(scene)
    return found === undefined ? skipped('it is not used') : onlyOwner(found)
  },
})

/** Different characters: a word repeated or a row of one letter is no secret. */
const variety = (secret: string): number => new Set(secret).size

export const secretChecks: readonly Check[] = [
  {
    id: 'secret-strength',
    what: 'the secret of the installation is long and random',
    advice: 'openssl rand -base64 32; then bin/splot rotate-keys with the old one in SPLOT_SECRET_PREVIOUS.',
    look: async ({ config }) => {
      const [secret] = await readSecrets(config)
      if (/secret|password|example|haslo|change/i.test(secret)) return fail('it is made of words')
      return secret.length >= 32 && variety(secret) >= 16
        ? ok(`${secret.length} characters`)
        : fail('it is easy to guess')
    },
  },
  fileCheck('secret-file', 'only one person reads the secret in the data folder', ({ config }) =>
    config.secret === undefined ? join(config.dataFolder, 'secret') : undefined,
  ),
  fileCheck('earlier-secrets-file', 'only one person reads the earlier secrets', ({ config }) =>
    join(config.dataFolder, 'secret-previous'),
  ),
  fileCheck('settings-file', 'only one person reads the settings in .env', () => resolve('.env')),
  fileCheck('database-passwords-file', 'only one person reads the passwords of the embedded database', (scene) =>
    scene.embedded ? join(scene.config.dataFolder, 'postgres', 'passwords.json') : undefined,
  ),
  fileCheck('sample-accounts-file', 'only one person reads the passwords of the sample accounts', ({ config }) =>
    join(config.dataFolder, 'sample-accounts.json'),
  ),
  {
    id: 'secret-opens',
    what: 'the secret opens what is sealed in the database',
    advice: 'Set the SPLOT_SECRET with which this database was used; a backup of the database does not hold it.',
    look: async (scene) => {
      const sealer = createSealer(await readSecrets(scene.config))
      const closed: string[] = []
      let opened = 0
      for (const centre of scene.centres) {
        const rows = await scene.askIn<{ sealed: Buffer }>(
          centre,
          'select totp_secret as sealed from account where tenant_id = $1 and length(totp_secret) > 28 limit 3',
          [centre.id],
        )
        for (const { sealed } of rows) {
          try {
            sealer.unseal('totp', sealed)
            opened += 1
          } catch {
            closed.push(centre.slug)
          }
        }
      }
      if (opened + closed.length === 0) return skipped('nothing is sealed yet')
      return none([...new Set(closed)], `${opened} sealed values were opened`)
    },
  },
  {
    id: 'backup-key',
    what: 'the key of the backups is set, strong and outside the data folder',
    advice: 'openssl rand -base64 32 > FILE; chmod 600 FILE; SPLOT_BACKUP_KEY_FILE=FILE. Keep a copy elsewhere.',
    look: ({ backups, backupMistake }) => {
      if (backupMistake !== undefined) return fail(backupMistake)
      const key = backups?.key
      if (key === undefined) return warn('no key is set, so no backup can be made')
      return variety(key) >= 16 ? ok(`${key.length} characters`) : fail('it is easy to guess')
    },
  },
  {
    id: 'data-folder-mode',
    what: 'others of this machine can’t look into the data folder',
    advice: 'chmod 711 (or 700) the data folder.',
    look: async ({ config }) => {
      const mode = await modeOf(config.dataFolder)
      if (mode === undefined || process.platform === 'win32') return skipped('there is no such folder')
      return (mode & 0o066) === 0 ? ok(`mode ${mode.toString(8)}`) : fail(`mode ${mode.toString(8)}`)
    },
  },
  {
    id: 'data-folder-place',
    what: 'the data folder is not below what a web server might hand out',
    advice: 'Move it, and set SPLOT_DATA.',
    look: ({ config }) => {
      const served = ['/var/www', '/srv/www', '/usr/share/nginx'].filter(
        (root) => !relative(root, config.dataFolder).startsWith('..'),
      )
      return none(served, config.dataFolder)
    },
  },
]
