import { may } from '#platform/access.ts'
import { staffOf } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { recordBeginning } from '../case-steps.ts'
import { whyNotRevise, type ReviseRefusal } from '../plan-rules.ts'
import type { PlanState } from '../plan-state.ts'
import { isRunning } from '../plan-states.ts'
import { insertGoal } from './goal-queries.ts'
import { insertCopiedLines } from './plan-line-queries.ts'
import { listRevisions } from './plan-list-queries.ts'
import { insertPlan, lockPlan } from './plan-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { stepPlan, type PlanStepped } from './plan-steps.ts'

/** True when a later version is being written or waits for its first day: only the newest one is changed or ended. */
export const hasLaterRevision = (
  plan: { readonly revision: number },
  revisions: readonly { readonly revision: number; readonly state: PlanState }[],
): boolean => revisions.some((other) => other.revision > plan.revision && other.state !== 'abandoned')

/** A change of an approved plan is a new version that is written, agreed and approved anew (R-IPUS-07). */
export async function revisePlan(
  tx: Tx,
  plan: PlanRecord,
  reason: string,
): Promise<{ readonly id: string } | { readonly refused: ReviseRefusal | 'not-permitted' }> {
  if (!may(tx.actor, 'plan.write')) return { refused: 'not-permitted' }
  // Two who begin at the same time wait here; the second finds the version that the first one began.
  await lockPlan(tx, plan.id)
  const revisions = await listRevisions(tx, plan.number)
  const refused = whyNotRevise(plan, reason, hasLaterRevision(plan, revisions))
  if (refused) return { refused }
  const id = await insertPlan(tx, {
    number: plan.number,
    revision: Math.max(...revisions.map((other) => other.revision)) + 1,
    revisesId: plan.id,
    changeReason: reason.trim(),
    previousPlanId: plan.previousPlanId ?? null,
    applicationId: plan.applicationId,
    reconnaissanceId: plan.reconnaissanceId,
    personId: plan.personId,
    receivedOn: plan.receivedOn,
    ruleSet: plan.ruleSet,
    expectedMonths: plan.expectedCoordinationMonths,
    shortReason: plan.shortCoordinationReason ?? null,
    authorId: staffOf(tx).accountId,
    startsOn: plan.startsOn ?? null,
    endsOn: plan.endsOn ?? null,
    ownCommitments: plan.ownCommitments,
    monitoringDays: plan.monitoringDays,
  })
  await insertCopiedLines(tx, plan.id, id)
  for (const { text, needId, position } of plan.goals)
    await insertGoal(tx, { planId: id }, { text, needId: needId ?? null, position })
  const beginning = { kind: 'plan', id, event: 'revise', state: 'draft', audited: 'plan.revised' } as const
  await recordBeginning(tx, { ...beginning, personId: plan.personId })
  return { id }
}

/** From its first day a plan runs; the version before it ends in the same moment. */
export async function startPlan(tx: Tx, plan: PlanRecord, version: number): Promise<PlanStepped> {
  const earlier = (await listRevisions(tx, plan.number)).filter(
    (other) => other.revision < plan.revision && isRunning(other.state),
  )
  const before = async () => {
    for (const old of earlier) {
      const facts = { hasSuccessor: true }
      const subject = { ...plan, id: old.id, state: old.state }
      const replaced = await stepPlan(tx, subject, { event: 'replace', version: old.version, facts })
      if ('refused' in replaced) return false
    }
    return true
  }
  return stepPlan(tx, plan, { event: 'start', version, before })
}
