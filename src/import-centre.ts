import { randomUUID } from 'node:crypto'
import { importMunicipality, type ImportedCounts } from '#domains/directory/public.ts'
import { readCentreFile } from '#platform/centre-file.ts'
import type { Database } from '#platform/database-server.ts'
import { openDatabase } from '#platform/db.ts'
import type { Logger } from '#platform/log.ts'
import { upsertHosts, upsertMunicipalities, upsertTenant } from '#platform/tenant-queries.ts'

export interface ImportedCentre {
  tenantId: string
  name: string
  counts: ImportedCounts
}

/**
 * Brings a folder of data files in: the centre itself and its directory, in one transaction, as the role that owns the
 * tables. The same folder twice leaves the same data.
 */
export async function importCentre(owner: Database, folder: string, log: Logger): Promise<ImportedCentre> {
  const centre = await readCentreFile(folder)
  const database = openDatabase({ connection: owner, log })
  try {
    const tenantId = await findTenantId(database, centre.slug)
    const actor = { kind: 'system', name: 'import' } as const
    const context = { tenantId, requestId: 'import', now: Temporal.Now.instant(), actor }
    const counts = await database.inTenant(context, async (tx) => {
      await upsertTenant(tx, centre)
      await upsertMunicipalities(tx, centre.municipalities)
      await upsertHosts(tx, centre.hosts)
      return importMunicipality(tx, folder)
    })
    return { tenantId, name: centre.name, counts }
  } finally {
    await database.close()
  }
}

async function findTenantId(database: ReturnType<typeof openDatabase>, slug: string): Promise<string> {
  const tenants = await database.withoutTenant((db) => db.selectFrom('tenant').select(['id', 'slug']).execute())
  return tenants.find((tenant) => tenant.slug === slug)?.id ?? randomUUID()
}
