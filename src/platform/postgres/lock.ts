import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { birthOf, isAlive } from './running.ts'

/** One Splot at a time may run the server of a folder; a lock left by a killed one is taken over. */
export async function lockHome(home: string): Promise<() => Promise<void>> {
  const path = join(home, 'launcher.json')
  const mine = JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) })
  for (let attempt = 0; attempt < 3; attempt++) {
    if (await writeNew(path, mine)) return () => rm(path, { force: true })
    const holder = await readHolder(path)
    if (holder)
      throw new Error(`Splot already runs with the data in ${home} (its process id is ${holder}). Stop it first.`)
    await rm(path, { force: true })
  }
  throw new Error(`The lock ${path} changes hands again and again. Is something starting Splot in a loop?`)
}

async function writeNew(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

async function readHolder(path: string): Promise<number | undefined> {
  try {
    const { pid, birth } = JSON.parse(await readFile(path, 'utf8')) as { pid: number; birth: string }
    return isAlive(pid) && birthOf(pid) === birth ? pid : undefined
  } catch {
    return undefined
  }
}
