import { setTimeout as sleep } from 'node:timers/promises'
import type { Config } from './config.ts'
import type { Log } from './log-sink.ts'
import { listPendingMigrations, migrate } from './migrate.ts'
import { findRunningServer } from './postgres/attach.ts'
import { type Connection, connectionTo, prepareDatabase, type ServerAccess, withClient } from './postgres/roles.ts'
import { startEmbeddedPostgres } from './postgres/start.ts'
import { assertServerRelease } from './server-release.ts'
import { assertServingRole } from './serving-role.ts'
import { isUnavailable } from './unavailable.ts'

/** Connection settings as `pg` takes them. */
export type Database = Connection | { connectionString: string }

/** A database that is up, migrated, and safe to serve from with the role of `app`. */
export interface DatabaseServer {
  app: Database
  /** The same role on a connection of its own, past any pooler: for what a session keeps, such as listening. */
  direct: Database
  /** The role that owns the tables; absent when only DATABASE_URL is set. */
  owner: Database | undefined
  /** The role that reads every centre's rows and changes none; absent behind DATABASE_URL without DATABASE_BACKUP_URL. */
  backup: Database | undefined
  /** True for our own embedded server, false for one behind DATABASE_URL. */
  embedded: boolean
  /** The embedded server, to reach it as any role. */
  access?: ServerAccess
  /** The migrations applied just now. */
  migrated: string[]
  /** Fulfilled when an embedded server ends by itself: nothing can be served after that. */
  lost: Promise<Error>
  stop(): Promise<void>
}

type ServerConfig = Pick<Config, 'dataFolder' | 'databaseUrl' | 'databaseOwnerUrl'> &
  Partial<Pick<Config, 'databaseDirectUrl' | 'databaseBackupUrl'>>

export async function openServer(config: ServerConfig, log: Log): Promise<DatabaseServer> {
  const server = config.databaseUrl ? remoteServer(config, config.databaseUrl) : await embeddedServer(config, log)
  try {
    const migrated = await onceAvailable(log, async () => {
      const applied = await bringUpToDate(server, log)
      // A pooler may lead both to different roles.
      for (const connection of [server.app, server.direct]) {
        await withClient(connection, async (client) => {
          await assertServerRelease(client)
          await assertServingRole(client)
        })
      }
      return applied
    })
    return { ...server, migrated }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const patience = { whole: 60_000, between: 500 }

/** After a power cut a database may need longer to start than Splot does: it is waited for, and anything else is told at once. */
async function onceAvailable<T>(log: Log, work: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + patience.whole
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error) || performance.now() > deadline) throw error
      log.warn('The database does not answer yet; trying again.')
      await sleep(patience.between)
    }
  }
}

/** For a command: the server of a Splot that runs already, else one opened for the time of the work. */
export async function reachServer(config: ServerConfig, log: Log): Promise<DatabaseServer> {
  const running = config.databaseUrl ? undefined : await findRunningServer(config.dataFolder)
  if (!running) return openServer(config, log)
  const server = describeEmbedded(running)
  return { ...server, migrated: await bringUpToDate(server, log) }
}

/** For a command that takes the database as it is: nothing is migrated, and no role is tried. */
export async function reachAsItIs(config: ServerConfig, log: Log): Promise<ReachedServer> {
  if (config.databaseUrl) return remoteServer(config, config.databaseUrl)
  const running = await findRunningServer(config.dataFolder)
  return running ? describeEmbedded(running) : embeddedServer(config, log)
}

export type ReachedServer = Omit<DatabaseServer, 'migrated'>

async function embeddedServer(config: ServerConfig, log: Log): Promise<ReachedServer> {
  const server = await startEmbeddedPostgres({ dataDir: config.dataFolder, log })
  try {
    await prepareDatabase(server)
  } catch (error) {
    await server.stop()
    throw error
  }
  return { ...describeEmbedded(server), lost: server.lost, stop: () => server.stop() }
}

function describeEmbedded(server: ServerAccess): ReachedServer {
  return {
    app: connectionTo(server, 'splot_app'),
    direct: connectionTo(server, 'splot_app'),
    owner: connectionTo(server, 'splot_owner'),
    backup: connectionTo(server, 'splot_backup'),
    embedded: true,
    access: server,
    lost: new Promise(() => {}),
    stop: async () => {},
  }
}

function remoteServer(config: ServerConfig, url: string): ReachedServer {
  return {
    app: { connectionString: url },
    direct: { connectionString: config.databaseDirectUrl ?? url },
    owner: config.databaseOwnerUrl ? { connectionString: config.databaseOwnerUrl } : undefined,
    backup: config.databaseBackupUrl ? { connectionString: config.databaseBackupUrl } : undefined,
    embedded: false,
    lost: new Promise(() => {}),
    stop: async () => {},
  }
}

async function bringUpToDate({ app, owner }: ReachedServer, log: Log): Promise<string[]> {
  if (owner) {
    const applied = await withClient(owner, (client) => migrate(client))
    for (const name of applied) log.info(`Migrated: ${name}`)
    return applied
  }
  const pending = await withClient(app, (client) => listPendingMigrations(client))
  if (pending.length === 0) return []
  throw new Error(
    `The database lacks ${pending.length} migrations (${pending[0]} …). ` +
      'Set DATABASE_OWNER_URL, or run: DATABASE_OWNER_URL=… bin/splot migrate',
  )
}
