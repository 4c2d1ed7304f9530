import type { LegalRuleSet } from './legal-rules.ts'
import { spanEnd } from './legal-rules.ts'

export type ClockState = 'running' | 'due-soon' | 'last-day' | 'overdue' | 'met' | 'met-late'

export interface Alarm {
  readonly afterDays: number
  readonly on: Temporal.PlainDate
  readonly reached: boolean
}

/** The 30 days from the application to the plan, in calendar days; the day of receipt is day 0. */
export interface PlanClock {
  readonly receivedOn: Temporal.PlainDate
  readonly deadlineOn: Temporal.PlainDate
  readonly daysUsed: number
  /** Negative once the deadline is past. */
  readonly daysLeft: number
  readonly alarms: readonly Alarm[]
  readonly state: ClockState
}

/** `stoppedOn` is the day the plan was approved (or drafted: the law doesn't say which, so both are measured). */
export function planClock(
  receivedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  rules: LegalRuleSet,
  stoppedOn?: Temporal.PlainDate,
): PlanClock {
  const deadlineOn = spanEnd(receivedOn, rules.planWithin)
  const lookedAt = stoppedOn ?? today
  const daysUsed = daysBetween(receivedOn, lookedAt)
  const daysLeft = daysBetween(lookedAt, deadlineOn)
  const alarms = rules.planAlarmDays.map((afterDays) => ({
    afterDays,
    on: receivedOn.add({ days: afterDays }),
    reached: daysUsed >= afterDays,
  }))
  const state = stoppedOn ? stoppedState(daysLeft) : runningState(daysLeft, alarms)
  return { receivedOn, deadlineOn, daysUsed, daysLeft, alarms, state }
}

/** Days from one day to another: negative when the second is earlier. */
export function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}

/** The last day a plan that starts on a day may run: the same day a year later (Civil Code art. 112). */
export function latestPlanEnd(startsOn: Temporal.PlainDate, rules: LegalRuleSet): Temporal.PlainDate {
  return spanEnd(startsOn, rules.planAtMost)
}

/** True from the last day of the month counted in full: 31 January to 30 April is three months. */
export function lastsMonths(from: Temporal.PlainDate, to: Temporal.PlainDate, months: number): boolean {
  return Temporal.PlainDate.compare(from.add({ months }), to) <= 0
}

function stoppedState(daysLeft: number): ClockState {
  return daysLeft < 0 ? 'met-late' : 'met'
}

function runningState(daysLeft: number, alarms: readonly Alarm[]): ClockState {
  if (daysLeft < 0) return 'overdue'
  if (daysLeft === 0) return 'last-day'
  return alarms.some((alarm) => alarm.reached) ? 'due-soon' : 'running'
}
