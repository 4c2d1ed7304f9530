import { chainHash, type AuditLink } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { findChainEnd, listLinks } from './audit-queries.ts'

export type ChainCheck = { whole: true; links: number; fingerprint: string } | { whole: false; brokenAt: number }

const batch = 1000

/** Walks the centre's whole chain and names the first link that was changed, removed or moved. */
export async function verifyAudit(tx: Tx): Promise<ChainCheck> {
  const end = (await findChainEnd(tx)) ?? { seq: 0, hash: Buffer.alloc(32) }
  let hash: Buffer = Buffer.alloc(32)
  let seq = 0
  while (seq < end.seq) {
    const rows = await listLinks(tx, seq, end.seq, batch)
    if (rows.length === 0) return { whole: false, brokenAt: seq + 1 }
    for (const row of rows) {
      if (row.seq !== seq + 1) return { whole: false, brokenAt: seq + 1 }
      hash = chainHash(hash, toLink(row))
      seq = row.seq
      if (!hash.equals(row.hash)) return { whole: false, brokenAt: seq }
    }
  }
  if (!hash.equals(end.hash)) return { whole: false, brokenAt: seq }
  return { whole: true, links: seq, fingerprint: hash.toString('hex') }
}

type Row = Awaited<ReturnType<typeof listLinks>>[number]

const toLink = (row: Row): AuditLink => ({
  seq: row.seq,
  occurredAt: row.occurred_at.toString({ fractionalSecondDigits: 3 }),
  event: row.event,
  actorKind: row.actor_kind,
  actorId: row.actor_id,
  actorName: row.actor_name,
  actorRole: row.actor_role,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  personId: row.person_id,
  section: row.section,
  purpose: row.purpose,
  detail: row.detail,
  requestId: row.request_id,
})
