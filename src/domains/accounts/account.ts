import type { Role } from '#platform/actor.ts'

/** A stretch of days, both included; without an end it goes on. */
export interface Days {
  validFrom: Temporal.PlainDate
  validUntil: Temporal.PlainDate | null
}

const { compare } = Temporal.PlainDate

export const includes = ({ validFrom, validUntil }: Days, day: Temporal.PlainDate): boolean =>
  compare(validFrom, day) <= 0 && (validUntil === null || compare(day, validUntil) <= 0)

export type DaysState = 'future' | 'running' | 'ended'

export function daysState(days: Days, today: Temporal.PlainDate): DaysState {
  if (days.validUntil !== null && compare(days.validUntil, today) < 0) return 'ended'
  return includes(days, today) ? 'running' : 'future'
}

export const overlap = (a: Days, b: Days): boolean =>
  (b.validUntil === null || compare(a.validFrom, b.validUntil) <= 0) &&
  (a.validUntil === null || compare(b.validFrom, a.validUntil) <= 0)

/** Ended today means: not from now on. What began today or later never was; its last day is the one before. */
export const lastDayWhenEnded = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ days: 1 })

export interface RoleHeld extends Days {
  id: string
  role: Role
}

export interface Authorisation extends Days {
  id: string
  grantedBy: string
}

export interface Account {
  id: string
  email: string
  name: string
  phone: string | null
  state: 'active' | 'disabled'
  /** Has not set a password yet. */
  invited: boolean
  version: number
}
