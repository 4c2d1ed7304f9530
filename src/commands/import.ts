import { readConfig } from '#platform/config.ts'
import { reachServer } from '#platform/database-server.ts'
import { createLog } from '#platform/log.ts'
import { importCentre } from '../import-centre.ts'
import { type Command, say } from './command.ts'

export const importCommand: Command = {
  name: 'import',
  summary: 'bring a centre and its directory in from data files',
  usage: `bin/splot import FOLDER

Reads centre.json and the files of the directory (as in db/seed/torun) and brings them in,
all in one transaction. What is there is updated, what is new is added, nothing is removed;
every mistake in the files is named, and then nothing is changed.
With DATABASE_URL, set DATABASE_OWNER_URL too.`,
  run: async ([folder], environment) => {
    if (!folder) throw new Error('Say which folder: bin/splot import FOLDER')
    const config = readConfig(environment)
    const server = await reachServer(config, { info: say, warn: say })
    try {
      if (!server.owner) throw new Error('Set DATABASE_OWNER_URL: the role of DATABASE_URL makes no centre.')
      const { name, counts } = await importCentre(server.owner, folder, createLog(config.logLevel))
      const brought = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`)
      say(`${name}: ${brought.join(', ')}.`)
    } finally {
      await server.stop()
    }
  },
}
