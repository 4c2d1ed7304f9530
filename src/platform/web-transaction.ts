import type { MiddlewareHandler } from 'hono'
import { anonymous, type Actor } from './actor.ts'
import { isRead, recordAudit } from './audit.ts'
import type { AuditEntry, Tx } from './tx.ts'
import type { Ctx, Deps, Env } from './web.ts'

/** Ends the transaction without keeping what it wrote; carries what was looked at, which is still audited. */
class Undone extends Error {
  readonly reads: AuditEntry[]
  constructor(reads: AuditEntry[]) {
    super('the request was refused')
    this.reads = reads
  }
}

/**
 * One transaction a request: it is committed when the page is an answer, undone when it is a refusal (4xx) or a
 * failure, so that nothing is stored half. What the person saw on a refusal is audited all the same. A page that is the
 * same for everyone may be read from a copy of the database.
 */
export function transaction(
  { database, replica }: Pick<Deps, 'database' | 'replica'>,
  identify: (c: Ctx, tx: Tx) => Promise<Actor>,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const context = { tenantId: c.get('tenant').id, requestId: c.get('requestId'), now: c.get('now'), actor: anonymous }
    let actor: Actor = anonymous
    const answer = async (tx: Tx): Promise<void> => {
      actor = tx.actor = c.get('sameForEveryone') ? anonymous : await identify(c, tx)
      c.set('tx', tx)
      c.set('actor', actor)
      await next()
      if (c.error ?? c.res.status >= 400) throw new Undone(tx.pendingAudit.filter(isRead))
    }
    try {
      const written = c.get('written')
      const fromCopy = replica && c.get('sameForEveryone') && written !== 'unknown'
      if (!(fromCopy && (await replica.read(context, written, answer)))) await database.inTenant(context, answer)
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      if (error.reads.length === 0) return
      await database.inTenant({ ...context, actor }, async (tx) => error.reads.forEach((read) => recordAudit(tx, read)))
    }
  }
}
