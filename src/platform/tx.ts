import type { Transaction } from 'kysely'
import type { Actor } from './actor.ts'
import type { Sealer } from './sealing.ts'
import type { DB } from './schema.ts'

/** What happened to whose record. Texts here are codes and ids, never what a person wrote. */
export interface AuditEntry {
  /** `noun.past`, for example `plan.approved`; a look at a record ends in `.read`. */
  event: string
  subject?: { kind: string; id: string }
  personId?: string
  section?: string
  purpose?: string
  detail?: Record<string, string | number | boolean | null>
}

/** The one open transaction of a request, bound to one centre. Every query takes it first and names its tenantId. */
export interface Tx {
  readonly db: Transaction<DB>
  readonly tenantId: string
  readonly requestId: string
  readonly now: Temporal.Instant
  /** Opens and seals what the database holds only sealed. */
  readonly sealer: Sealer
  actor: Actor
  /** On a copy that lags: true once a change was told that isn't seen here. What is read then is kept nowhere. */
  mayLack?: () => boolean
  /** Set while the record of one person is read by breaking the glass: every look at it says so in the audit. */
  emergency?: { personId: string; purpose: string; until: Temporal.Instant }
  /** What will be written to the audit when the transaction ends. Filled only by recordAudit. */
  readonly pendingAudit: AuditEntry[]
}
