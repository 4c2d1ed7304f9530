import { may } from '#platform/access.ts'
import { isStaff, type Actor } from '#platform/actor.ts'

/** Which cases a person reaches, in lists and one by one alike; what is outside doesn't exist for them. */
export type CaseScope = { kind: 'all' } | { kind: 'own'; accountId: string } | { kind: 'none' }

const reachesAll = ['front-desk', 'service-organiser', 'director'] as const

/** A coordinator reaches the cases given to them; the desk, the organiser and the director reach all. */
export function caseScope(actor: Actor): CaseScope {
  if (!isStaff(actor) || !may(actor, 'application.read')) return { kind: 'none' }
  if (reachesAll.some((role) => actor.roles.includes(role))) return { kind: 'all' }
  return { kind: 'own', accountId: actor.accountId }
}
