export const roles = [
  'director',
  'service-organiser',
  'plan-coordinator',
  'community-organiser',
  'front-desk',
  'provider',
  'data-protection-officer',
  'accountant',
  'administrator',
  'regional-analyst',
] as const

export type Role = (typeof roles)[number]

/** A signed-in member of staff. `deputyRoles` are those held today only in place of someone absent. */
export interface StaffActor {
  kind: 'staff'
  accountId: string
  name: string
  roles: readonly Role[]
  deputyRoles: readonly Role[]
}

/** Who stands behind a request. A resident is known only by one case, proven with a receipt code and a second factor. */
export type Actor =
  | StaffActor
  | { kind: 'resident'; caseId: string }
  | { kind: 'anonymous' }
  | { kind: 'system'; name: string }

export const anonymous: Actor = { kind: 'anonymous' }

export const isStaff = (actor: Actor): actor is StaffActor => actor.kind === 'staff'

/** Where only staff get to, since a permission or a sign-in was asked for before; anybody else here is a fault of ours. */
export function staffOf({ actor }: { readonly actor: Actor }): StaffActor {
  if (!isStaff(actor)) throw new Error('only staff get here')
  return actor
}

/** How the actor stands in the audit: roles are joined, those of a deputy are marked. */
export function roleForAudit(actor: Actor): string {
  if (!isStaff(actor)) return actor.kind
  const own = actor.roles.filter((role) => !actor.deputyRoles.includes(role))
  return [...own, ...actor.deputyRoles.map((role) => `${role} (deputy)`)].join(', ')
}
