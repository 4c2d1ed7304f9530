import type { Action } from '#platform/access.ts'
import type { Transition } from '#platform/transitions.ts'
import type { DescribeRefusal, EndRefusal, InterviewRefusal } from './plan-closing.ts'
import type { ApproveRefusal } from './plan-rules.ts'
import type { PlanState } from './plan-state.ts'

export type PlanEvent =
  | 'agree'
  | 'edit'
  | 'submit'
  | 'take-back'
  | 'return'
  | 'approve'
  | 'start'
  | 'suspend'
  | 'resume'
  | 'replace'
  | 'end'
  | 'interview'
  | 'describe'
  | 'abandon'

/** What each rule said, asked once before the step: undefined is a yes. The rules are in plan-rules.ts and plan-closing.ts. */
export interface PlanFacts {
  readonly whyNotAgreed: 'agreement-missing' | 'agreement-in-future' | undefined
  readonly whyNotSubmit: ApproveRefusal | undefined
  readonly whyNotApprove: ApproveRefusal | undefined
  readonly whyNotEnd: EndRefusal | undefined
  readonly whyNotInterview: InterviewRefusal | undefined
  readonly whyNotDescribe: DescribeRefusal | undefined
  /** True from the first day of the plan's period. */
  readonly started: boolean
  /** True when a newer version of this plan starts now. */
  readonly hasSuccessor: boolean
}
export type PlanRefusal =
  | Exclude<PlanFacts[`whyNot${string}` & keyof PlanFacts], undefined>
  | 'not-started-yet'
  | 'no-successor'

type Row = Transition<PlanState, PlanEvent, Action, PlanFacts, PlanRefusal>

const writes = { who: 'plan.write', reasonRequired: false, reversible: true } as const
const decides = { who: 'plan.approve', reasonRequired: false, reversible: false } as const
const closes = { who: 'plan.close', reasonRequired: false, reversible: false } as const
const running: readonly PlanState[] = ['approved', 'active', 'suspended']

/** The life of one version of a plan (statute 4.7). Suspension doesn't move the end of the year. */
export const planTransitions: readonly Row[] = [
  { ...writes, from: ['draft', 'returned'], event: 'agree', to: 'agreed', guard: (facts) => facts.whyNotAgreed },
  // Touching an agreed text takes the agreement back: the person agreed to what stood there.
  { ...writes, from: ['agreed', 'returned'], event: 'edit', to: 'draft' },
  { ...writes, from: ['agreed'], event: 'submit', to: 'submitted', guard: (facts) => facts.whyNotSubmit },
  { ...writes, from: ['submitted'], event: 'take-back', to: 'agreed' },
  { ...decides, from: ['submitted'], event: 'return', to: 'returned', reasonRequired: true, reversible: true },
  {
    ...decides,
    from: ['submitted'],
    event: 'approve',
    to: 'approved',
    clock: 'stops',
    guard: (facts) => facts.whyNotApprove,
  },
  {
    ...writes,
    from: ['approved'],
    event: 'start',
    to: 'active',
    guard: (facts) => (facts.started ? undefined : 'not-started-yet'),
  },
  { ...writes, from: ['active'], event: 'suspend', to: 'suspended', reasonRequired: true },
  { ...writes, from: ['suspended'], event: 'resume', to: 'active' },
  {
    ...writes,
    from: running,
    event: 'replace',
    to: 'replaced',
    reversible: false,
    guard: (facts) => (facts.hasSuccessor ? undefined : 'no-successor'),
  },
  { ...closes, from: running, event: 'end', to: 'ended', guard: (facts) => facts.whyNotEnd },
  { ...closes, from: ['ended'], event: 'interview', to: 'interviewed', guard: (facts) => facts.whyNotInterview },
  { ...closes, from: ['interviewed'], event: 'describe', to: 'described', guard: (facts) => facts.whyNotDescribe },
  {
    ...writes,
    from: ['draft', 'agreed', 'returned'],
    event: 'abandon',
    to: 'abandoned',
    reasonRequired: true,
    reversible: false,
  },
]

/** The text of a plan changes only before it is submitted, or after it came back. */
export const isWritable = (state: PlanState): boolean => ['draft', 'agreed', 'returned'].includes(state)

/** Plans that count as the one plan a person has (R-IPUS-10). */
export const isRunning = (state: PlanState): boolean => running.includes(state)
