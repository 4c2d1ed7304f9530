import { readdirSync, readFileSync } from 'node:fs'
import type { ClientConfig } from 'pg'
import { findRunningServer } from '#platform/postgres/attach.ts'
import { connectionTo, prepareDatabase, type Role } from '#platform/postgres/roles.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '#platform/postgres/start.ts'

/** Where a proof may look at what was stored. */
export interface Reachable {
  /** For `pg`, as this role. */
  connection(role: Role): ClientConfig | Promise<ClientConfig>
}

/** The embedded server of a Splot that runs with this data folder. */
export const databaseIn = (folder: string): Reachable => ({
  connection: async (role) => {
    const server = await findRunningServer(folder)
    if (!server) throw new Error('the embedded database does not run')
    return { ...connectionTo(server, role) }
  },
})

/** A PostgreSQL server of the proof's own, with all its safety on, that can be killed and started again. */
export interface ProofDatabase {
  /** For `pg`, as this role. */
  connection(role: Role): ClientConfig
  /** As DATABASE_URL has it; the same for the server's whole life, however often it's started. */
  url(role: Role): string
  /** SIGKILL to every process of the server at once, as when the power goes. */
  kill(): void
  start(): Promise<void>
  stop(): Promise<void>
}

export async function openProofDatabase(folder: string, settings: Record<string, string> = {}): Promise<ProofDatabase> {
  const launch = () => startEmbeddedPostgres({ dataDir: folder, settings })
  let server: EmbeddedPostgres = await launch()
  await prepareDatabase(server)
  return {
    connection: (role) => ({ ...connectionTo(server, role) }),
    url: (role) => {
      const { host, port, password, database } = connectionTo(server, role)
      const at = new URLSearchParams({ host, port: String(port) })
      return `postgres://${role}:${encodeURIComponent(password)}@localhost/${database}?${at}`
    },
    kill: () => {
      for (const pid of [server.pid, ...childrenOf(server.pid)]) killNow(pid)
    },
    start: async () => {
      await server.stop()
      server = await launch()
    },
    stop: () => server.stop(),
  }
}

export function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The processes whose parent this one is, from /proc. */
function childrenOf(pid: number): number[] {
  const parentOf = (name: string): number => {
    try {
      return Number(
        readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ')[1],
      )
    } catch {
      return 0
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)
}
