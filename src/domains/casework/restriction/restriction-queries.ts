import type { Tx } from '#platform/tx.ts'
import type { NewRestriction, Restriction } from './restriction.ts'

const columns = [
  'person_id as personId',
  'reason',
  'note',
  'viewer_ids as viewerIds',
  'lifted',
  'changed_by as changedBy',
  'changed_at as changedAt',
  'version',
] as const

export async function findRestriction(tx: Tx, personId: string): Promise<Restriction | undefined> {
  return tx.db
    .selectFrom('person_restriction')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
}

/** Those that stand, with the numbers of the person's cases instead of the name. */
export async function listRestrictions(tx: Tx): Promise<Restriction[]> {
  return tx.db
    .selectFrom('person_restriction')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('lifted', '=', false)
    .orderBy('changed_at', 'desc')
    .execute()
}

/** Every version, the newest first. */
export async function listRestrictionVersions(tx: Tx, personId: string): Promise<Restriction[]> {
  return tx.db
    .selectFrom('person_restriction_version')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .orderBy('version', 'desc')
    .execute()
}

/** The first version; false when there is a restriction of this person already. */
export async function insertRestriction(tx: Tx, personId: string, by: string, set: NewRestriction): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('person_restriction')
    .values({ tenant_id: tx.tenantId, person_id: personId, ...toRow(tx, by, set) })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return inserted !== undefined
}

export interface RestrictionChange extends NewRestriction {
  lifted: boolean
  version: number
}

/** False when somebody changed it since `version` was read. */
export async function updateRestriction(
  tx: Tx,
  personId: string,
  by: string,
  { lifted, version, ...set }: RestrictionChange,
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('person_restriction')
    .set({ ...toRow(tx, by, set), lifted, version: version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('version', '=', version)
    .returning('person_id')
    .executeTakeFirst()
  return updated !== undefined
}

const toRow = (tx: Tx, by: string, { reason, note, viewerIds }: NewRestriction) => ({
  reason,
  note,
  viewer_ids: [...viewerIds],
  changed_by: by,
  changed_at: tx.now,
})

/** The numbers under which people at the centre know a person's cases, the newest first. */
export async function listCaseNumbers(tx: Tx, personIds: readonly string[]): Promise<Map<string, string[]>> {
  const numbers = new Map<string, string[]>()
  if (personIds.length === 0) return numbers
  const rows = await tx.db
    .selectFrom('application')
    .select(['person_id as personId', 'number'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', 'in', [...new Set(personIds)])
    .orderBy('registered_at', 'desc')
    .execute()
  for (const { personId, number } of rows) numbers.set(personId, [...(numbers.get(personId) ?? []), number])
  return numbers
}

/** Whose case has this number, whoever asks: for those who decide about access without reading the case. */
export async function findPersonIdOfNumber(tx: Tx, number: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('application')
    .select('person_id as personId')
    .where('tenant_id', '=', tx.tenantId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.personId
}

/** Who has a case of the person now: the coordinator of the newest, before any other. */
export async function findCoordinatorOf(tx: Tx, personId: string): Promise<string | undefined> {
  const row = await tx.db
    .selectFrom('application')
    .select('coordinator_id as coordinatorId')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('coordinator_id', 'is not', null)
    .orderBy('registered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.coordinatorId ?? undefined
}
