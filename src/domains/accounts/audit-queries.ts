import type { Tx } from '#platform/tx.ts'
import type { AuditRow } from './audit-row.ts'

export interface AuditFilter {
  personId?: string | undefined
  event?: string | undefined
  actorId?: string | undefined
  /** From the first instant of a day up to, not including, the next. */
  from?: Temporal.Instant | undefined
  before?: Temporal.Instant | undefined
}

const filtered = (tx: Tx, filter: AuditFilter) =>
  tx.db
    .selectFrom('audit_event')
    .where('tenant_id', '=', tx.tenantId)
    .$if(filter.personId !== undefined, (q) => q.where('person_id', '=', filter.personId!))
    .$if(filter.event !== undefined, (q) => q.where('event', '=', filter.event!))
    .$if(filter.actorId !== undefined, (q) => q.where('actor_id', '=', filter.actorId!))
    .$if(filter.from !== undefined, (q) => q.where('occurred_at', '>=', filter.from!))
    .$if(filter.before !== undefined, (q) => q.where('occurred_at', '<', filter.before!))

/** Newest first. */
export async function listAudit(tx: Tx, filter: AuditFilter, limit: number, offset: number): Promise<AuditRow[]> {
  return filtered(tx, filter)
    .select([
      'seq',
      'occurred_at as occurredAt',
      'event',
      'actor_kind as actorKind',
      'actor_name as actorName',
      'actor_role as actorRole',
      'person_id as personId',
      'section',
      'purpose',
      'detail',
    ])
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
}

export async function countAudit(tx: Tx, filter: AuditFilter): Promise<number> {
  const { n } = await filtered(tx, filter)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

/** The kinds of event among the newest, for the filter. */
export async function listRecentEvents(tx: Tx): Promise<string[]> {
  const newest = tx.db
    .selectFrom('audit_event')
    .select('event')
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('seq', 'desc')
    .limit(20_000)
    .as('newest')
  const rows = await tx.db.selectFrom(newest).select('event').distinct().orderBy('event').execute()
  return rows.map(({ event }) => event)
}

export async function findChainEnd(tx: Tx): Promise<{ seq: number; hash: Buffer } | undefined> {
  return tx.db.selectFrom('audit_chain').select(['seq', 'hash']).where('tenant_id', '=', tx.tenantId).executeTakeFirst()
}

/** Links in order, after `seq`. */
export async function listLinks(tx: Tx, after: number, upTo: number, limit: number) {
  return tx.db
    .selectFrom('audit_event')
    .selectAll()
    .where('tenant_id', '=', tx.tenantId)
    .where('seq', '>', after)
    .where('seq', '<=', upTo)
    .orderBy('seq')
    .limit(limit)
    .execute()
}
