import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../log-sink.ts'
import { canEnter, type ServerUser } from './server-user.ts'

const passThrough = 0o711

/**
 * The folder that holds the cluster, its socket and its passwords: `postgres` in the data folder.
 * Where the server's user can't enter that (a checkout below /root, say) it's a folder below /var/lib/splot.
 */
export async function chooseHome(dataDir: string, user: ServerUser, log: Log): Promise<string> {
  await makeFolder(dataDir)
  const inside = join(dataDir, 'postgres')
  await makeFolder(inside)
  if (canEnter(user, inside)) return inside
  const elsewhere = join(
    '/var/lib/splot',
    createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12),
  )
  await makeFolder(elsewhere)
  if (!canEnter(user, elsewhere)) throw new Error(noFolder(dataDir, user))
  log.warn(
    `The database files are in ${elsewhere}: PostgreSQL can't run as root, and user ${user?.uid} can't enter ${dataDir}.`,
  )
  return elsewhere
}

async function makeFolder(folder: string): Promise<void> {
  if (!existsSync(folder)) await mkdir(folder, { recursive: true, mode: passThrough })
}

function noFolder(dataDir: string, user: ServerUser): string {
  return (
    `PostgreSQL can't run as root, and user ${user?.uid} can enter neither ${dataDir} nor /var/lib/splot. ` +
    'Start Splot as another user, or set SPLOT_DATA to a folder that every user may pass through.'
  )
}
