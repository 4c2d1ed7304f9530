import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transform } from 'esbuild'
import { createDatabase, connectionTo, type ServerAccess, withClient } from '#platform/postgres/roles.ts'
import type { Mutant } from './mutant.ts'

/** What of the repository the tests need; packages are shared. */
const parts = ['bin', 'bench', 'db', 'docs', 'src', 'test', 'tools', 'package.json', 'tsconfig.json', '.env.example']

/** A copy of the tree in which one guard at a time is missing. */
export interface Workshop {
  /** True when a test noticed; which one. */
  notices(mutant: Mutant): Promise<string | undefined>
  /** Tests that fail although nothing is missing: nothing can be concluded from them. */
  broken: Set<string>
  close(): Promise<void>
}

export async function openWorkshop(root: string, server: ServerAccess): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-mutants-'))
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true }).catch(ignoreMissing)
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  const sound = new Map<string, Promise<boolean>>()
  const broken = new Set<string>()
  const isSound = async (test: string): Promise<boolean> => {
    const whole = sound.get(test) ?? passes(folder, test, server)
    sound.set(test, whole)
    if (!(await whole)) broken.add(test)
    return whole
  }
  const notices = async (mutant: Mutant): Promise<string | undefined> => {
    const tests: string[] = []
    for (const test of mutant.tests) if (await isSound(test)) tests.push(test)
    return withMutant(folder, server, mutant, async (databases) => {
      for (const test of tests) if (!(await passes(folder, test, server, databases))) return test
      return undefined
    })
  }
  return { notices, broken, close: () => rm(folder, { recursive: true, force: true }) }
}

const ignoreMissing = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'ENOENT') throw error
}

type Databases = Record<string, string>

async function withMutant<T>(
  folder: string,
  server: ServerAccess,
  { change, name }: Mutant,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  if ('sql' in change) return withDatabase(server, change.sql, work)
  const path = join(folder, change.file)
  const whole = await readFile(path, 'utf8')
  // What can't even be read would be noticed by any test.
  await transform(change.text, { loader: change.file.endsWith('x') ? 'tsx' : 'ts' }).catch((error: unknown) => {
    throw new Error(`${name}: the mutant is no program`, { cause: error })
  })
  await writeFile(path, change.text)
  try {
    return await work({})
  } finally {
    await writeFile(path, whole)
  }
}

let made = 0

async function withDatabase<T>(
  server: ServerAccess,
  sql: string,
  work: (databases: Databases) => Promise<T>,
): Promise<T> {
  const name = `mutant_${process.pid}_${(made += 1)}`
  const admin = connectionTo(server, 'postgres', 'postgres')
  await withClient(admin, (client) => createDatabase(client, name, 'splot_template'))
  try {
    await withClient(connectionTo(server, 'postgres', name), (client) => client.query(sql))
    return await work({ SPLOT_TEST_TEMPLATE: name, SPLOT_TEST_DATABASE: name })
  } finally {
    await withClient(admin, (client) => client.query(`drop database ${name} with (force)`))
  }
}

/** The copy's own: it finds our modules beside itself, so the guard is missing in what it reads. */
const loaderOf = (folder: string): string => pathToFileURL(join(folder, 'test', 'load.ts')).href

const longest = 120_000

/** Runs one test file; what hangs was noticed too. */
async function passes(folder: string, test: string, server: ServerAccess, databases: Databases = {}): Promise<boolean> {
  const env = { ...process.env, SPLOT_TEST_SERVER: JSON.stringify(server), ...databases }
  const child = spawn(process.execPath, ['--import', loaderOf(folder), test], { cwd: folder, env, stdio: 'ignore' })
  const timer = setTimeout(() => child.kill('SIGKILL'), longest)
  const [status] = (await once(child, 'exit')) as [number | null]
  clearTimeout(timer)
  return status === 0
}
