import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The operating-system user that the database server runs as; undefined where it's the one that runs Splot. */
export type ServerUser = { uid: number; gid: number } | undefined

const nobody = 65534

/** PostgreSQL refuses to run as root: there it runs as `postgres`, or as nobody where no such user exists. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(readUsers()) ?? []
  return { uid: Number(uid ?? nobody), gid: Number(gid ?? nobody) }
}

function readUsers(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8')
  } catch {
    return ''
  }
}

/** True when the server's user can pass through every folder above this one and stand in it. */
export function canEnter(user: ServerUser, folder: string): boolean {
  if (!user) return true
  return (
    spawnSync('/bin/sh', ['-c', 'cd -P -- "$1"', 'sh', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
  )
}

/** True when the server's user can run this program, its libraries included. */
export function canRun(user: ServerUser, program: string): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', stdio: 'ignore' }).status === 0
}
