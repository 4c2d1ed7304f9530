import { latestPlanEnd } from './clock.ts'
import type { LegalRuleSet } from './legal-rules.ts'
import type { Plan, PlanLine } from './plan.ts'

export type SubmitRefusal =
  | 'coordination-too-short'
  | 'period-missing'
  | 'ends-before-start'
  | 'longer-than-a-year'
  | 'no-lines'
  | 'line-without-need'
  | 'line-without-service'
  | 'line-amount-not-positive'
  | 'line-ends-before-start'
  | 'line-outside-period'
  | 'agreement-missing'
  | 'agreement-in-future'
export type ApproveRefusal =
  | SubmitRefusal
  | 'approver-is-author'
  | 'approver-not-authorised'
  | 'authorisation-not-active'
export type ReviseRefusal = 'only-approved-plan-changes' | 'change-reason-missing' | 'revision-already-open'

/** A reason with the line it stands on, so that a page can lead there. */
export interface PlanFault {
  readonly refusal: SubmitRefusal
  readonly lineId?: string
}

const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate) => Temporal.PlainDate.compare(one, other) < 0
const isBlank = (text: string | undefined) => !text?.trim()

/** Whether a plan, and not a qualification card, fits the coordination that is expected (R-IPUS-01, confirmed). */
export function whyNotPlan(
  expectedMonths: number,
  overrideReason: string | undefined,
  rules: LegalRuleSet,
): 'coordination-too-short' | undefined {
  const tooShort = expectedMonths < rules.coordinationAtLeast.amount && isBlank(overrideReason)
  return tooShort && rules.coordinationAtLeast.certainty === 'confirmed' ? 'coordination-too-short' : undefined
}

/** Everything that stands in the way of submitting, in the order of the page; empty when nothing does. */
export function submitFaults(plan: Plan, rules: LegalRuleSet, today: Temporal.PlainDate): PlanFault[] {
  const ofPlan = [
    whyNotPlan(plan.expectedCoordinationMonths, plan.shortCoordinationReason, rules),
    whyNotPeriod(plan, rules),
    plan.lines.length === 0 ? ('no-lines' as const) : undefined,
  ]
  const ofLines = plan.lines.flatMap((line) => lineFaults(line, plan))
  const ofAgreement = whyNotAgreed(plan, today)
  return [...ofPlan.flatMap(asFault), ...ofLines, ...asFault(ofAgreement)]
}

export function whyNotSubmit(plan: Plan, rules: LegalRuleSet, today: Temporal.PlainDate): SubmitRefusal | undefined {
  return submitFaults(plan, rules, today)[0]?.refusal
}

/** The person's agreement to this version, given no later than today (R-IPUS-04, confirmed). */
export function whyNotAgreed(
  plan: Pick<Plan, 'agreement'>,
  today: Temporal.PlainDate,
): 'agreement-missing' | 'agreement-in-future' | undefined {
  if (!plan.agreement || isBlank(plan.agreement.evidence)) return 'agreement-missing'
  return isBefore(today, plan.agreement.agreedOn) ? 'agreement-in-future' : undefined
}

/** The plan runs for a year at most (R-IPUS-03, confirmed): it may end on the day it began, a year later. */
export function whyNotPeriod(plan: Pick<Plan, 'startsOn' | 'endsOn'>, rules: LegalRuleSet): SubmitRefusal | undefined {
  const { startsOn, endsOn } = plan
  if (!startsOn || !endsOn) return 'period-missing'
  if (isBefore(endsOn, startsOn)) return 'ends-before-start'
  const tooLong = isBefore(latestPlanEnd(startsOn, rules), endsOn)
  return tooLong && rules.planAtMost.certainty === 'confirmed' ? 'longer-than-a-year' : undefined
}

/** What is wrong with one line: also asked while the line is being written. */
export function lineFaults(line: PlanLine, plan: Plan): PlanFault[] {
  const known = plan.needs.some((need) => need.id === line.needId)
  const outside =
    (plan.startsOn && isBefore(line.startsOn, plan.startsOn)) || (plan.endsOn && isBefore(plan.endsOn, line.endsOn))
  const refusals: (SubmitRefusal | false | undefined)[] = [
    !known && 'line-without-need',
    isBlank(line.serviceName) && 'line-without-service',
    !(line.dose.amount > 0 && line.dose.times > 0) && 'line-amount-not-positive',
    isBefore(line.endsOn, line.startsOn) && 'line-ends-before-start',
    outside && 'line-outside-period',
  ]
  return refusals.flatMap((refusal) => (refusal ? [{ refusal, lineId: line.id }] : []))
}

/** A dated paper that lets someone approve: the director's authorisation of an organiser, or a director's deputy. */
export interface ApprovalRight {
  readonly kind: 'authorised-organiser' | 'director-deputy'
  readonly from: Temporal.PlainDate
  /** The last day of it; undefined when it has no end. */
  readonly to: Temporal.PlainDate | undefined
}
export interface Approver {
  readonly accountId: string
  /** Roles of their own, without those held as a deputy. */
  readonly roles: readonly string[]
  readonly rights: readonly ApprovalRight[]
}

/** The director, their deputy or an authorised organiser approves, never someone who wrote the plan (R-IPUS-05). */
export function whyNotApprove(
  plan: Plan,
  approver: Approver,
  rules: LegalRuleSet,
  today: Temporal.PlainDate,
): ApproveRefusal | undefined {
  if (plan.authorIds.includes(approver.accountId)) return 'approver-is-author'
  const office = approvalOffice(approver, today)
  if (!office) return approver.rights.length > 0 ? 'authorisation-not-active' : 'approver-not-authorised'
  return whyNotSubmit(plan, rules, today)
}

/** In what office someone approves on a day; undefined when they may not. */
export function approvalOffice(
  approver: Approver,
  today: Temporal.PlainDate,
): 'director' | 'service-organiser' | 'deputy' | undefined {
  if (approver.roles.includes('director')) return 'director'
  const active = (kind: ApprovalRight['kind']) =>
    approver.rights.some(
      (right) => right.kind === kind && !isBefore(today, right.from) && !(right.to && isBefore(right.to, today)),
    )
  if (approver.roles.includes('service-organiser') && active('authorised-organiser')) return 'service-organiser'
  return active('director-deputy') ? 'deputy' : undefined
}

/** A change of an approved plan is a new version with a reason, a new agreement and a new approval (R-IPUS-07). */
export function whyNotRevise(
  plan: Pick<Plan, 'state'>,
  reason: string,
  hasOpenRevision: boolean,
): ReviseRefusal | undefined {
  if (!['approved', 'active', 'suspended'].includes(plan.state)) return 'only-approved-plan-changes'
  if (hasOpenRevision) return 'revision-already-open'
  return isBlank(reason) ? 'change-reason-missing' : undefined
}

const asFault = (refusal: SubmitRefusal | undefined): PlanFault[] => (refusal ? [{ refusal }] : [])
