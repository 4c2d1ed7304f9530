import { statfs } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { type BackupSettings, readBackupSettings } from '#platform/backup/settings.ts'
import { tenantTables } from '#platform/catalogue/tables.ts'
import { type Config, type Environment, readConfig } from '#platform/config.ts'
import type { ReachedServer } from '#platform/database-server.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { verifyChains } from '../chains.ts'
import type { Centre, Machine, ReplicaSeen, Scene } from './check.ts'

type Client = Parameters<Parameters<typeof withClient>[1]>[0]

const thisMachine: Machine = {
  nodeVersion: process.version,
  totalMemory: totalmem(),
  runsAsRoot: process.getuid?.() === 0,
  freeDisk: (folder) =>
    statfs(folder).then(
      ({ bavail, bsize }) => bavail * bsize,
      () => undefined,
    ),
}

/**
 * What a running installation shows, read in one transaction that changes nothing. The client is one of the serving
 * role; a query that fails doesn't spoil those after it.
 */
export async function readScene(client: Client, server: ReachedServer, environment: Environment): Promise<Scene> {
  const config = readConfig(environment)
  const ask = async <T>(sql: string, values: unknown[] = []): Promise<T[]> => {
    await client.query('savepoint look')
    try {
      return (await client.query(sql, values)).rows as T[]
    } finally {
      await client.query('rollback to savepoint look')
    }
  }
  const askIn = async <T>({ id }: Centre, sql: string, values: unknown[] = []): Promise<T[]> => {
    await client.query(`set local splot.tenant_id = '${id}'`)
    return ask<T>(sql, values)
  }
  // Several checks look at what it says; where it can't be reached, they wait for that once.
  let replica: Promise<ReplicaSeen> | undefined
  return {
    config,
    ...(await readBackups(environment, config)),
    embedded: server.embedded,
    ask,
    askIn,
    centres: await ask<Centre>('select id, slug, sample from tenant order by slug'),
    tables: await tenantTables(client),
    now: () => Temporal.Now.instant(),
    trustsProxy: Boolean(environment['SPLOT_TRUSTED_PROXY']),
    chains: () => verifyChains(server.app),
    machine: thisMachine,
    pooled: await isPooled(client, ask),
    replica: () => (replica ??= lookAtReplica(config.databaseReplicaUrl, ask)),
  }
}

type Ask = Scene['ask']

/** A server tells each connection its process when it begins; a pooler tells a number of its own. */
async function isPooled(client: Client, ask: Ask): Promise<boolean> {
  const told = (client as unknown as { processID?: number | null }).processID
  const [row] = await ask<{ pid: number }>('select pg_backend_pid() as pid')
  return told !== undefined && told !== null && told !== row?.pid
}

const patience = 3000

/** The primary is asked first: what the replica lacks of that, it lacks. */
export async function lookAtReplica(url: string | undefined, ask: Ask): Promise<ReplicaSeen> {
  if (url === undefined) throw new Error('DATABASE_REPLICA_URL is not set')
  const [primary] = await ask<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn')
  const connection = { connectionString: url, connectionTimeoutMillis: patience, query_timeout: patience }
  return withClient(connection, async (replica) => {
    const { rows } = await replica.query<ReplicaSeen>(
      `select pg_is_in_recovery() as "inRecovery",
        case when pg_is_in_recovery()
          then greatest(pg_wal_lsn_diff($1::pg_lsn, pg_last_wal_replay_lsn()), 0) else 0 end::float8 as "bytesBehind",
        extract(epoch from now() - pg_last_xact_replay_timestamp())::float8 as "secondsSince"`,
      [primary!.lsn],
    )
    return rows[0]!
  })
}

async function readBackups(
  environment: Environment,
  config: Config,
): Promise<{ backups: BackupSettings | undefined; backupMistake: string | undefined }> {
  try {
    return { backups: await readBackupSettings(environment, config), backupMistake: undefined }
  } catch (error) {
    return { backups: undefined, backupMistake: (error as Error).message }
  }
}

/** Opens the transaction in which everything is looked at. */
export const lookAt = <T>(server: ReachedServer, environment: Environment, work: (scene: Scene) => Promise<T>) =>
  withClient(server.app, async (client) => {
    await client.query('begin read only')
    return work(await readScene(client, server, environment))
  })
