import { CompiledQuery } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { DecidedErasure } from './erasure.ts'

/** Empties everything and writes the line of the list, in the database's own function. Gives rows by table. */
export async function eraseSubject(tx: Tx, erasure: DecidedErasure): Promise<Record<string, number>> {
  const { rows } = await tx.db.executeQuery<{ counts: Record<string, number> }>(
    CompiledQuery.raw('select erase_subject($1, $2, $3, $4, $5, $6, $7, $8, $9) as counts', [
      erasure.subject.kind,
      erasure.subject.id,
      erasure.id,
      erasure.basis,
      erasure.caseNumbers,
      erasure.contentHash,
      erasure.by.accountId,
      erasure.by.name,
      tx.now.toString(),
    ]),
  )
  return rows[0]!.counts
}

const columns = [
  'id',
  'subject_kind as kind',
  'subject_id as subjectId',
  'basis',
  'case_numbers as caseNumbers',
  'counts',
  'content_hash as contentHash',
  'decided_by_name as decidedByName',
  'erased_at as erasedAt',
] as const

export const listErasures = (tx: Tx, limit: number) =>
  tx.db
    .selectFrom('erasure')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('erased_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

export const findErasure = (tx: Tx, id: string) =>
  tx.db
    .selectFrom('erasure')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The last erasure of somebody; nothing new may have been written since. */
export const findErasureOf = (tx: Tx, subjectId: string) =>
  tx.db
    .selectFrom('erasure')
    .select(['id', 'erased_at as erasedAt'])
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_id', '=', subjectId)
    .orderBy('erased_at', 'desc')
    .executeTakeFirst()
