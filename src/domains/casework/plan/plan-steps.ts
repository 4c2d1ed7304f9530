import { isStaff } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { applyStep, type Aggregate, type Applied } from '../case-steps.ts'
import { legalRuleSets, ruleSetOn, type LegalRuleSet } from '../legal-rules.ts'
import { whyNotApprove, whyNotAgreed, whyNotSubmit, type Approver } from '../plan-rules.ts'
import type { PlanState } from '../plan-state.ts'
import { planTransitions, type PlanEvent, type PlanFacts, type PlanRefusal } from '../plan-states.ts'
import { lockPlan, updatePlanState, type WithState } from './plan-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { isAuthorisedToApprove } from './staff.ts'

export const planAggregate: Aggregate<PlanState, PlanEvent, PlanFacts, PlanRefusal> = {
  kind: 'plan',
  transitions: planTransitions,
  audited: {
    agree: 'plan.agreed',
    edit: 'plan.edited',
    submit: 'plan.submitted',
    'take-back': 'plan.taken-back',
    return: 'plan.returned',
    approve: 'plan.approved',
    start: 'plan.started',
    suspend: 'plan.suspended',
    resume: 'plan.resumed',
    replace: 'plan.replaced',
    end: 'plan.ended',
    interview: 'plan.interviewed',
    describe: 'plan.described',
    abandon: 'plan.abandoned',
  },
}

/** The numbers that decide this plan: those in force when the application came, whatever changed since. */
export const rulesOf = (plan: Pick<PlanRecord, 'ruleSet' | 'receivedOn'>): LegalRuleSet =>
  legalRuleSets.find((set) => set.id === plan.ruleSet) ?? ruleSetOn(plan.receivedOn)

/** In what offices the person acting may approve today. A deputy's office comes with their roles of the day. */
export async function approverOf(tx: Tx): Promise<Approver> {
  if (!isStaff(tx.actor)) return { accountId: '', roles: [], rights: [] }
  const { accountId, roles, deputyRoles } = tx.actor
  const today = dayOf(tx.now)
  const authorised = await isAuthorisedToApprove(tx, accountId, today)
  return {
    accountId,
    roles: roles.filter((role) => !deputyRoles.includes(role)),
    rights: [
      ...(deputyRoles.includes('director') ? [{ kind: 'director-deputy' as const, from: today, to: today }] : []),
      ...(authorised ? [{ kind: 'authorised-organiser' as const, from: today, to: today }] : []),
    ],
  }
}

/** What the rules say of the plan as it stands; what a form adds (an end, an interview …) is asked by its use case. */
export function planFacts(plan: PlanRecord, approver: Approver, today: Temporal.PlainDate): PlanFacts {
  const rules = rulesOf(plan)
  return {
    whyNotAgreed: whyNotAgreed(plan, today),
    whyNotSubmit: whyNotSubmit(plan, rules, today),
    whyNotApprove: whyNotApprove(plan, approver, rules, today),
    whyNotEnd: undefined,
    whyNotInterview: undefined,
    whyNotDescribe: undefined,
    started: plan.startsOn !== undefined && Temporal.PlainDate.compare(plan.startsOn, today) <= 0,
    hasSuccessor: false,
  }
}

export interface PlanStep {
  readonly event: PlanEvent
  /** The version that the person acting has seen. */
  readonly version: number
  readonly reason?: string | undefined
  /** What differs from planFacts. */
  readonly facts?: Partial<PlanFacts>
  readonly also?: WithState
  /** Written before the state changes: what belongs to the old state. False when somebody was faster. */
  readonly before?: () => Promise<void | boolean>
}
export type PlanStepped = Applied<PlanState, PlanRefusal>

/** One step of a plan, by the one function that changes states. */
export async function stepPlan(tx: Tx, plan: PlanRecord, step: PlanStep): Promise<PlanStepped> {
  const facts = { ...planFacts(plan, await approverOf(tx), dayOf(tx.now)), ...step.facts }
  return applyStep(
    tx,
    planAggregate,
    { ...plan, version: step.version },
    {
      event: step.event,
      facts,
      reason: step.reason,
      save: async (change) => {
        // Two who step at the same time wait here; the second finds that somebody was faster.
        const now = await lockPlan(tx, plan.id)
        if (now?.version !== change.version || now.state !== plan.state) return false
        await step.before?.()
        return updatePlanState(tx, change, step.also)
      },
    },
  )
}

/** The member of staff who acts; routes let nobody else through. */
