import type { Tx } from '#platform/tx.ts'
import type { Correction, KeptCorrection, RectificationReason, RectifiedField } from './correction.ts'

const purpose = 'rectification'

interface Circumstances {
  personId: string
  /** The version of the person that the corrections led to. */
  version: number
  reason: RectificationReason
  by: { accountId: string; name: string }
}

export async function insertRectifications(
  tx: Tx,
  { personId, version, reason, by }: Circumstances,
  corrections: readonly Correction[],
): Promise<void> {
  if (corrections.length === 0) return
  const rows = corrections.map(({ field, before, after }) => ({
    tenant_id: tx.tenantId,
    person_id: personId,
    field,
    old_sealed: tx.sealer.seal(purpose, before),
    new_sealed: tx.sealer.seal(purpose, after),
    reason,
    person_version: version,
    corrected_by: by.accountId,
    corrected_by_name: by.name,
    corrected_at: tx.now,
  }))
  await tx.db.insertInto('rectification').values(rows).execute()
}

/** The newest first. */
export async function listRectifications(tx: Tx, personId: string): Promise<KeptCorrection[]> {
  const rows = await tx.db
    .selectFrom('rectification')
    .select(['field', 'old_sealed', 'new_sealed', 'reason', 'corrected_by_name as by', 'corrected_at as at'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .orderBy('corrected_at', 'desc')
    .orderBy('field')
    .limit(200)
    .execute()
  return rows.map(({ field, old_sealed, new_sealed, reason, by, at }) => ({
    field: field as RectifiedField, // written by insertRectifications only
    before: old_sealed ? tx.sealer.unseal(purpose, old_sealed) : '',
    after: new_sealed ? tx.sealer.unseal(purpose, new_sealed) : '',
    reason: reason as RectificationReason,
    by,
    at,
  }))
}
