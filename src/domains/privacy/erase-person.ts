import { randomUUID } from 'node:crypto'
import { countOpenCases, listCaseNumbers } from '#domains/casework/public.ts'
import { recordAudit } from '#platform/audit.ts'
import { deleteDraftsNaming } from '#platform/drafts.ts'
import type { Tx } from '#platform/tx.ts'
import { copySubject, type Copy } from './copy/copy.ts'
import { type ErasureBasis } from './erasure.ts'
import { eraseSubject, findErasureOf } from './erasure-queries.ts'
import { hasHold, type Hand } from './legal-hold-queries.ts'
import type { Subject } from './subject.ts'

export type EraseRefusal = 'legal-hold' | 'case-open' | 'already-erased'

export interface EraseFacts {
  held: boolean
  openCases: number
  erased: boolean
}

/** What stands in the way of erasing; the page offers the button by the same. Only an order goes past an open case. */
export function whyNotErase({ held, openCases, erased }: EraseFacts, basis: ErasureBasis): EraseRefusal | undefined {
  if (erased) return 'already-erased'
  if (held) return 'legal-hold'
  if (openCases > 0 && basis !== 'order') return 'case-open'
  return undefined
}

export async function factsOf(tx: Tx, subject: Subject): Promise<EraseFacts> {
  return {
    held: subject.kind === 'person' && (await hasHold(tx, subject.id)),
    openCases: await countOpenCases(tx, subject.kind, subject.id),
    erased: (await findErasureOf(tx, subject.id)) !== undefined,
  }
}

/** Erases somebody from every table, draft and letter, and leaves the proof: what kind and how much, never what it said. */
export async function erasePerson(
  tx: Tx,
  subject: Subject,
  decision: { basis: ErasureBasis; by: Hand; centre: string },
): Promise<{ erasureId: string } | { refused: EraseRefusal }> {
  const refused = whyNotErase(await factsOf(tx, subject), decision.basis)
  if (refused) return { refused }
  const copy = await copySubject(tx, subject, { centre: decision.centre, purpose: 'erasure' })
  const id = randomUUID()
  const drafts = await deleteDraftsNaming(tx, marksOf(copy))
  const counts = await eraseSubject(tx, {
    id,
    subject,
    basis: decision.basis,
    caseNumbers: subject.kind === 'person' ? await listCaseNumbers(tx, subject.id) : [],
    contentHash: tx.sealer.hash('erased content', JSON.stringify(copy.tables)),
    by: decision.by,
  })
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  recordAudit(tx, {
    event: 'person.erased',
    subject: { kind: 'erasure', id },
    ...(subject.kind === 'person' && { personId: subject.id }),
    purpose: decision.basis,
    detail: { rows, drafts },
  })
  return { erasureId: id }
}

/** By what a half-filled form is known to be about this person: a phone, an e-mail address, a PESEL. */
function marksOf({ tables }: Copy): string[] {
  const rows = tables.filter(({ table }) => table === 'person' || table === 'need_report').flatMap(({ rows }) => rows)
  const marks = rows.flatMap((row) => [row['phone'], row['email'], row['pesel_sealed']])
  return [...new Set(marks.filter((mark): mark is string => typeof mark === 'string' && mark !== ''))]
}
