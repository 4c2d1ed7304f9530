import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { silentLog } from '../log-sink.ts'
import { chooseHome } from './home.ts'
import type { Passwords } from './initialise.ts'
import { findHolder } from './lock.ts'
import { readPostmaster } from './postmaster.ts'
import type { ServerAccess } from './roles.ts'
import { serverUser } from './server-user.ts'

/** The server that a running Splot has for this data folder, so that a command can work beside it. */
export async function findRunningServer(dataDir: string): Promise<ServerAccess | undefined> {
  if (!existsSync(dataDir)) return undefined
  const home = await chooseHome(dataDir, serverUser(), silentLog)
  const postmaster = (await findHolder(home)) && (await readPostmaster(join(home, 'cluster')))
  if (!postmaster || !postmaster.ready) return undefined
  const passwords = JSON.parse(await readFile(join(home, 'passwords.json'), 'utf8')) as Passwords
  return { host: postmaster.socketFolder || postmaster.listenAddress, port: postmaster.port, passwords }
}
