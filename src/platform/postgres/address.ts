import { mkdir, mkdtemp, chmod, chown, rm } from 'node:fs/promises'
import { createServer, type ListenOptions } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { ServerUser } from './server-user.ts'

/** Where the server listens: a folder with its socket, or a port on loopback. */
export type Address = { socketFolder: string; port: number } | { host: '127.0.0.1'; port: number }

const socketPort = 5432
const longestPath = 103 // bytes: 107 on Linux, 103 on macOS
const temporaryPrefix = 'splot-pg-'

/** A unix socket in `home`, else in a short temporary folder, else a free port on loopback. */
export async function chooseAddress(home: string, user: ServerUser): Promise<Address> {
  if (process.platform !== 'win32') {
    for (const make of [() => makeFolder(join(home, 'socket')), () => mkdtemp(join(tmpdir(), temporaryPrefix))]) {
      const socketFolder = await prepareSocketFolder(make, user)
      if (socketFolder) return { socketFolder, port: socketPort }
    }
  }
  return { host: '127.0.0.1', port: await findFreePort() }
}

/** Temporary socket folders go with their server; the one in `home` stays. */
export async function removeSocketFolder(folder: string): Promise<void> {
  const temporary = dirname(folder) === tmpdir() && folder.startsWith(join(tmpdir(), temporaryPrefix))
  if (temporary) await rm(folder, { recursive: true, force: true })
}

/** Only the server's user (and root) may reach what is in the folder. */
async function prepareSocketFolder(make: () => Promise<string>, user: ServerUser): Promise<string | undefined> {
  const folder = await make()
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
  const fits = Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}.lock`)) <= longestPath
  if (fits && (await canListen({ path: join(folder, 'probe') }))) return folder
  await rm(folder, { recursive: true, force: true })
  return undefined
}

async function makeFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}

async function canListen(at: ListenOptions): Promise<boolean> {
  const server = createServer()
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false)).listen(at, () => resolve(true))
  })
  if (listening) await new Promise((resolve) => server.close(resolve))
  return listening
}

export async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
