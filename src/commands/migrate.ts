import { readConfig } from '#platform/config.ts'
import { reachServer } from '#platform/database-server.ts'
import { type Command, say } from './command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  usage: `bin/splot migrate

Applies the migrations that the database lacks, in order, each in its own transaction.
The embedded database needs no settings. With DATABASE_URL, set DATABASE_OWNER_URL
to the address of the role that owns the database (splot_owner).`,
  run: async (_words, environment) => {
    const config = readConfig(environment)
    if (config.databaseUrl && !config.databaseOwnerUrl) {
      throw new Error('Set DATABASE_OWNER_URL: the role of DATABASE_URL only serves and changes no table.')
    }
    const server = await reachServer(config, { info: say, warn: say })
    await server.stop()
    say(server.migrated.length === 0 ? 'The database is up to date.' : `Applied ${server.migrated.length} migrations.`)
  },
}
