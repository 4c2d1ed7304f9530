import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import type { ServerUser } from './server-user.ts'

/** The passwords of the roles, kept beside the cluster in a file that only Splot's user can read. */
export interface Passwords {
  postgres: string
  splot_owner: string
  splot_app: string
  splot_backup: string
}

export interface InitialiseOptions {
  home: string
  binaries: Binaries
  user: ServerUser
  fsync: boolean
}

/** Makes the cluster where there is none. It gets its name only when complete, so a killed start leaves no half. */
export async function initialiseCluster(
  options: InitialiseOptions,
): Promise<{ cluster: string; passwords: Passwords }> {
  const cluster = join(options.home, 'cluster')
  const passwords = await keepPasswords(options.home, existsSync(cluster))
  if (existsSync(cluster)) return { cluster, passwords }
  const passwordFile = join(options.home, 'initial-password')
  await writeFile(passwordFile, passwords.postgres, { mode: 0o600 })
  if (options.user) await chown(passwordFile, options.user.uid, options.user.gid)
  try {
    await initialiseUnfinished(options, passwordFile)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(join(options.home, 'cluster.new'), cluster)
  return { cluster, passwords }
}

/** The character types of the machine's own UTF-8 locale, where it has one: pg_trgm and full text depend on them. */
async function initialiseUnfinished(options: InitialiseOptions, passwordFile: string): Promise<void> {
  const characterTypes = process.platform === 'darwin' ? ['en_US.UTF-8', 'C'] : ['C.UTF-8', 'C']
  let complaint = ''
  for (const type of characterTypes) {
    const folder = join(options.home, 'cluster.new')
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { mode: 0o700 })
    if (options.user) await chown(folder, options.user.uid, options.user.gid)
    const result = spawnSync(options.binaries.initdb, initdbArguments(folder, type, passwordFile, options.fsync), {
      ...options.user,
      cwd: folder,
      encoding: 'utf8',
    })
    if (result.status === 0) return
    complaint = result.stderr || String(result.error)
  }
  throw new Error(`PostgreSQL can't make its cluster in ${options.home}: ${complaint.trim()}`)
}

function initdbArguments(folder: string, characterTypes: string, passwordFile: string, fsync: boolean): string[] {
  return [
    `--pgdata=${folder}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=icu',
    '--icu-locale=pl-PL',
    '--locale=C',
    `--lc-ctype=${characterTypes}`,
    '--data-checksums',
    ...(fsync ? [] : ['--no-sync']),
  ]
}

async function keepPasswords(home: string, clusterExists: boolean): Promise<Passwords> {
  const path = join(home, 'passwords.json')
  if (existsSync(path)) return completePasswords(path, JSON.parse(await readFile(path, 'utf8')) as Partial<Passwords>)
  if (clusterExists) throw new Error(`The database's passwords are gone: put ${path} back from the backup.`)
  return completePasswords(path, {})
}

/** A role that a newer Splot brought gets its password at the first start. */
async function completePasswords(path: string, known: Partial<Passwords>): Promise<Passwords> {
  const fresh = { postgres: newPassword(), splot_owner: newPassword(), splot_app: newPassword() }
  const passwords = { ...fresh, splot_backup: newPassword(), ...known }
  if (Object.keys(known).length === Object.keys(passwords).length) return passwords
  await writeFile(`${path}.new`, JSON.stringify(passwords, null, 2), { mode: 0o600 })
  await rename(`${path}.new`, path)
  return passwords
}

function newPassword(): string {
  return randomBytes(24).toString('base64url')
}
