import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'

/** True while a program with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  return / Z /.test(readOrEmpty(`/proc/${pid}/stat`).replace(/^.*\)/s, ''))
}

/** When the program with this id began, in words that differ for a later program with the same id. */
export function birthOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`)
  if (stat)
    return `${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()} ${stat.replace(/^.*\) /s, '').split(' ')[19]}`
  return process.platform === 'win32' ? '' : ps(pid, 'lstart=')
}

/** True when the program with this id is a PostgreSQL server of this cluster. */
export function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  try {
    return realpathSync(`/proc/${pid}/cwd`) === realpathSync(cluster)
  } catch {
    return process.platform === 'win32' || ps(pid, 'command=').includes(cluster)
  }
}

function ps(pid: number, column: string): string {
  return spawnSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
