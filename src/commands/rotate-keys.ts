import { randomBytes } from 'node:crypto'
import { readConfig, type Config } from '#platform/config.ts'
import { reachServer } from '#platform/database-server.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { countUnderOldKeys, rotateKeys } from '#platform/rotate-keys.ts'
import { createSealer } from '#platform/sealing.ts'
import { readSecrets, replaceSecret } from '#platform/secret.ts'
import { type Command, say } from './command.ts'

export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  summary: 'seal everything anew with a new secret',
  usage: `bin/splot rotate-keys --new      put a new secret in the place of the old one
bin/splot rotate-keys            seal everything anew with it

First --new; then restart Splot, so that it writes with the new secret and still reads what
lies under the old one; then without --new, while Splot runs. It may be stopped at any time
and run again. Codes of reports given out before stay under the old secret, and so do older
backups: keep it (data/secret-previous, or SPLOT_SECRET_PREVIOUS) as long as they are needed.
With DATABASE_URL, set DATABASE_OWNER_URL too.`,
  run: async (words, environment) => {
    const config = readConfig(environment)
    if (words.includes('--new')) return sayNext(config)
    const secrets = await readSecrets(config)
    const sealer = createSealer(secrets)
    const server = await reachServer(config, { info: () => {}, warn: say })
    try {
      if (!server.owner) throw new Error('Set DATABASE_OWNER_URL: the role of DATABASE_URL changes no history.')
      await withClient(server.owner, async (owner) => {
        const changed = await rotateKeys(owner, { sealer })
        for (const [table, rows] of Object.entries(changed)) say(`${table}: ${rows} rows sealed anew`)
        const left = await countUnderOldKeys(owner, sealer)
        if (Object.keys(left).length > 0) {
          throw new Error(`Still under an old key: ${JSON.stringify(left)}. Restart Splot and run this again.`)
        }
        say('Everything is sealed with the newest secret.')
      })
    } finally {
      await server.stop()
    }
  },
}

async function sayNext(config: Config): Promise<void> {
  if (config.secret) {
    say('Set these two, restart Splot everywhere, then run bin/splot rotate-keys:')
    say(`SPLOT_SECRET=${randomBytes(32).toString('base64url')}`)
    say('SPLOT_SECRET_PREVIOUS=(what SPLOT_SECRET is now)')
    return
  }
  await replaceSecret(config)
  say('A new secret is in place; the old one is beside it. Restart Splot, then run bin/splot rotate-keys.')
}
