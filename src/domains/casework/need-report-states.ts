import type { Action } from '#platform/access.ts'
import type { Transition } from '#platform/transitions.ts'

export const needReportStates = ['new', 'contacted', 'registered', 'closed'] as const
export type NeedReportState = (typeof needReportStates)[number]
export type NeedReportEvent = 'contact' | 'register-application' | 'close' | 'reopen'

export const needReportOutcomes = ['answered', 'duplicate', 'unreachable', 'withdrawn', 'not-for-us'] as const
export type NeedReportOutcome = (typeof needReportOutcomes)[number]

export interface NeedReportFacts {
  /** Why it is being closed; a duplicate also names the report or application it repeats. */
  readonly outcome?: NeedReportOutcome | undefined
  readonly duplicateOfId?: string | undefined
  readonly applicationId?: string | undefined
}
export type NeedReportRefusal = 'outcome-missing' | 'duplicate-of-missing' | 'application-missing'

/** A report of a need is not yet an application: it may be answered by a phone call (statute 4.4). */
export const needReportTransitions: readonly Transition<
  NeedReportState,
  NeedReportEvent,
  Action,
  NeedReportFacts,
  NeedReportRefusal
>[] = [
  {
    from: ['new', 'contacted'],
    event: 'contact',
    to: 'contacted',
    who: 'report.answer',
    reasonRequired: false,
    reversible: false,
  },
  {
    from: ['new', 'contacted'],
    event: 'register-application',
    to: 'registered',
    who: 'application.register',
    guard: (facts) => (facts.applicationId ? undefined : 'application-missing'),
    reasonRequired: false,
    clock: 'starts',
    reversible: false,
  },
  {
    from: ['new', 'contacted'],
    event: 'close',
    to: 'closed',
    who: 'report.answer',
    guard: whyNotClose,
    reasonRequired: true,
    reversible: true,
  },
  { from: ['closed'], event: 'reopen', to: 'new', who: 'report.answer', reasonRequired: true, reversible: true },
]

function whyNotClose(facts: NeedReportFacts): NeedReportRefusal | undefined {
  if (!facts.outcome) return 'outcome-missing'
  if (facts.outcome === 'duplicate' && !facts.duplicateOfId) return 'duplicate-of-missing'
  return undefined
}
