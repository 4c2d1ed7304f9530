import type { PlanState } from './plan-state.ts'

/** Which law a service follows; it decides documents, deadlines, appeal and fee (statute 4.1). */
export const legalRegimes = [
  'cus-act',
  'social-assistance-act',
  'family-support-act',
  'ministry-programme',
  'eu-project',
  'supporting-activity',
] as const
export type LegalRegime = (typeof legalRegimes)[number]

export const lineUnits = ['hour', 'visit', 'meal', 'km', 'day'] as const
export type LineUnit = (typeof lineUnits)[number]

export const frequencyPeriods = ['day', 'week', 'month', 'plan'] as const
/** Two hours, three times a week: `{ amount: 2, unit: 'hour', times: 3, per: 'week' }`; `plan` counts over the whole plan. */
export interface Dose {
  readonly amount: number
  readonly unit: LineUnit
  readonly times: number
  readonly per: (typeof frequencyPeriods)[number]
}

/** One service that answers one need. */
export interface PlanLine {
  readonly id: string
  readonly needId: string | undefined
  /** From the directory; undefined when only a name is known. */
  readonly serviceId: string | undefined
  readonly serviceName: string
  /** False when the directory or the programme no longer offers the service. */
  readonly serviceInForce: boolean
  /** Given outside the centre's own offer; such a line needs no service in the directory (R-IPUS-06). */
  readonly external: boolean
  readonly providerId: string | undefined
  readonly providerName: string
  readonly dose: Dose
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly regime: LegalRegime
  /** Number of the decision that grants it, where the regime grants by decision: the plan itself never does. */
  readonly decisionNumber: string | undefined
}

export interface PlanNeed {
  readonly id: string
  readonly name: string
  /** Set once the need stands in the register of gaps. */
  readonly gapId: string | undefined
}

export interface PlanGoal {
  readonly id: string
  readonly text: string
  readonly needId: string | undefined
}

export const agreementForms = ['signature', 'oral-before-two', 'electronic', 'representative-signature'] as const
/** How the person agreed to this version of the plan; without it nobody approves (R-IPUS-04). */
export interface Agreement {
  readonly form: (typeof agreementForms)[number]
  readonly agreedOn: Temporal.PlainDate
  readonly agreedBy: string
  readonly evidence: string
}

/** Who approved, in what office, and when. */
export interface Approval {
  readonly accountId: string
  readonly name: string
  readonly office: 'director' | 'service-organiser' | 'deputy'
  readonly approvedOn: Temporal.PlainDate
}

/** One version of an individual plan of social services (IPUS). A change is a new version; the old one stays as it was. */
export interface Plan {
  readonly id: string
  readonly number: string
  /** 1, 2, 3 …: not the count of saves, but of agreed texts. */
  readonly revision: number
  readonly changeReason: string | undefined
  /** The plan this one continues after its year, with a reconnaissance of its own (R-IPUS-09). */
  readonly previousPlanId: string | undefined
  readonly personId: string
  readonly applicationId: string
  readonly receivedOn: Temporal.PlainDate
  readonly reconnaissanceId: string
  readonly expectedCoordinationMonths: number
  /** Why a plan is made although coordination is expected to be shorter than the law's three months (R-IPUS-01). */
  readonly shortCoordinationReason: string | undefined
  /** Why the thirty days were exceeded (R-IPUS-02). */
  readonly lateReason: string | undefined
  readonly coordinatorId: string
  /** Everyone who wrote in this version. */
  readonly authorIds: readonly string[]
  readonly state: PlanState
  readonly startsOn: Temporal.PlainDate | undefined
  readonly endsOn: Temporal.PlainDate | undefined
  readonly needs: readonly PlanNeed[]
  readonly goals: readonly PlanGoal[]
  readonly lines: readonly PlanLine[]
  readonly ownCommitments: readonly string[]
  readonly monitoringDays: readonly Temporal.PlainDate[]
  readonly agreement: Agreement | undefined
  readonly approval: Approval | undefined
}
