import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { median, table, type Section } from './figures.ts'
import { startProgram, withDataFolder } from './program.ts'
import { buildBundle } from '../tools/build.ts'

const starts = 5
const idleSeconds = 10
const dist = fileURLToPath(new URL('../dist', import.meta.url))

/** The second start and the memory that it rests at, first from source and then by the bundle, which is made anew. */
export const measureStart = (): Promise<Section> =>
  withDataFolder(async (folder) => {
    await rm(dist, { recursive: true, force: true })
    await startOnce(folder)
    const source = await measure('from source', folder)
    await buildBundle()
    const bundle = await measure('production bundle', folder)
    const head = ['program', 'first page after, s', 'slowest of 5, s', 'app, MB', 'PostgreSQL, MB', 'together, MB']
    return { name: 'start', text: table(head, [source, bundle]) }
  })

const startOnce = async (folder: string): Promise<number> => {
  const program = await startProgram(folder)
  await program.stop()
  return program.millisecondsToFirstPage
}

async function measure(name: string, folder: string): Promise<string[]> {
  const times: number[] = []
  for (let start = 0; start < starts; start++) times.push(await startOnce(folder))
  const { app, database } = await restingMemory(folder)
  const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)
  const megabytes = (kilobytes: number) => (kilobytes / 1024).toFixed(0)
  return [
    name,
    seconds(median(times)),
    seconds(Math.max(...times)),
    megabytes(app),
    megabytes(database),
    megabytes(app + database),
  ]
}

/** Proportional set size (each shared page is counted once, in parts) after some pages and a rest, in kB. */
async function restingMemory(folder: string): Promise<{ app: number; database: number }> {
  const program = await startProgram(folder)
  try {
    for (const path of ['/', '/uslugi', '/uslugi?q=opieka', '/uk/uslugi?q=opieka', '/logowanie']) {
      await (await fetch(`http://127.0.0.1:${program.port}${path}`)).text()
    }
    await sleep(idleSeconds * 1000)
    const family = descendantsOf(program.child.pid!)
    const isDatabase = (pid: number) => read(`/proc/${pid}/comm`).trim() === 'postgres'
    const sum = (pids: number[]) => pids.reduce((total, pid) => total + proportionalSetSize(pid), 0)
    return { app: sum(family.filter((pid) => !isDatabase(pid))), database: sum(family.filter(isDatabase)) }
  } finally {
    await program.stop()
  }
}

function descendantsOf(ancestor: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]))
  }
  const family = new Set([ancestor])
  for (let size = 0; size < family.size;) {
    size = family.size
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid)
  }
  return [...family]
}

const proportionalSetSize = (pid: number): number =>
  Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? Number.NaN)

function read(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : ''
  } catch {
    return ''
  }
}

if (import.meta.main) console.log((await measureStart()).text)
