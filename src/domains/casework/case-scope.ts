import { isStaff, type Actor } from '#platform/actor.ts'

/** Which cases someone reaches: all, those they coordinate, or none. Made from the actor, demanded by every query. */
export type CaseScope = { readonly all: true } | { readonly all: false; readonly coordinatorId: string | undefined }

const seesAll = ['service-organiser', 'director'] as const

/** The organiser and the director reach every case of the centre, a coordinator their own, nobody else any. */
export function caseScope(actor: Actor): CaseScope {
  if (!isStaff(actor)) return { all: false, coordinatorId: undefined }
  if (seesAll.some((role) => actor.roles.includes(role))) return { all: true }
  return { all: false, coordinatorId: actor.roles.includes('plan-coordinator') ? actor.accountId : undefined }
}
