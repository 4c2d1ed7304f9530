import type { PlanState } from '../plan-state.ts'
import type { EndReason } from '../plan-closing.ts'
import type { Plan, PlanGoal, PlanLine } from '../plan.ts'

/** A line as it is stored; `version` is the one that its form must send back. */
export interface LineRecord extends PlanLine {
  readonly position: number
  readonly version: number
  /** True when the service and its provider are invented. */
  readonly sample: boolean
}
export interface GoalRecord extends PlanGoal {
  readonly position: number
  readonly version: number
}

/** The person as far as the pages of their plan show them. */
export interface PlanPerson {
  readonly id: string
  readonly name: string
  readonly birthYear: number | undefined
  readonly phone: string | undefined
  readonly address: string | undefined
  readonly districtId: string | undefined
  readonly representative: string | undefined
}

/** A plan with what its pages need beyond the rules: whose it is, which version was seen, how it ended. */
export interface PlanRecord extends Plan {
  readonly lines: readonly LineRecord[]
  readonly goals: readonly GoalRecord[]
  readonly needs: readonly NeedRecord[]
  readonly person: PlanPerson
  readonly applicationNumber: string
  readonly ruleSet: string
  readonly revisesId: string | undefined
  readonly end: { readonly reason: EndReason; readonly endedOn: Temporal.PlainDate } | undefined
  readonly version: number
  readonly headVersion: number
}

/** A need with what a register of gaps asks about it. */
export interface NeedRecord {
  readonly id: string
  readonly name: string
  readonly listedNeedId: string | undefined
  readonly groupCode: string
  readonly gapId: string | undefined
}

/** One row of the list of plans: its number, its state, its days, its person's name. */
export interface ListedPlan {
  readonly id: string
  readonly number: string
  readonly revision: number
  readonly state: PlanState
  readonly receivedOn: Temporal.PlainDate
  readonly ruleSet: string
  readonly approvedOn: Temporal.PlainDate | null
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly givenName: string
  readonly familyName: string
}
