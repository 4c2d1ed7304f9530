import { startRetentionWatch } from '#domains/privacy/public.ts'
import { loadAssets } from '#platform/assets.ts'
import { openChangeFeed, type ChangeFeed } from '#platform/changes.ts'
import type { Config } from '#platform/config.ts'
import { openServer, type DatabaseServer } from '#platform/database-server.ts'
import { openDatabase } from '#platform/db.ts'
import type { Logger } from '#platform/log.ts'
import { smtpPost, startMailSender } from '#platform/mail-sender.ts'
import { openReplica } from '#platform/replica/replica.ts'
import { createSealer } from '#platform/sealing.ts'
import { readSecrets } from '#platform/secret.ts'
import { tenantDirectory } from '#platform/tenant.ts'
import type { Deps } from '#platform/web.ts'
import { loadSample } from './sample.ts'

/** Everything that runs behind the pages, started in order and wired by hand. */
export interface Services {
  deps: Deps
  feed: ChangeFeed
  server: DatabaseServer
  stop(): Promise<void>
}

export async function createServices(config: Config, log: Logger): Promise<Services> {
  const [server, assets] = await Promise.all([openServer(config, log), loadAssets()])
  const sealer = createSealer(await readSecrets(config))
  const database = openDatabase({ connection: server.app, log, sealer })
  const feed = openChangeFeed(server.direct, log)
  const replicaUrl = config.databaseReplicaUrl
  const replica = replicaUrl && openReplica({ connection: { connectionString: replicaUrl }, primary: database, log })
  const deps: Deps = {
    config,
    database,
    ...(replica && { replica }),
    tenants: tenantDirectory(database),
    assets,
    sealer,
    log,
    now: () => Temporal.Now.instant(),
  }
  if (config.sample) await loadSample(deps, server)
  const { tenants, now } = deps
  const post = config.smtpUrl ? smtpPost(config.smtpUrl) : undefined
  const mail = startMailSender({ database, tenants, sealer, log, now, post }, feed)
  const retention = startRetentionWatch({ database, tenants, log, now })
  const stop = async () => {
    await mail.stop()
    await retention.stop()
    await feed.stop()
    if (replica) await replica.close()
    await database.close()
    await server.stop()
  }
  return { deps, feed, server, stop }
}
