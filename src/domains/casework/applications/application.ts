import { applicationStates, type ApplicationState } from '../application-states.ts'
import { legalRuleSets } from '../legal-rules.ts'

export const applicantRoles = ['self', 'statutory-representative', 'actual-carer'] as const
export type ApplicantRole = (typeof applicantRoles)[number]

export const applicationChannels = ['oral-protocol', 'paper', 'post', 'e-delivery', 'online'] as const
export type ApplicationChannel = (typeof applicationChannels)[number]

/** An application with the name of the person whom it concerns. */
export interface Application {
  id: string
  /** `CUS/12/2026` */
  number: string
  state: ApplicationState
  version: number
  personId: string
  givenName: string
  familyName: string
  birthYear: number | null
  reportId: string | null
  applicantRole: ApplicantRole
  representativeName: string | null
  representativeBasis: string | null
  channel: ApplicationChannel
  words: string
  receivedOn: Temporal.PlainDate
  registeredAt: Temporal.Instant
  registeredBy: string
  coordinatorId: string | null
  ruleSet: string
  planDueOn: Temporal.PlainDate
}

/** Nothing more is expected of these. */
const ended: ReadonlySet<ApplicationState> = new Set([
  'forwarded',
  'refused',
  'left-unconsidered',
  'withdrawn',
  'closed',
])
export const openStates = applicationStates.filter((state) => !ended.has(state))
export const isOpen = (state: ApplicationState): boolean => !ended.has(state)

export type ReceiptDayRefusal = 'received-in-future' | 'received-before-report' | 'received-before-the-act'

/**
 * The day of receipt isn't the day of typing (R-APP-04): paper may have waited in a tray. It can't be to come, nor be
 * from before the Act; and what came in through the site can't have come before the site had it.
 */
export function whyNotReceivedOn(
  receivedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  { channel, reportedOn }: { channel: ApplicationChannel; reportedOn: Temporal.PlainDate | undefined },
): ReceiptDayRefusal | undefined {
  const isBefore = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(receivedOn, day) < 0
  if (Temporal.PlainDate.compare(receivedOn, today) > 0) return 'received-in-future'
  if (isBefore(legalRuleSets[0]!.validFrom)) return 'received-before-the-act'
  return channel === 'online' && reportedOn && isBefore(reportedOn) ? 'received-before-report' : undefined
}
