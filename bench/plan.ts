import { createSampleAccounts } from '#domains/accounts/public.ts'
import type { StaffActor } from '#platform/actor.ts'
import { loadAssets } from '#platform/assets.ts'
import { readConfig } from '#platform/config.ts'
import { openServer, type Database as Connection } from '#platform/database-server.ts'
import { parseDatabaseValue } from '#platform/database-values.ts'
import { openDatabase, type TxContext } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { createSealer } from '#platform/sealing.ts'
import { tenantDirectory } from '#platform/tenant.ts'
import type { Deps } from '#platform/web.ts'
import { importCentre } from '../src/import-centre.ts'
import pg from 'pg'
import { median, table, type Section } from './figures.ts'
import { anApplication, createAndSubmit } from './plan-case.ts'
import { withDataFolder } from './program.ts'
import { record, replay } from './replay.ts'

const sealer = createSealer('a secret of the bench, long enough to be one')

const warmUp = 20
const rounds = 200

/** The transaction "create and submit a plan with five lines", ours and as bare statements, taking turns. */
export const measurePlan = (): Promise<Section> =>
  withDataFolder(async (folder) => {
    const log = createLog('silent')
    const config = { ...readConfig({ LOG_LEVEL: 'silent' }), dataFolder: folder }
    const server = await openServer(config, log)
    const database = openDatabase({ connection: { ...server.app, max: 1 }, log, sealer })
    try {
      const deps = await dependencies(config, database, log)
      const { tenantId } = await importCentre(server.owner!, 'db/seed/torun', log)
      await createSampleAccounts(deps, tenantId)
      const actor = await findCoordinator(server.owner!, tenantId)
      return await compare(deps, { tenantId, requestId: 'bench', now: deps.now(), actor }, server.app)
    } finally {
      await database.close()
      await server.stop()
    }
  })

const dependencies = async (config: Deps['config'], database: Deps['database'], log: Deps['log']): Promise<Deps> => ({
  config,
  database,
  tenants: tenantDirectory(database),
  assets: await loadAssets(),
  sealer,
  log,
  now: () => Temporal.Now.instant(),
})

const findCoordinator = (owner: Connection, tenantId: string): Promise<StaffActor> =>
  withClient(owner as never, async (client) => {
    await client.query(`select set_config('splot.tenant_id', $1, false)`, [tenantId])
    const { rows } = await client.query<{ id: string; name: string }>(
      `select account.id, account.name from account
      join account_role held on held.tenant_id = account.tenant_id and held.account_id = account.id
      where held.role = 'plan-coordinator' limit 1`,
    )
    const { id, name } = rows[0]!
    return { kind: 'staff', accountId: id, name, roles: ['plan-coordinator', 'front-desk'], deputyRoles: [] }
  })

async function compare({ database }: Deps, context: TxContext, connection: Connection): Promise<Section> {
  const prepare = () => database.inTenant(context, anApplication)
  const ours = (id: string) => database.inTenant(context, (tx) => createAndSubmit(tx, id))
  const first = await prepare()
  const statements = await record(() => ours(first))
  const client = new pg.Client({ ...connection, types: { getTypeParser: parseDatabaseValue } })
  await client.connect()
  const bare = (id: string) => replay(client, statements, new Map([[first, id]]))
  const times: { ours: number; bare: number }[] = []
  for (let round = -warmUp; round < rounds; round++) {
    const [one, other] = [await prepare(), await prepare()]
    const both = { ours: await timeOf(() => ours(one)), bare: await timeOf(() => bare(other)) }
    if (round >= 0) times.push(both)
  }
  await client.end()
  return describe(statements.length, times)
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function describe(count: number, times: readonly { ours: number; bare: number }[]): Section {
  const cell = (value: number) => value.toFixed(1)
  const row = [
    String(count),
    cell(median(times.map(({ ours }) => ours))),
    cell(median(times.map(({ bare }) => bare))),
    `${(median(times.map(({ ours, bare }) => bare / ours)) * 100).toFixed(0)} %`,
  ]
  return { name: 'plan', text: table(['statements', 'ours, ms', 'bare, ms', 'bare / ours'], [row]) }
}

if (import.meta.main) console.log((await measurePlan()).text)
