import type { Plan, PlanGoal } from './plan.ts'

export const endReasons = [
  'completed',
  'period-elapsed',
  'person-resigned',
  'need-gone',
  'non-cooperation',
  'moved',
  'died',
  'service-unavailable',
  'transferred',
] as const
export type EndReason = (typeof endReasons)[number]

export interface PlanEnd {
  readonly reason: EndReason | undefined
  readonly endedOn: Temporal.PlainDate | undefined
}
export type EndRefusal =
  | 'end-reason-missing'
  | 'end-day-missing'
  | 'ended-before-start'
  | 'ended-in-future'
  | 'period-not-elapsed'

/** An end has a reason and a day that has come; "the period is over" is believed only when it is. */
export function whyNotEnd(
  plan: Pick<Plan, 'startsOn' | 'endsOn'>,
  end: PlanEnd,
  today: Temporal.PlainDate,
): EndRefusal | undefined {
  if (!end.reason) return 'end-reason-missing'
  if (!end.endedOn) return 'end-day-missing'
  if (plan.startsOn && Temporal.PlainDate.compare(end.endedOn, plan.startsOn) < 0) return 'ended-before-start'
  if (Temporal.PlainDate.compare(end.endedOn, today) > 0) return 'ended-in-future'
  const elapsed = !plan.endsOn || Temporal.PlainDate.compare(end.endedOn, plan.endsOn) >= 0
  return end.reason === 'period-elapsed' && !elapsed ? 'period-not-elapsed' : undefined
}

/** The summing-up interview, or a note on why there was none: the person refused, couldn't be reached, or died. */
export type ClosingInterview =
  | {
      readonly kind: 'held'
      readonly heldOn: Temporal.PlainDate
      readonly participants: readonly string[]
      readonly residentOpinion: string
      readonly furtherNeeds: string
    }
  | { readonly kind: 'not-held'; readonly why: 'refused' | 'unreachable' | 'died'; readonly note: string }
export type InterviewRefusal =
  | 'interview-or-note-missing'
  | 'interview-in-future'
  | 'resident-opinion-missing'
  | 'note-missing'

/** Closing needs the interview or the note (R-IPUS-08). */
export function whyNotInterview(
  interview: ClosingInterview | undefined,
  today: Temporal.PlainDate,
): InterviewRefusal | undefined {
  if (!interview) return 'interview-or-note-missing'
  if (interview.kind === 'not-held') return interview.note.trim() ? undefined : 'note-missing'
  if (Temporal.PlainDate.compare(interview.heldOn, today) > 0) return 'interview-in-future'
  return interview.residentOpinion.trim() ? undefined : 'resident-opinion-missing'
}

export const goalResults = ['attained', 'partly', 'not'] as const
export interface ResultDescription {
  readonly narrative: string
  readonly goals: ReadonlyMap<string, (typeof goalResults)[number]>
}
export type DescribeRefusal = 'narrative-missing' | 'goal-without-result'

/** The description of course and results speaks about every goal (R-IPUS-08). */
export function whyNotDescribe(
  description: ResultDescription | undefined,
  goals: readonly PlanGoal[],
): DescribeRefusal | undefined {
  if (!description?.narrative.trim()) return 'narrative-missing'
  return goals.every((goal) => description.goals.has(goal.id)) ? undefined : 'goal-without-result'
}
