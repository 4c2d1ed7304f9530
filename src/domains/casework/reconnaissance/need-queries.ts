import type { Tx } from '#platform/tx.ts'

/** The needs that were recognised, each with the gap that was registered for it, if any. */
export async function listNeedsOf(tx: Tx, reconnaissanceId: string) {
  return tx.db
    .selectFrom('recognised_need')
    .leftJoin('gap', (join) =>
      join
        .onRef('gap.tenant_id', '=', 'recognised_need.tenant_id')
        .onRef('gap.recognised_need_id', '=', 'recognised_need.id'),
    )
    .where('recognised_need.tenant_id', '=', tx.tenantId)
    .where('recognised_need.reconnaissance_id', '=', reconnaissanceId)
    .select([
      'recognised_need.id',
      'recognised_need.name',
      'recognised_need.listed_need_id as listedNeedId',
      'recognised_need.group_code as groupCode',
      'recognised_need.position',
      'gap.id as gapId',
    ])
    .orderBy('recognised_need.position')
    .orderBy('recognised_need.id')
    .execute()
}

export interface NewNeed {
  readonly listedNeedId: string | null
  readonly name: string
  readonly groupCode: string
  readonly position: number
}

/** A need of the list is recognised once, however often it is ticked. */
export async function insertNeeds(tx: Tx, reconnaissanceId: string, needs: readonly NewNeed[]): Promise<void> {
  if (needs.length === 0) return
  await tx.db
    .insertInto('recognised_need')
    .values(
      needs.map((need) => ({
        tenant_id: tx.tenantId,
        reconnaissance_id: reconnaissanceId,
        listed_need_id: need.listedNeedId,
        name: need.name,
        group_code: need.groupCode,
        position: need.position,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteNeed(tx: Tx, reconnaissanceId: string, needId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('recognised_need')
    .where('tenant_id', '=', tx.tenantId)
    .where('reconnaissance_id', '=', reconnaissanceId)
    .where('id', '=', needId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
