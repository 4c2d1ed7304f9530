import { formatDay, type Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { PlanState } from '../plan-state.ts'
import { findResidentPlan } from './plan-list-queries.ts'
import { planText } from './text.ts'

/** What a plan's state means for the person: a heading and what happens now, in neutral words. */
export interface ResidentPlanStep {
  readonly state: PlanState
  readonly title: string
  readonly what: string
  /** By when the person can expect the next thing, where there is such a day. */
  readonly byWhen: Temporal.PlainDate | undefined
  /** True when nothing more is to come. */
  readonly isOver: boolean
}

export interface ResidentPlan {
  readonly state: PlanState
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
}

type Key = 'writing' | 'agree' | 'approved' | 'active' | 'suspended' | 'ended' | 'closed'

const keys: Record<PlanState, Key> = {
  draft: 'writing',
  returned: 'writing',
  abandoned: 'writing',
  agreed: 'agree',
  submitted: 'agree',
  approved: 'approved',
  active: 'active',
  replaced: 'active',
  suspended: 'suspended',
  ended: 'ended',
  interviewed: 'ended',
  described: 'closed',
}

/** `dueOn` is the day by which the plan is due; it is told only until the plan is approved. */
export function residentPlanStep(lang: Lang, plan: ResidentPlan, dueOn: Temporal.PlainDate): ResidentPlanStep {
  const t = planText[lang].resident
  const key = keys[plan.state]
  const day = (date: Temporal.PlainDate | null) => (date ? formatDay(lang, date) : '–')
  const what: Record<Key, string> = {
    writing: t.writingWhat,
    agree: t.agreeWhat,
    approved: t.approvedWhat(day(plan.startsOn)),
    active: t.activeWhat(day(plan.endsOn)),
    suspended: t.suspendedWhat,
    ended: t.endedWhat,
    closed: t.closedWhat,
  }
  const byWhen = { writing: dueOn, agree: dueOn, approved: plan.startsOn, active: plan.endsOn } as const
  return {
    state: plan.state,
    title: t[key],
    what: what[key],
    byWhen: (key in byWhen ? byWhen[key as keyof typeof byWhen] : null) ?? undefined,
    isOver: key === 'closed',
  }
}

/** The version of the plan that counts for the person of an application: the one that runs, else the newest. */
export const findPlanOfApplication = (tx: Tx, applicationId: string): Promise<ResidentPlan | undefined> =>
  findResidentPlan(tx, applicationId)
