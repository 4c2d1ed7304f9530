import type { Action } from '#platform/access.ts'
import type { Transition } from '#platform/transitions.ts'

export const gapStates = ['registered', 'being-initiated', 'service-found', 'dropped'] as const
export type GapState = (typeof gapStates)[number]
export type GapEvent = 'initiate' | 'find-service' | 'drop' | 'reopen'

export interface GapFacts {
  /** Who sees to it, and by when they look again: a gap without an owner is forgotten. */
  readonly ownerId?: string | undefined
  readonly nextOn?: Temporal.PlainDate | undefined
  readonly serviceId?: string | undefined
}
export type GapRefusal = 'gap-owner-missing' | 'gap-next-day-missing' | 'gap-service-missing'

/** A need that no service answers: counted, owned, and answered or dropped with a reason. */
export const gapTransitions: readonly Transition<GapState, GapEvent, Action, GapFacts, GapRefusal>[] = [
  {
    from: ['registered'],
    event: 'initiate',
    to: 'being-initiated',
    who: 'gap.manage',
    guard: whyNotInitiate,
    reasonRequired: false,
    reversible: true,
  },
  {
    from: ['registered', 'being-initiated'],
    event: 'find-service',
    to: 'service-found',
    who: 'gap.manage',
    guard: (facts) => (facts.serviceId ? undefined : 'gap-service-missing'),
    reasonRequired: false,
    clock: 'stops',
    reversible: true,
  },
  {
    from: ['registered', 'being-initiated'],
    event: 'drop',
    to: 'dropped',
    who: 'gap.manage',
    reasonRequired: true,
    clock: 'stops',
    reversible: true,
  },
  {
    from: ['service-found', 'dropped'],
    event: 'reopen',
    to: 'registered',
    who: 'gap.manage',
    reasonRequired: true,
    clock: 'starts',
    reversible: true,
  },
]

function whyNotInitiate(facts: GapFacts): GapRefusal | undefined {
  if (!facts.ownerId) return 'gap-owner-missing'
  if (!facts.nextOn) return 'gap-next-day-missing'
  return undefined
}
