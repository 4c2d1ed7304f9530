/** Why only those named see a person. Codes, so that nobody writes more about it than is needed. */
export const restrictionReasons = ['violence', 'staff-member', 'staff-relative', 'public-person'] as const
export type RestrictionReason = (typeof restrictionReasons)[number]

export interface Restriction {
  personId: string
  reason: RestrictionReason
  note: string
  viewerIds: readonly string[]
  lifted: boolean
  changedBy: string
  changedAt: Temporal.Instant
  version: number
}

export interface NewRestriction {
  reason: RestrictionReason
  note: string
  viewerIds: readonly string[]
}

export type RestrictionRefusal = 'nobody-named' | 'not-of-casework' | 'declared-close' | 'changed-meanwhile' | 'not-set'

/**
 * Somebody must be left who sees the person and may act for them; whoever declared to be close to this person can't be
 * named, since their own account would stay closed anyway.
 */
export function whyNotRestrict(
  wanted: Pick<NewRestriction, 'viewerIds'>,
  { caseworkers, close }: { caseworkers: ReadonlySet<string>; close: ReadonlySet<string> },
): RestrictionRefusal | undefined {
  if (wanted.viewerIds.length === 0) return 'nobody-named'
  if (wanted.viewerIds.some((id) => !caseworkers.has(id))) return 'not-of-casework'
  if (wanted.viewerIds.some((id) => close.has(id))) return 'declared-close'
  return undefined
}

export const relations = ['self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'close'] as const
export type Relation = (typeof relations)[number]

export interface DeclaredRelative {
  id: string
  accountId: string
  relation: Relation
  givenName: string
  familyName: string
  birthYear: number
  declaredAt: Temporal.Instant
  endedAt: Temporal.Instant | null
}

/** What others learn of a declaration: whose and of what kind, without the name. */
export interface Declaration extends Pick<DeclaredRelative, 'id' | 'relation' | 'birthYear' | 'declaredAt'> {
  worker: string
}

export type EndRelativeRefusal = 'not-permitted' | 'own-declaration' | 'ended'

/** Nobody gives themself back the access that they gave up; the director or the data protection officer does. */
export function whyNotEndDeclaration(
  declared: Pick<DeclaredRelative, 'accountId' | 'endedAt'>,
  by: { accountId: string; mayManage: boolean },
): EndRelativeRefusal | undefined {
  if (!by.mayManage) return 'not-permitted'
  if (declared.accountId === by.accountId) return 'own-declaration'
  return declared.endedAt === null ? undefined : 'ended'
}
