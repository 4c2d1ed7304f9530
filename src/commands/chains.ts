import { type ChainCheck, verifyAudit } from '#domains/accounts/public.ts'
import type { Database as Connection } from '#platform/database-server.ts'
import { openDatabase } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'

export interface CentreChain {
  slug: string
  check: ChainCheck
}

/** The audit of each centre, walked from its first link to its last. */
export async function verifyChains(connection: Connection): Promise<CentreChain[]> {
  const database = openDatabase({ connection: { ...connection, max: 1 }, log: createLog('silent') })
  try {
    const centres = await database.withoutTenant((db) => db.selectFrom('tenant').select(['id', 'slug']).execute())
    const found: CentreChain[] = []
    for (const { id: tenantId, slug } of centres) {
      const actor = { kind: 'system', name: 'chain' } as const
      const context = { tenantId, requestId: 'chain', now: Temporal.Now.instant(), actor }
      found.push({ slug, check: await database.inTenant(context, (tx) => verifyAudit(tx)) })
    }
    return found
  } finally {
    await database.close()
  }
}
