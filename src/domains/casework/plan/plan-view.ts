import { may } from '#platform/access.ts'
import { dayOf, type Lang } from '#platform/i18n.ts'
import { offeredEvents } from '#platform/transitions.ts'
import type { Tx } from '#platform/tx.ts'
import type { CaseStep } from '../case-step.ts'
import { listCaseSteps } from '../case-step-queries.ts'
import { planClock, type PlanClock } from '../clock.ts'
import type { ClosingInterview, goalResults } from '../plan-closing.ts'
import { submitFaults, type ApproveRefusal, type Approver, type PlanFault } from '../plan-rules.ts'
import type { PlanState } from '../plan-state.ts'
import { isRunning, planTransitions, type PlanEvent } from '../plan-states.ts'
import { planWarnings, type PlanWarning } from '../plan-warnings.ts'
import { whyNotDecide } from './decide-plan.ts'
import { whyNotEdit } from './edit-plan.ts'
import { listGroups } from './offers.ts'
import { listDecisions } from './plan-approval-queries.ts'
import {
  findDescription,
  findInterview,
  listGoalResults,
  listMonitoringEvents,
  listMonitoringLines,
} from './plan-closing-queries.ts'
import { listOtherPlans, listRevisions } from './plan-list-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { approverOf, planFacts, rulesOf } from './plan-steps.ts'
import { whyNotMonitor } from './record-monitoring.ts'
import { hasLaterRevision } from './revise-plan.ts'
import type { StaffMember } from '#domains/accounts/public.ts'
import { findStaff } from './staff.ts'

/** All that the page of a plan shows, in plain values; the printed plan is made of the same. */
export interface PlanView {
  readonly plan: PlanRecord
  readonly today: Temporal.PlainDate
  readonly clock: PlanClock
  readonly warnings: readonly PlanWarning[]
  /** What stands in the way of submitting; asked only while the plan is written. */
  readonly faults: readonly PlanFault[]
  /** The steps that would be accepted now from this person. */
  readonly offered: readonly PlanEvent[]
  readonly can: {
    readonly write: boolean
    readonly registerGap: boolean
    readonly monitor: boolean
    readonly revise: boolean
  }
  /** Why this person can't decide on a submitted plan; undefined when they can, or when it isn't theirs to ask. */
  readonly whyNotDecide: ApproveRefusal | undefined
  readonly coordinator: StaffMember | undefined
  readonly groupNames: ReadonlyMap<string, string>
  readonly history: readonly CaseStep[]
  readonly revisions: readonly { readonly id: string; readonly revision: number; readonly state: PlanState }[]
  readonly previous: { readonly id: string; readonly number: string } | undefined
  readonly decisions: Awaited<ReturnType<typeof listDecisions>>
  readonly monitoring: Awaited<ReturnType<typeof listMonitoringEvents>>
  readonly monitoringLines: Awaited<ReturnType<typeof listMonitoringLines>>
  readonly closing: Closing
}

export interface Closing {
  readonly interview: ClosingInterview | undefined
  readonly description: { readonly narrative: string; readonly recommendations: string } | undefined
  readonly results: ReadonlyMap<string, (typeof goalResults)[number]>
}

export async function viewPlan(tx: Tx, lang: Lang, plan: PlanRecord): Promise<PlanView> {
  const today = dayOf(tx.now)
  const rules = rulesOf(plan)
  const approver = await approverOf(tx)
  const others = await listOtherPlans(tx, plan.personId, plan.number)
  const revisions = await listRevisions(tx, plan.number)
  const previous = others.find((other) => other.id === plan.previousPlanId)
  const can = (action: Parameters<typeof may>[1]) => !tx.emergency && may(tx.actor, action)
  // What is looked at in an emergency is for reading.
  const write = !tx.emergency && !whyNotEdit(plan, tx.actor)
  const isOutdated = hasLaterRevision(plan, revisions)
  return {
    plan,
    today,
    clock: planClock(plan.receivedOn, today, rules, plan.approval?.approvedOn),
    warnings: planWarnings(plan, {
      rules,
      today,
      otherRunningPlans: others.filter((other) => isRunning(other.state)).map((other) => other.number),
      previousReconnaissanceId: previous?.reconnaissanceId,
    }),
    faults: write ? submitFaults(plan, rules, today) : [],
    offered: tx.emergency ? [] : offeredSteps(tx, plan, { approver, today, isOutdated }),
    can: {
      write,
      registerGap: can('gap.register'),
      monitor: !tx.emergency && !whyNotMonitor(plan, tx.actor),
      revise: can('plan.write') && isRunning(plan.state) && !isOutdated,
    },
    whyNotDecide: plan.state === 'submitted' && can('plan.approve') ? whyNotDecide(plan, approver, today) : undefined,
    coordinator: plan.coordinatorId ? await findStaff(tx, plan.coordinatorId) : undefined,
    groupNames: new Map((await listGroups(tx, lang)).map(({ code, name }) => [code, name])),
    history: await listCaseSteps(tx, plan.id),
    revisions,
    previous,
    decisions: await listDecisions(tx, plan.id),
    monitoring: await listMonitoringEvents(tx, plan.id),
    monitoringLines: await listMonitoringLines(tx, plan.id),
    closing: await closingOf(tx, plan.id),
  }
}

interface Standing {
  readonly approver: Approver
  readonly today: Temporal.PlainDate
  /** True when a later version is on its way: then this one neither changes nor ends. */
  readonly isOutdated: boolean
}

/** The steps that would be accepted now. What a form asks for (an agreement, an end …) is taken as given. */
function offeredSteps(tx: Tx, plan: PlanRecord, { approver, today, isOutdated }: Standing): PlanEvent[] {
  const facts = { ...planFacts(plan, approver, today), whyNotAgreed: undefined }
  const rows = offeredEvents(planTransitions, plan.state, { may: (action) => may(tx.actor, action), facts })
  return rows.map((row) => row.event).filter((event) => event !== 'end' || !isOutdated)
}

async function closingOf(tx: Tx, planId: string): Promise<Closing> {
  return {
    interview: await findInterview(tx, planId),
    description: await findDescription(tx, planId),
    results: new Map((await listGoalResults(tx, planId)).map(({ goalId, result }) => [goalId, result])),
  }
}
