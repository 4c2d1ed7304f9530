import { may } from '#platform/access.ts'
import { isStaff, type Actor } from '#platform/actor.ts'
import type { CaseScope } from '../case-scope.ts'

const reachesAll = ['service-organiser', 'director'] as const

/**
 * Whose recognitions and plans a person reaches: narrower than their applications, since working at the desk as well
 * opens no case of another coordinator.
 */
export function planScope(actor: Actor): CaseScope {
  if (!isStaff(actor) || !may(actor, 'case.read')) return { kind: 'none' }
  const { accountId } = actor
  if (reachesAll.some((role) => actor.roles.includes(role))) return { kind: 'all', accountId }
  return { kind: 'own', accountId }
}
