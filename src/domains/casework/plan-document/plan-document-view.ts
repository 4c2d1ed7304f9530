import type { Dose, LegalRegime } from '../plan.ts'

export interface Contact {
  readonly name: string
  readonly phone: string
  readonly email?: string | undefined
}

/** All that the printed plan says, in plain values; the same that the plan's page shows. */
export interface PlanDocumentView {
  readonly centre: Contact & { readonly address: string; readonly isSample: boolean }
  readonly person: {
    readonly name: string
    readonly birthYear?: number | undefined
    readonly address?: string | undefined
    /** Who signs for the person, and on what basis. */
    readonly representative?: string | undefined
  }
  readonly coordinator: Contact
  readonly number: string
  readonly revision: number
  readonly changeReason?: string | undefined
  readonly applicationNumber: string
  readonly receivedOn: Temporal.PlainDate
  readonly startsOn?: Temporal.PlainDate | undefined
  readonly endsOn?: Temporal.PlainDate | undefined
  readonly needs: readonly {
    readonly name: string
    readonly goals: readonly string[]
    /** True when no service answers yet and the centre is looking for one. */
    readonly isGap: boolean
  }[]
  /** Goals that belong to no single need. */
  readonly otherGoals: readonly string[]
  readonly lines: readonly {
    /** Place of the need in `needs`, from 1. */
    readonly needNumber?: number | undefined
    readonly service: string
    readonly provider: string
    readonly dose: Dose
    readonly startsOn: Temporal.PlainDate
    readonly endsOn: Temporal.PlainDate
    readonly regime: LegalRegime
    readonly external: boolean
    readonly decisionNumber?: string | undefined
  }[]
  readonly ownCommitments: readonly string[]
  readonly monitoringDays: readonly Temporal.PlainDate[]
  readonly agreement?:
    | { readonly agreedBy: string; readonly agreedOn: Temporal.PlainDate; readonly evidence: string }
    | undefined
  readonly approval?:
    | {
        readonly name: string
        readonly office: 'director' | 'service-organiser' | 'deputy'
        readonly approvedOn: Temporal.PlainDate
      }
    | undefined
  readonly printedOn: Temporal.PlainDate
}
