import type { Tx } from '#platform/tx.ts'

export interface StaffMember {
  id: string
  name: string
  phone: string | null
}

/** Who may be given a case on a day: the coordinators, by name. */
export async function listCoordinators(tx: Tx, day: Temporal.PlainDate): Promise<StaffMember[]> {
  return tx.db
    .selectFrom('account')
    .select(['id', 'name', 'phone'])
    .where('tenant_id', '=', tx.tenantId)
    .where('state', '=', 'active')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account_role')
          .select('account_role.id')
          .where('account_role.tenant_id', '=', tx.tenantId)
          .whereRef('account_role.account_id', '=', 'account.id')
          .where('role', '=', 'plan-coordinator')
          .where('valid_from', '<=', day)
          .where((or) => or.or([or('valid_until', 'is', null), or('valid_until', '>=', day)])),
      ),
    )
    .orderBy('name')
    .execute()
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
