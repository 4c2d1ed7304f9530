import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Log, silentLog } from '../log-sink.ts'
import { type Address, chooseAddress, removeSocketFolder } from './address.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { chooseHome } from './home.ts'
import { initialiseCluster, type Passwords } from './initialise.ts'
import { lockHome } from './lock.ts'
import { clearPreviousServer, readPostmaster, stopServer } from './postmaster.ts'
import { type ServerUser, serverUser } from './server-user.ts'
import { serverArguments } from './settings.ts'

export interface EmbeddedOptions {
  dataDir: string
  log?: Log
  /** PostgreSQL settings on top of ours. */
  settings?: Record<string, string>
  /** The kernel stops the server when Splot dies, where it can (default); false leaves it to the next start. */
  diesWithUs?: boolean
}

export interface EmbeddedPostgres {
  host: string
  port: number
  passwords: Passwords
  pid: number
  home: string
  /** Fulfilled when the server ends without having been asked to. */
  lost: Promise<Error>
  stop(): Promise<void>
}

interface Launch {
  binaries: Binaries
  cluster: string
  user: ServerUser
  address: Address
  logFile: string
  options: EmbeddedOptions
}

/** Starts a real PostgreSQL in the data folder; makes it first where there is none, recovers what a kill left behind. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? silentLog
  const user = serverUser()
  const home = await chooseHome(options.dataDir, user, log)
  const unlock = await lockHome(home)
  try {
    const binaries = await findBinaries(home, user)
    const { cluster, passwords } = await initialiseCluster({
      home,
      binaries,
      user,
      fsync: options.settings?.['fsync'] !== 'off',
    })
    await clearPreviousServer(cluster, log)
    const address = await chooseAddress(home, user)
    const server = await launch({ binaries, cluster, user, address, logFile: join(home, 'postgres.log'), options })
    return { ...describe(address, server), passwords, home, ...watch(server, address, unlock) }
  } catch (error) {
    await unlock()
    throw error
  }
}

function describe(address: Address, server: ChildProcess): { host: string; port: number; pid: number } {
  return { host: 'host' in address ? address.host : address.socketFolder, port: address.port, pid: server.pid! }
}

function watch(server: ChildProcess, address: Address, unlock: () => Promise<void>) {
  let asked = false
  const lost = new Promise<Error>((resolve) => {
    server.once('exit', (code, signal) => {
      if (!asked) resolve(new Error(`The database server ended by itself (${signal ?? `status ${code}`}).`))
    })
  })
  const stop = async () => {
    asked = true
    if (server.exitCode === null && server.signalCode === null) await stopServer(server.pid!)
    if ('socketFolder' in address) await removeSocketFolder(address.socketFolder)
    await unlock()
  }
  return { lost, stop }
}

/** A killed server's children may need a moment to go; until then the next server refuses to start, so it's tried again. */
async function launch(plan: Launch): Promise<ChildProcess> {
  const deadline = performance.now() + 30_000
  for (;;) {
    const server = spawnServer(plan)
    if (await becomesReady(server, plan.cluster, deadline)) return server
    const complaint = readFileSync(plan.logFile, 'utf8').trim()
    const busy = /shared memory block|lock file/.test(complaint)
    if (!busy || performance.now() > deadline) {
      if (server.exitCode === null && server.pid) await stopServer(server.pid)
      throw new Error(`PostgreSQL doesn't start: ${complaint.split('\n').slice(-5).join(' ')}`)
    }
    await sleep(200)
  }
}

/** The log starts afresh with each server. A session of its own keeps the terminal's Ctrl-C from the server's children. */
function spawnServer({ binaries, cluster, user, address, logFile, options }: Launch): ChildProcess {
  const output = openSync(logFile, 'w', 0o600)
  const words = [binaries.postgres, ...serverArguments(cluster, address, options.settings ?? {})]
  const [program, ...rest] = options.diesWithUs !== false && canDieWithParent() ? [...dyingWithParent, ...words] : words
  const server = spawn(program!, rest, { ...user, cwd: cluster, detached: true, stdio: ['ignore', output, output] })
  server.unref()
  closeSync(output)
  return server
}

const dyingWithParent = ['setpriv', '--pdeathsig', 'INT', '--']

function canDieWithParent(): boolean {
  const [program, ...rest] = dyingWithParent
  return process.platform === 'linux' && spawnSync(program!, [...rest, 'true'], { stdio: 'ignore' }).status === 0
}

async function becomesReady(server: ChildProcess, cluster: string, deadline: number): Promise<boolean> {
  const end = { seen: false }
  server.once('error', () => (end.seen = true)).once('exit', () => (end.seen = true))
  while (!end.seen && performance.now() < deadline) {
    const postmaster = await readPostmaster(cluster)
    if (postmaster?.ready && postmaster.pid === server.pid) return true
    await sleep(10)
  }
  return false
}
