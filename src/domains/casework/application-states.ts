import type { Action } from '#platform/access.ts'
import type { Transition } from '#platform/transitions.ts'

export const applicationStates = [
  'received',
  'incomplete',
  'assigned',
  'recognised',
  'waitlisted',
  'plan-offered',
  'card-offered',
  'forwarded',
  'refused',
  'left-unconsidered',
  'withdrawn',
  'closed',
] as const
export type ApplicationState = (typeof applicationStates)[number]

export type ApplicationEvent =
  | 'ask-for-supplement'
  | 'supplement'
  | 'leave-unconsidered'
  | 'assign'
  | 'hand-over'
  | 'forward'
  | 'finish-reconnaissance'
  | 'waive-reconnaissance'
  | 'offer-plan'
  | 'offer-card'
  | 'put-on-waiting-list'
  | 'record-refusal'
  | 'withdraw'
  | 'close'

export interface ApplicationFacts {
  readonly coordinatorId?: string | undefined
  /** True when the reconnaissance is complete: its own rules say when. */
  readonly reconnaissanceDone?: boolean | undefined
  /** True when the reconnaissance expects coordination of three months or more, or a reason overrides it (R-IPUS-01). */
  readonly planFits?: boolean | undefined
  /** The applicant's recorded consent to pass the application on: who, when, what, to whom (R-INT-01). */
  readonly forwardingConsentId?: string | undefined
  /** Number of the administrative decision, without which nobody is refused (statute 4.2 point 3). */
  readonly decisionNumber?: string | undefined
}

export type ApplicationRefusal =
  | 'coordinator-missing'
  | 'reconnaissance-unfinished'
  | 'coordination-too-short'
  | 'forwarding-consent-missing'
  | 'decision-number-missing'

type Row = Transition<ApplicationState, ApplicationEvent, Action, ApplicationFacts, ApplicationRefusal>

const open: readonly ApplicationState[] = ['received', 'incomplete', 'assigned', 'recognised', 'waitlisted']
const plain = { reasonRequired: false, reversible: true } as const
const withReason = { reasonRequired: true, reversible: true } as const
const final = { reasonRequired: true, reversible: false } as const

const needs =
  (fact: keyof ApplicationFacts, refusal: ApplicationRefusal) =>
  (facts: ApplicationFacts): ApplicationRefusal | undefined =>
    facts[fact] ? undefined : refusal

const byAssigning = {
  who: 'application.assign',
  guard: needs('coordinatorId', 'coordinator-missing'),
  ...plain,
} as const

/** From receipt to the instrument that answers it. Appeals follow with the decisions themselves. */
export const applicationTransitions: readonly Row[] = [
  { from: ['received'], event: 'ask-for-supplement', to: 'incomplete', who: 'application.register', ...withReason },
  { from: ['incomplete'], event: 'supplement', to: 'received', who: 'application.register', ...plain },
  { from: ['incomplete'], event: 'leave-unconsidered', to: 'left-unconsidered', who: 'application.register', ...final },
  { from: ['received'], event: 'assign', to: 'assigned', ...byAssigning },
  // Another coordinator takes over; what was recognised stays recognised.
  { from: ['assigned'], event: 'hand-over', to: 'assigned', ...byAssigning },
  { from: ['recognised'], event: 'hand-over', to: 'recognised', ...byAssigning },
  { from: ['waitlisted'], event: 'hand-over', to: 'waitlisted', ...byAssigning },
  { from: ['plan-offered'], event: 'hand-over', to: 'plan-offered', ...byAssigning },
  {
    from: ['assigned', 'recognised'],
    event: 'forward',
    to: 'forwarded',
    who: 'application.handle',
    guard: needs('forwardingConsentId', 'forwarding-consent-missing'),
    ...final,
  },
  {
    from: ['assigned'],
    event: 'finish-reconnaissance',
    to: 'recognised',
    who: 'reconnaissance.write',
    guard: needs('reconnaissanceDone', 'reconnaissance-unfinished'),
    ...plain,
  },
  // A simple service needs no long talk, but somebody says why it was left out.
  { from: ['assigned'], event: 'waive-reconnaissance', to: 'recognised', who: 'application.handle', ...withReason },
  {
    from: ['recognised', 'waitlisted'],
    event: 'offer-plan',
    to: 'plan-offered',
    who: 'application.handle',
    guard: needs('planFits', 'coordination-too-short'),
    ...plain,
  },
  {
    from: ['recognised', 'waitlisted'],
    event: 'offer-card',
    to: 'card-offered',
    who: 'application.handle',
    ...plain,
  },
  { from: ['recognised'], event: 'put-on-waiting-list', to: 'waitlisted', who: 'application.handle', ...withReason },
  {
    from: ['recognised', 'waitlisted'],
    event: 'record-refusal',
    to: 'refused',
    who: 'application.refuse',
    guard: needs('decisionNumber', 'decision-number-missing'),
    ...final,
    clock: 'stops',
  },
  {
    from: [...open, 'plan-offered'],
    event: 'withdraw',
    to: 'withdrawn',
    who: 'application.register',
    ...final,
    clock: 'stops',
  },
  // The person died or moved away, or the plan or card has run its course.
  {
    from: [...open, 'plan-offered', 'card-offered'],
    event: 'close',
    to: 'closed',
    who: 'application.register',
    ...final,
    clock: 'stops',
  },
]
