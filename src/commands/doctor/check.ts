import type { CentreChain } from '../chains.ts'
import type { BackupSettings } from '#platform/backup/settings.ts'
import type { Config } from '#platform/config.ts'

export type State = 'ok' | 'warn' | 'fail' | 'skipped'

export interface Finding {
  state: State
  /** What was seen; of a skipped check the reason. */
  found: string
}

export interface Check {
  id: string
  what: string
  /** What to do when it isn't well. */
  advice: string
  look(scene: Scene): Promise<Finding> | Finding
}

export interface Centre {
  id: string
  slug: string
  sample: boolean
}

/** What the checks look at; a test puts something broken in the place of one thing. */
export interface Scene {
  config: Config
  /** Unset where they contain a mistake, which then stands in `backupMistake`. */
  backups: BackupSettings | undefined
  backupMistake: string | undefined
  embedded: boolean
  /** Asks the database as the role that serves. */
  ask<T>(sql: string, values?: unknown[]): Promise<T[]>
  /** The same with one centre set, as in a request. */
  askIn<T>(centre: Centre, sql: string, values?: unknown[]): Promise<T[]>
  centres: readonly Centre[]
  /** The tables that are kept by centre. */
  tables: readonly string[]
  now(): Temporal.Instant
  /** True when addresses of proxies are named in the settings. */
  trustsProxy: boolean
  /** Walks the audit of each centre. */
  chains(): Promise<CentreChain[]>
  machine: Machine
  /** True when something between answers for the server: connections are lent from one query to the next. */
  pooled: boolean
  /** What the replica of the settings says of itself; an error where it can't be asked. */
  replica(): Promise<ReplicaSeen>
}

export interface ReplicaSeen {
  inRecovery: boolean
  /** What the primary has written and it hasn't replayed. */
  bytesBehind: number
  /** Since the last change that it replayed; undefined when there was none. */
  secondsSince: number | undefined
}

export interface Machine {
  nodeVersion: string
  totalMemory: number
  runsAsRoot: boolean
  /** Free bytes of the disk that a folder is on; undefined where there is no such folder. */
  freeDisk(folder: string): Promise<number | undefined>
}

export const ok = (found: string): Finding => ({ state: 'ok', found })
export const warn = (found: string): Finding => ({ state: 'warn', found })
export const fail = (found: string): Finding => ({ state: 'fail', found })
export const skipped = (found: string): Finding => ({ state: 'skipped', found })

/** Fails, or warns, with what was listed; well when the list is empty. */
export function none(list: readonly string[], well: string, otherwise: (found: string) => Finding = fail): Finding {
  if (list.length === 0) return ok(well)
  const more = list.length > 5 ? ` and ${list.length - 5} more` : ''
  return otherwise(list.slice(0, 5).join(', ') + more)
}

/** Whether the installation is for residents, not for trying things out. */
export const isProduction = ({ config, centres }: Scene): boolean =>
  config.databaseUrl !== undefined || centres.some(({ sample }) => !sample)
