import { createHash } from 'node:crypto'
import { roleForAudit } from './actor.ts'
import type { AuditEntry, Tx } from './tx.ts'

/** Notes what is being done; it is written at the end of the same transaction, or not at all. */
export function recordAudit(tx: Tx, entry: AuditEntry): void {
  tx.pendingAudit.push(isUnderEmergency(tx, entry) ? flagged(entry, tx.emergency!.purpose) : entry)
}

const isUnderEmergency = (tx: Tx, entry: AuditEntry): boolean =>
  tx.emergency !== undefined && tx.emergency.personId === entry.personId

const flagged = (entry: AuditEntry, purpose: string): AuditEntry => ({
  ...entry,
  purpose,
  detail: { ...entry.detail, [breakGlass]: true },
})

/** The flag in the details of a look by which somebody broke the glass. */
export const breakGlass = 'breakGlass'

export const isRead = (entry: AuditEntry): boolean => entry.event.endsWith('.read')

/** One link of the chain as it is stored; `hash` covers the link before it and every field below. */
export interface AuditLink {
  seq: number
  occurredAt: string
  event: string
  actorKind: Tx['actor']['kind']
  actorId: string | null
  actorName: string | null
  actorRole: string
  subjectKind: string | null
  subjectId: string | null
  personId: string | null
  section: string | null
  purpose: string | null
  detail: string
  requestId: string
}

export function chainHash(previous: Buffer, link: AuditLink): Buffer {
  const fields = Object.entries(link).sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest()
}

const actorName = (tx: Tx): string | null => {
  if (tx.actor.kind === 'staff' || tx.actor.kind === 'system') return tx.actor.name
  return null
}

const actorId = (tx: Tx): string | null => {
  if (tx.actor.kind === 'staff') return tx.actor.accountId
  return tx.actor.kind === 'resident' ? tx.actor.caseId : null
}

function toLink(tx: Tx, entry: AuditEntry, seq: number): AuditLink {
  return {
    seq,
    occurredAt: tx.now.toString({ fractionalSecondDigits: 3 }),
    event: entry.event,
    actorKind: tx.actor.kind,
    actorId: actorId(tx),
    actorName: actorName(tx),
    actorRole: roleForAudit(tx.actor),
    subjectKind: entry.subject?.kind ?? null,
    subjectId: entry.subject?.id ?? null,
    personId: entry.personId ?? null,
    section: entry.section ?? null,
    purpose: entry.purpose ?? null,
    detail: JSON.stringify(entry.detail ?? {}),
    requestId: tx.requestId,
  }
}

/** Appends what was noted to the centre's chain. Called by the transaction helper only, just before the commit. */
export async function writeAudit(tx: Tx): Promise<void> {
  if (tx.pendingAudit.length === 0) return
  const head = await lockHead(tx)
  let { seq, hash } = head
  const rows = tx.pendingAudit.map((entry) => {
    seq += 1
    const link = toLink(tx, entry, seq)
    hash = chainHash(hash, link)
    return toRow(tx.tenantId, link, hash)
  })
  await tx.db.insertInto('audit_event').values(rows).execute()
  await tx.db.updateTable('audit_chain').set({ seq, hash }).where('tenant_id', '=', tx.tenantId).execute()
  tx.pendingAudit.length = 0
}

async function lockHead(tx: Tx): Promise<{ seq: number; hash: Buffer }> {
  const head = await findHead(tx)
  if (head) return head
  await tx.db
    .insertInto('audit_chain')
    .values({ tenant_id: tx.tenantId, seq: 0, hash: Buffer.alloc(32) })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  return (await findHead(tx))!
}

const findHead = (tx: Tx) =>
  tx.db
    .selectFrom('audit_chain')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tx.tenantId)
    .forUpdate()
    .executeTakeFirst()

const toRow = (tenantId: string, link: AuditLink, hash: Buffer) => ({
  tenant_id: tenantId,
  seq: link.seq,
  occurred_at: link.occurredAt,
  event: link.event,
  actor_kind: link.actorKind,
  actor_id: link.actorId,
  actor_name: link.actorName,
  actor_role: link.actorRole,
  subject_kind: link.subjectKind,
  subject_id: link.subjectId,
  person_id: link.personId,
  section: link.section,
  purpose: link.purpose,
  detail: link.detail,
  request_id: link.requestId,
  hash,
})
