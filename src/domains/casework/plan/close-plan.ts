import { staffOf } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { findApplication } from '../applications/application-queries.ts'
import { stepApplication } from '../applications/application-steps.ts'
import { planScope } from './plan-scope.ts'
import {
  whyNotDescribe,
  whyNotEnd,
  whyNotInterview,
  type ClosingInterview,
  type PlanEnd,
  type ResultDescription,
} from '../plan-closing.ts'
import type { ReviseRefusal } from '../plan-rules.ts'
import { insertDescription, insertGoalResults, insertInterview } from './plan-closing-queries.ts'
import { listRevisions } from './plan-list-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { stepPlan, type PlanStepped } from './plan-steps.ts'
import { hasLaterRevision } from './revise-plan.ts'

/** Ends a plan with a reason and a day. One that was approved but never began may end before its first day. */
export async function endPlan(
  tx: Tx,
  plan: PlanRecord,
  version: number,
  end: PlanEnd,
): Promise<PlanStepped | { readonly refused: ReviseRefusal }> {
  if (hasLaterRevision(plan, await listRevisions(tx, plan.number))) return { refused: 'revision-already-open' }
  const begun = plan.state === 'approved' ? { startsOn: undefined, endsOn: plan.endsOn } : plan
  const refused = whyNotEnd(begun, end, dayOf(tx.now))
  const { reason, endedOn } = end
  return stepPlan(tx, plan, {
    event: 'end',
    version,
    facts: { whyNotEnd: refused },
    also: reason && endedOn ? { end: { reason, endedOn } } : {},
  })
}

/** The summing-up interview, or a note on why there was none (R-IPUS-08). */
export async function recordInterview(
  tx: Tx,
  plan: PlanRecord,
  version: number,
  interview: ClosingInterview,
): Promise<PlanStepped> {
  return stepPlan(tx, plan, {
    event: 'interview',
    version,
    facts: { whyNotInterview: whyNotInterview(interview, dayOf(tx.now)) },
    before: () => insertInterview(tx, plan.id, interview, staffOf(tx).accountId),
  })
}

export interface Results extends ResultDescription {
  readonly recommendations: string
}

/** The description of course and results closes the plan for good, and with it the application. */
export async function describePlan(tx: Tx, plan: PlanRecord, version: number, results: Results): Promise<PlanStepped> {
  const described = await stepPlan(tx, plan, {
    event: 'describe',
    version,
    facts: { whyNotDescribe: whyNotDescribe(results, plan.goals) },
    before: async () => {
      await insertDescription(tx, plan.id, results, staffOf(tx).accountId)
      await insertGoalResults(tx, plan.id, results.goals)
    },
  })
  if ('refused' in described) return described
  const application = await findApplication(tx, plan.applicationId, planScope(tx.actor))
  if (application?.state === 'plan-offered')
    await stepApplication(tx, application, { event: 'close', facts: {}, reason: plan.number })
  return described
}
