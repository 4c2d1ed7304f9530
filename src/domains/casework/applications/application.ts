import { applicationStates, type ApplicationState } from '../application-states.ts'
import { legalRuleSets } from '../legal-rules.ts'

export const applicantRoles = ['self', 'statutory-representative', 'actual-carer'] as const
export type ApplicantRole = (typeof applicantRoles)[number]

export const applicationChannels = ['oral-protocol', 'paper', 'post', 'e-delivery', 'online'] as const
export type ApplicationChannel = (typeof applicationChannels)[number]

/** Nothing more is expected of these. */
const ended: readonly ApplicationState[] = ['forwarded', 'refused', 'left-unconsidered', 'withdrawn', 'closed']
export const openStates = applicationStates.filter((state) => !ended.includes(state))
export const isOpen = (state: ApplicationState): boolean => !ended.includes(state)

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
