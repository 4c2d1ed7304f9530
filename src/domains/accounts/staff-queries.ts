import type { Tx } from '#platform/tx.ts'

/** How others at the centre, and the residents whose case they have, see a member of staff. */
export interface StaffMember {
  id: string
  name: string
  phone: string | null
}

/** Members of staff by their ids, those who have left included. */
export async function listStaff(tx: Tx, ids: readonly string[]): Promise<Map<string, StaffMember>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('account')
    .select(['id', 'name', 'phone'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
