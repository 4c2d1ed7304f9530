import { type Check, fail, ok, type ReplicaSeen, type Scene, skipped, warn } from './check.ts'

const megabyte = 1024 ** 2

/** Asks the replica, where the settings name one. */
const ofReplica = (look: (seen: ReplicaSeen) => ReturnType<Check['look']>): Check['look'] => {
  return async (scene: Scene) => {
    if (scene.config.databaseReplicaUrl === undefined) return skipped('DATABASE_REPLICA_URL is not set')
    return look(await scene.replica())
  }
}

/** What stands between the program and its database, and beside it (docs/decisions/0030). */
export const replicaChecks: readonly Check[] = [
  {
    id: 'pooler-direct',
    what: 'what listens for changes goes past the pooler',
    advice: 'Set DATABASE_DIRECT_URL to the server itself. Through a pooler no change is heard, and pages grow old.',
    look: ({ pooled, config }) => {
      if (!pooled) return ok('DATABASE_URL leads to the server itself')
      return config.databaseDirectUrl === undefined
        ? fail('DATABASE_URL leads through a pooler, and DATABASE_DIRECT_URL is not set')
        : ok('DATABASE_DIRECT_URL is set')
    },
  },
  {
    id: 'replica-reachable',
    what: 'the replica answers the role that serves',
    advice: 'Look at DATABASE_REPLICA_URL, the firewall and pg_hba.conf. Until then the primary answers everything.',
    look: async (scene) => {
      if (scene.config.databaseReplicaUrl === undefined) return skipped('DATABASE_REPLICA_URL is not set')
      return scene.replica().then(
        () => ok('it answers'),
        (error: Error) => fail(error.message),
      )
    },
  },
  {
    id: 'replica-recovery',
    what: 'the replica is one: it only replays what the primary writes',
    advice:
      'It was promoted, or the address leads to the primary. Set DATABASE_REPLICA_URL anew, or make the copy anew.',
    look: ofReplica(({ inRecovery }) => (inRecovery ? ok('in recovery') : fail('this server takes writes of its own'))),
  },
  {
    id: 'replica-lag',
    what: 'the replica keeps up with the primary',
    advice: 'Look at its disk, the network between, and the log of the replica: it may have stopped to replay.',
    look: ofReplica(({ bytesBehind, secondsSince }) => {
      const found = `${(bytesBehind / megabyte).toFixed(1)} MB behind`
      const stands = bytesBehind > 0 && (secondsSince ?? 0) > 300
      if (bytesBehind > 1024 * megabyte) return fail(found)
      return stands || bytesBehind > 16 * megabyte ? warn(found) : ok(found)
    }),
  },
]
