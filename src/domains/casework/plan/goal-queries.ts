import type { Tx } from '#platform/tx.ts'

/** Goals belong either to the recognition, where they were said, or to one version of a plan. */
export type GoalHome = { readonly reconnaissanceId: string } | { readonly planId: string }

export async function listGoals(tx: Tx, home: GoalHome) {
  return tx.db
    .selectFrom('goal')
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) =>
      'planId' in home ? eb('plan_id', '=', home.planId) : eb('reconnaissance_id', '=', home.reconnaissanceId),
    )
    .select(['id', 'text', 'recognised_need_id as needId', 'position', 'version'])
    .orderBy('position')
    .orderBy('id')
    .execute()
}

export interface NewGoal {
  readonly text: string
  readonly needId: string | null
  readonly position: number
}

export async function insertGoal(tx: Tx, home: GoalHome, goal: NewGoal): Promise<void> {
  await tx.db
    .insertInto('goal')
    .values({
      tenant_id: tx.tenantId,
      reconnaissance_id: 'planId' in home ? null : home.reconnaissanceId,
      plan_id: 'planId' in home ? home.planId : null,
      recognised_need_id: goal.needId,
      text: goal.text,
      position: goal.position,
    })
    .execute()
}

/** False when the goal is gone already. */
export async function deleteGoal(tx: Tx, home: GoalHome, goalId: string): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('goal')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', goalId)
    .where((eb) =>
      'planId' in home ? eb('plan_id', '=', home.planId) : eb('reconnaissance_id', '=', home.reconnaissanceId),
    )
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
