import { chmod, mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Client } from 'pg'
import { recordAudit } from '#platform/audit.ts'
import { openDatabase } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import { migrate } from '#platform/migrate.ts'
import { type Connection, connectionTo, prepareDatabase, withClient } from '#platform/postgres/roles.ts'
import { startEmbeddedPostgres } from '#platform/postgres/start.ts'
import { importCentre } from '../../../src/import-centre.ts'

const torun = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))

export interface BareServer {
  backup: Connection
  app: Connection
  owner: Connection
  superuser: Connection
  stop(): Promise<void>
}

/** A server of its own in this folder, as safe as everyone's; without tables when `bare`. */
export async function aServer(folder: string, bare = false): Promise<BareServer> {
  await mkdir(folder)
  await chmod(folder, 0o711)
  const server = await startEmbeddedPostgres({ dataDir: folder })
  await prepareDatabase(server)
  const owner = connectionTo(server, 'splot_owner')
  if (!bare) await withClient(owner, (client) => migrate(client))
  return {
    owner,
    backup: connectionTo(server, 'splot_backup'),
    app: connectionTo(server, 'splot_app'),
    superuser: connectionTo(server, 'postgres', 'splot'),
    stop: () => server.stop(),
  }
}

/** The sample city and a second centre, each with persons and reports like this many, and audits of some thousand links. */
export async function fill(server: BareServer, perCentre: number): Promise<string[]> {
  await importCentre(server.owner, torun, createLog('silent'))
  const centres = await withClient(server.superuser, async (client) => {
    await client.query(`insert into tenant (slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours)
      values ('second', 'Centrum', 'centre', 'standalone-city', '04', '1', 'a@example.org', 'x', 'y')`)
    const { rows } = await client.query<{ id: string }>('select id from tenant order by slug')
    for (const { id } of rows) await fillCentre(client, id, perCentre)
    return rows.map(({ id }) => id)
  })
  await writeAudits(server, centres, Math.round(perCentre / 6))
  return centres
}

async function fillCentre(client: Client, id: string, count: number): Promise<void> {
  await client.query(
    `insert into person (tenant_id, given_name, family_name, given_key, family_key, birth_year, phone, address,
      contact_note, created_at)
    select $1, 'Łucja', 'Żółć-' || n, 'lucia', 'zolc' || n, 1930 + n % 80, (500000000 + n)::text, E'ul. "Próbna"\\t' || n,
      case when n % 3 = 0 then E'dwie\\nlinie \\\\ ' || n end, now() - n * interval '1 minute'
    from generate_series(1, $2::int) as n`,
    [id, count],
  )
  await client.query(
    `insert into need_report (tenant_id, receipt_hash, channel, language, reporter, words, clause_version, received_at)
    select $1, sha256((n || 'report')::bytea), 'web', 'pl', 'self', repeat('Potrzebuję pomocy przy mamie. ', 1 + n % 9) || n,
      '1', now() - n * interval '1 minute'
    from generate_series(1, $2::int) as n`,
    [id, Math.round(count / 2)],
  )
}

async function writeAudits(server: BareServer, centres: readonly string[], links: number): Promise<void> {
  const database = openDatabase({ connection: server.app, log: createLog('silent') })
  const actor = { kind: 'system', name: 'proof' } as const
  for (const tenantId of centres)
    for (let written = 0; written < links; written += 500) {
      const context = { tenantId, requestId: 'proof', now: Temporal.Now.instant(), actor }
      await database.inTenant(context, async (tx) => {
        for (let n = 0; n < 500; n += 1) recordAudit(tx, { event: 'thing.written', detail: { n } })
      })
    }
  await database.close()
}
