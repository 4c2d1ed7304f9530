import { may } from '#platform/access.ts'
import { isStaff, type Actor } from '#platform/actor.ts'

/** Whose eyes: a person that is restricted, or close to whoever looks, is not there for them. */
export interface Onlooker {
  accountId: string
}

/**
 * Which cases a person reaches, in lists and one by one alike; what is outside doesn't exist for them. `emergencyAt` is
 * set only for reading one record: then what this account broke the glass of, and still holds open, is within reach too.
 */
export type CaseScope = ({ kind: 'all' | 'own'; emergencyAt?: Temporal.Instant } & Onlooker) | { kind: 'none' }

const reachesAll = ['front-desk', 'service-organiser', 'director'] as const

/** A coordinator reaches the cases given to them; the desk, the organiser and the director reach all. */
export function caseScope(actor: Actor): CaseScope {
  if (!isStaff(actor) || !may(actor, 'application.read')) return { kind: 'none' }
  const { accountId } = actor
  if (reachesAll.some((role) => actor.roles.includes(role))) return { kind: 'all', accountId }
  return { kind: 'own', accountId }
}

/** The same reach, and beyond it what was opened in an emergency that lasts. For one record, never for a list. */
export const withEmergency = (scope: CaseScope, now: Temporal.Instant): CaseScope =>
  scope.kind === 'none' ? scope : { ...scope, emergencyAt: now }

/**
 * Who reads reports and gaps: a member of staff, for whom those of restricted people are kept back; or nobody in
 * particular, for the page of a resident whose case was proven by its code.
 */
export type ReportScope = ({ kind: 'staff' } & Onlooker) | { kind: 'resident' } | { kind: 'none' }

export const reportScope = (actor: Actor): ReportScope =>
  isStaff(actor) ? { kind: 'staff', accountId: actor.accountId } : { kind: 'none' }
