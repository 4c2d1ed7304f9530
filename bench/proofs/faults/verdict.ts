import { Client } from 'pg'
import { verifyAudit } from '#domains/accounts/verify-audit.ts'
import { openDatabase } from '#platform/db.ts'
import { createLog } from '#platform/log.ts'
import type { Figure } from '../../proof.ts'
import type { Reachable } from '../installation/database.ts'
import { verify } from '../kills/verify.ts'
import type { Acknowledged } from '../kills/writers.ts'

export const none = (what: string, found: number): Figure => ({
  what,
  measured: String(found),
  aim: '0',
  met: found === 0,
})

export const atMost = (what: string, found: number, limit: number, unit: string): Figure => ({
  what: `${what}, ${unit}`,
  measured: found.toFixed(1),
  aim: `≤ ${limit}`,
  met: found <= limit,
})

/** What is wrong with the acknowledged writes after a fault, all kinds added up, and whether the audit chain holds. */
export async function afterwards(fault: string, database: Reachable, done: Acknowledged): Promise<Figure[]> {
  const superuser = new Client(await database.connection('postgres'))
  await superuser.connect()
  const { lost, doubled, half, unaudited, compared } = await verify(superuser, done)
  const { rows } = await superuser.query<{ id: string }>('select id from tenant')
  await superuser.end()
  const chain = await chainOf(database, rows[0]!.id)
  return [
    none(
      `${fault}: lost, doubled, half-written or without audit, of ${compared} acknowledged`,
      lost + doubled + half + unaudited,
    ),
    { what: `${fault}: audit chain`, measured: chain, aim: 'whole', met: chain.startsWith('whole') },
  ]
}

export async function chainOf(database: Reachable, tenantId: string): Promise<string> {
  const opened = openDatabase({ connection: await database.connection('splot_app'), log: createLog('silent') })
  const actor = { kind: 'system', name: 'proof' } as const
  const context = { tenantId, requestId: 'proof', now: Temporal.Now.instant(), actor }
  const check = await opened.inTenant(context, verifyAudit)
  await opened.close()
  return check.whole ? `whole, ${check.links} links` : `broken at ${check.brokenAt}`
}
