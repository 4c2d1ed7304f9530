import type { Tx } from '#platform/tx.ts'
import { editPlan, type Edited } from './edit-plan.ts'
import { deleteGoal, insertGoal } from './goal-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { nextPosition } from './save-line.ts'

export interface GoalContent {
  readonly text: string
  readonly needId: string | undefined
}

export const addGoal = (tx: Tx, plan: PlanRecord, goal: GoalContent): Promise<Edited> =>
  editPlan(tx, plan, {
    what: 'goal',
    write: async () => {
      const position = nextPosition(plan.goals)
      await insertGoal(tx, { planId: plan.id }, { text: goal.text, needId: goal.needId ?? null, position })
      return true
    },
  })

export const removeGoal = (tx: Tx, plan: PlanRecord, goalId: string): Promise<Edited> =>
  editPlan(tx, plan, { what: 'goal', write: () => deleteGoal(tx, { planId: plan.id }, goalId) })
