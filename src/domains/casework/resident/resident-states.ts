import type { ApplicationState } from '../application-states.ts'
import type { NeedReportState } from '../need-report-states.ts'
import type { PlanState } from '../plan-state.ts'

/** The steps of a case as a resident sees them, from telling us to looking back together. */
export const stages = ['report', 'talk', 'application', 'needs', 'plan', 'help', 'summary'] as const
export type Stage = (typeof stages)[number]

/** Where a case stands: `ended` is after every stage. */
export type Place = Stage | 'ended'

export const placeOfReport: Record<NeedReportState, Place> = {
  new: 'talk',
  contacted: 'talk',
  registered: 'application',
  closed: 'ended',
}

export const placeOfApplication: Record<ApplicationState, Place> = {
  received: 'application',
  incomplete: 'application',
  assigned: 'needs',
  recognised: 'plan',
  waitlisted: 'plan',
  'plan-offered': 'plan',
  'card-offered': 'help',
  forwarded: 'ended',
  refused: 'ended',
  'left-unconsidered': 'ended',
  withdrawn: 'ended',
  closed: 'ended',
}

export const placeOfPlan: Record<PlanState, Place> = {
  draft: 'plan',
  agreed: 'plan',
  submitted: 'plan',
  returned: 'plan',
  approved: 'help',
  active: 'help',
  suspended: 'help',
  ended: 'summary',
  interviewed: 'summary',
  described: 'ended',
  replaced: 'help',
  abandoned: 'plan',
}
