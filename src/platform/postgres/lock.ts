import { randomBytes } from 'node:crypto'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createOnce } from '../create-once.ts'
import { birthOf, isAlive } from './running.ts'

const lockFile = 'launcher.json'

/** One Splot at a time may run the server of a folder; a lock left by a killed one is taken over. */
export async function lockHome(home: string): Promise<() => Promise<void>> {
  const path = join(home, lockFile)
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) })
  for (let attempt = 0; attempt < 5; attempt++) {
    if (await createOnce(path, mine)) return () => rm(path, { force: true })
    const found = await readFile(path, 'utf8').catch(() => '')
    const holder = livingHolder(found)
    if (holder)
      throw new Error(`Splot already runs with the data in ${home} (its process id is ${holder}). Stop it first.`)
    await discard(path, found)
  }
  throw new Error(`The lock ${path} changes hands again and again. Is something starting Splot in a loop?`)
}

/** The process id of the Splot that runs the server of this folder now. */
export async function findHolder(home: string): Promise<number | undefined> {
  return livingHolder(await readFile(join(home, lockFile), 'utf8').catch(() => ''))
}

function livingHolder(lock: string): number | undefined {
  try {
    const { pid, birth } = JSON.parse(lock) as { pid: number; birth: string }
    return isAlive(pid) && birthOf(pid) === birth ? pid : undefined
  } catch {
    return undefined
  }
}

/** Moved aside first: if another start was quicker and the lock is its new one, it's put back. */
async function discard(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  await rename(path, aside).catch(() => undefined)
  const moved = await readFile(aside, 'utf8').catch(() => stale)
  if (moved !== stale) await createOnce(path, moved)
  await rm(aside, { force: true })
}
