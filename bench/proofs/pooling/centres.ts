import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSampleAccounts, readSampleAccounts, type SampleAccount } from '#domains/accounts/sample-accounts.ts'
import { readConfig, type Environment } from '#platform/config.ts'
import { createLog } from '#platform/log.ts'
import { withClient } from '#platform/postgres/roles.ts'
import { importCentre } from '../../../src/import-centre.ts'
import { createServices } from '../../../src/services.ts'
import { plantMarks } from '../probes/marks.ts'
import type { Servers } from './debian.ts'

/** A centre with a word of its own behind every free text of its tables. */
export interface MarkedCentre {
  tenantId: string
  host: 'localhost' | '127.0.0.1'
  mark: string
  /** With addresses as they are after the marking. */
  accounts: SampleAccount[]
}

const sample = fileURLToPath(new URL('../../../db/seed/torun', import.meta.url))

/** The sample city twice; the host names of both need no DNS. */
export async function fillCentres(environment: Environment, servers: Servers): Promise<[MarkedCentre, MarkedCentre]> {
  const services = await createServices(readConfig(environment), createLog('warn'))
  try {
    const { deps, server } = services
    const [first] = await deps.tenants.list()
    const second = await importSecond(server.owner!)
    deps.tenants.forget()
    await createSampleAccounts(deps, second)
    const centres = [
      { tenantId: first!.id, host: 'localhost', mark: 'qzpierwsze' },
      { tenantId: second, host: '127.0.0.1', mark: 'qzdrugie' },
    ] as const
    await withClient(servers.connection('primary', 'postgres'), async (client) => {
      await client.query('insert into tenant_host (host, tenant_id) values ($1, $2)', ['localhost', first!.id])
      for (const { tenantId, mark } of centres) await plantMarks(client, tenantId, mark)
    })
    const withAccounts = async (centre: (typeof centres)[number]): Promise<MarkedCentre> => {
      const accounts = await readSampleAccounts(deps.config, centre.tenantId)
      return { ...centre, accounts: accounts.map((one) => ({ ...one, email: one.email + centre.mark })) }
    }
    return [await withAccounts(centres[0]), await withAccounts(centres[1])]
  } finally {
    await services.stop()
  }
}

async function importSecond(owner: Parameters<typeof importCentre>[0]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-second-'))
  await cp(sample, folder, { recursive: true })
  const file = join(folder, 'centre.json')
  const centre = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
  await writeFile(file, JSON.stringify({ ...centre, slug: 'drugie', name: 'Drugie Centrum', hosts: ['127.0.0.1'] }))
  const { tenantId } = await importCentre(owner, folder, createLog('warn'))
  await rm(folder, { recursive: true })
  return tenantId
}
