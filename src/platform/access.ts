import { isStaff, roles, type Actor, type Role } from './actor.ts'

/**
 * The one table of who may do what. A row is an action, its roles are those that may; who isn't named may not.
 * It decides on kinds of action; which records a person reaches is decided by the scope of each domain's queries.
 * Shown on /praca/uprawnienia and tested there cell by cell.
 */
export const permissions = {
  'report.take': ['front-desk', 'plan-coordinator', 'service-organiser', 'community-organiser', 'director'],
  'report.read': ['front-desk', 'plan-coordinator', 'service-organiser', 'director'],
  'report.answer': ['front-desk', 'plan-coordinator', 'service-organiser', 'director'],
  'application.register': ['front-desk', 'plan-coordinator', 'service-organiser', 'director'],
  'application.read': ['front-desk', 'plan-coordinator', 'service-organiser', 'director'],
  'application.assign': ['front-desk', 'service-organiser', 'director'],
  'application.handle': ['plan-coordinator'],
  'application.refuse': ['director'],
  'attachment.write': ['front-desk', 'plan-coordinator', 'service-organiser', 'director'],
  'case.read': ['plan-coordinator', 'service-organiser', 'director'],
  'reconnaissance.write': ['plan-coordinator'],
  'plan.read': ['plan-coordinator', 'service-organiser', 'director'],
  'plan.write': ['plan-coordinator'],
  'plan.approve': ['director', 'service-organiser'],
  'plan.close': ['plan-coordinator'],
  'gap.register': ['plan-coordinator'],
  'gap.read': ['service-organiser', 'director', 'plan-coordinator', 'community-organiser'],
  'gap.manage': ['service-organiser', 'director'],
  'audit.read': ['data-protection-officer'],
  'personal-data.read': ['data-protection-officer', 'director'],
  'personal-data.copy': ['data-protection-officer'],
  'personal-data.erase': ['data-protection-officer'],
  // The break-glass of those whose role reads cases and whose reach doesn't take in all of them.
  'emergency.open': ['plan-coordinator'],
  'emergency.review': ['data-protection-officer'],
  'restriction.manage': ['director', 'data-protection-officer'],
  'relative.declare': ['front-desk', 'plan-coordinator', 'service-organiser', 'community-organiser', 'director'],
  'access.read': ['administrator', 'data-protection-officer', 'director'],
  'account.manage': ['administrator'],
  'deputy.appoint': ['director', 'administrator'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof permissions

// Object.keys loses the literal type; the table above is closed, so this is the whole truth.
export const actions = Object.keys(permissions) as Action[]

export function roleMay(role: Role, action: Action): boolean {
  const allowed: readonly Role[] = permissions[action]
  return allowed.includes(role)
}

export function may(actor: Actor, action: Action): boolean {
  return isStaff(actor) && actor.roles.some((role) => roleMay(role, action))
}

/** Every cell of the table, for the page that shows it and the test that tries it. */
export function cells(): { role: Role; action: Action; allowed: boolean }[] {
  return actions.flatMap((action) => roles.map((role) => ({ role, action, allowed: roleMay(role, action) })))
}
