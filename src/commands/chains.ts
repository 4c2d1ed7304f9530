import { type ChainCheck, verifyAudit } from '#domains/accounts/public.ts'
import type { Database as Connection } from '#platform/database-server.ts'
import { openDatabase } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import type { Tx } from '#platform/tx.ts'

export interface CentreChain {
  slug: string
  check: ChainCheck
}

/** Does the same for every centre, each in a transaction of its own. */
export async function inEachCentre<T>(
  connection: Connection,
  name: string,
  work: (tx: Tx, slug: string) => Promise<T>,
): Promise<T[]> {
  const database = openDatabase({ connection: { ...connection, max: 1 }, log: createLog('silent') })
  try {
    const centres = await database.withoutTenant((db) => db.selectFrom('tenant').select(['id', 'slug']).execute())
    const found: T[] = []
    for (const { id: tenantId, slug } of centres) {
      const context = {
        tenantId,
        requestId: name,
        now: Temporal.Now.instant(),
        actor: { kind: 'system', name } as const,
      }
      found.push(await database.inTenant(context, (tx) => work(tx, slug)))
    }
    return found
  } finally {
    await database.close()
  }
}

/** The audit of each centre, walked from its first link to its last. */
export const verifyChains = (connection: Connection): Promise<CentreChain[]> =>
  inEachCentre(connection, 'chain', async (tx, slug) => ({ slug, check: await verifyAudit(tx) }))
