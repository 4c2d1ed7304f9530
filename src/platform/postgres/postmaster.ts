import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../log-sink.ts'
import { removeSocketFolder } from './address.ts'
import { isAlive, servesCluster } from './running.ts'

/** What a running server writes about itself into postmaster.pid. */
export interface Postmaster {
  pid: number
  port: number
  socketFolder: string
  listenAddress: string
  ready: boolean
}

const impossiblePid = 2_147_483_647

export async function readPostmaster(cluster: string): Promise<Postmaster | undefined> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const pid = Math.abs(Number(lines[0]))
  if (!pid) return undefined
  return {
    pid,
    port: Number(lines[3]),
    socketFolder: lines[4] ?? '',
    listenAddress: lines[5] ?? '',
    ready: lines[7]?.trim() === 'ready',
  }
}

/** Stops a server that outlived its Splot, and sees to it that a stale lock doesn't keep the next one from starting. */
export async function clearPreviousServer(cluster: string, log: Log): Promise<void> {
  const previous = await readPostmaster(cluster)
  if (!previous) return
  if (servesCluster(previous.pid, cluster)) {
    log.warn(`A database server was left running (process id ${previous.pid}): stopping it.`)
    await stopServer(previous.pid)
  } else if (isAlive(previous.pid)) {
    await disownLock(cluster, previous.pid)
  }
  if (previous.socketFolder) await removeSocketFolder(previous.socketFolder)
}

/** Another program got the dead server's id. The rest of the file stays: the next server checks the shared memory by it. */
async function disownLock(cluster: string, pid: number): Promise<void> {
  const path = join(cluster, 'postmaster.pid')
  const lock = await readFile(path, 'utf8')
  await writeFile(path, lock.replace(String(pid), String(impossiblePid)))
}

/** Fast shutdown (open transactions are rolled back); after ten seconds an immediate one. */
export async function stopServer(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  if (await isGone(pid, 10_000)) return
  signal(pid, 'SIGQUIT')
  if (await isGone(pid, 10_000)) return
  throw new Error(`The database server (process id ${pid}) doesn't stop.`)
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function isGone(pid: number, milliseconds: number): Promise<boolean> {
  const deadline = performance.now() + milliseconds
  while (performance.now() < deadline) {
    if (!isAlive(pid)) return true
    await sleep(10)
  }
  return false
}
