import type { Tx } from '#platform/tx.ts'

/** The next number of a kind in a year, counted within the centre; a number that was rolled back is given again. */
export async function insertNextNumber(tx: Tx, kind: 'application' | 'plan', year: number): Promise<number> {
  const { last } = await tx.db
    .insertInto('case_number')
    .values({ tenant_id: tx.tenantId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'kind', 'year']).doUpdateSet((eb) => ({ last: eb('case_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}
