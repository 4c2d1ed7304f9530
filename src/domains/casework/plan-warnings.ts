import { planClock } from './clock.ts'
import type { LegalRuleSet } from './legal-rules.ts'
import type { Plan } from './plan.ts'

export type WarningKind =
  | 'plan-due-soon'
  | 'late-without-reason'
  | 'service-not-in-force'
  | 'service-not-in-directory'
  | 'decision-number-missing'
  | 'need-without-answer'
  | 'continued-without-new-reconnaissance'
  | 'another-active-plan'
  | 'no-goals'
  | 'no-monitoring-day'

export interface PlanWarning {
  readonly kind: WarningKind
  readonly lineId?: string
  readonly needId?: string
}

export interface PlanSurroundings {
  readonly rules: LegalRuleSet
  readonly today: Temporal.PlainDate
  /** Numbers of other plans of the same person that run now. */
  readonly otherRunningPlans: readonly string[]
  /** The reconnaissance of the plan that this one continues. */
  readonly previousReconnaissanceId?: string | undefined
}

/** What a good plan would have and the law doesn't surely ask: shown to author and approver, never a block. */
export function planWarnings(plan: Plan, around: PlanSurroundings): PlanWarning[] {
  const unanswered = plan.needs.filter((need) => !need.gapId && !plan.lines.some((line) => line.needId === need.id))
  const sameReconnaissance = plan.previousPlanId && plan.reconnaissanceId === around.previousReconnaissanceId
  const ofPlan: (WarningKind | false | undefined | '')[] = [
    clockWarning(plan, around),
    around.otherRunningPlans.length > 0 && 'another-active-plan',
    sameReconnaissance && 'continued-without-new-reconnaissance',
    plan.goals.length === 0 && 'no-goals',
    plan.monitoringDays.length === 0 && 'no-monitoring-day',
  ]
  return [
    ...ofPlan.flatMap((kind) => (kind ? [{ kind }] : [])),
    ...unanswered.map((need) => ({ kind: 'need-without-answer' as const, needId: need.id })),
    ...plan.lines.flatMap(lineWarnings),
  ]
}

/** The thirty days are an alarm, not a block; once they are over only a recorded reason silences it (R-IPUS-02). */
function clockWarning(plan: Plan, around: PlanSurroundings): WarningKind | undefined {
  const clock = planClock(plan.receivedOn, around.today, around.rules, plan.approval?.approvedOn)
  if (clock.state === 'overdue' || clock.state === 'met-late') {
    return plan.lateReason?.trim() ? undefined : 'late-without-reason'
  }
  return clock.state === 'due-soon' || clock.state === 'last-day' ? 'plan-due-soon' : undefined
}

/** A line leads to a service in force or is marked as external (R-IPUS-06); a benefit is only referred to. */
function lineWarnings(line: Plan['lines'][number]): PlanWarning[] {
  const byDecision = line.regime === 'social-assistance-act' && !line.decisionNumber?.trim()
  const kinds: (WarningKind | false)[] = [
    !line.external && !line.serviceId && 'service-not-in-directory',
    !line.external && line.serviceId !== undefined && !line.serviceInForce && 'service-not-in-force',
    byDecision && 'decision-number-missing',
  ]
  return kinds.flatMap((kind) => (kind ? [{ kind, lineId: line.id }] : []))
}
