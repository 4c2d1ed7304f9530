import type { Tx } from '#platform/tx.ts'

export interface Hand {
  accountId: string
  name: string
}

/** False when there is one in force already. */
export async function insertHold(tx: Tx, personId: string, reason: string, by: Hand): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('legal_hold')
    .values({
      tenant_id: tx.tenantId,
      person_id: personId,
      reason,
      set_by: by.accountId,
      set_by_name: by.name,
      set_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).where('lifted_at', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** False when none is in force any more. */
export async function updateHoldLifted(tx: Tx, personId: string, reason: string, by: Hand): Promise<boolean> {
  const lifted = await tx.db
    .updateTable('legal_hold')
    .set({ lifted_by: by.accountId, lifted_by_name: by.name, lifted_at: tx.now, lift_reason: reason })
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return lifted !== undefined
}

export const listHolds = (tx: Tx, personId: string) =>
  tx.db
    .selectFrom('legal_hold')
    .select([
      'id',
      'reason',
      'set_by_name as setByName',
      'set_at as setAt',
      'lifted_by_name as liftedByName',
      'lifted_at as liftedAt',
      'lift_reason as liftReason',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .orderBy('set_at', 'desc')
    .execute()

export async function hasHold(tx: Tx, personId: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('legal_hold')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
