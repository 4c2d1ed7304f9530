/** One event as the data protection officer reads it. */
export interface AuditRow {
  seq: number
  occurredAt: Temporal.Instant
  event: string
  actorKind: 'staff' | 'resident' | 'anonymous' | 'system'
  actorName: string | null
  actorRole: string
  personId: string | null
  section: string | null
  purpose: string | null
  detail: string
}
