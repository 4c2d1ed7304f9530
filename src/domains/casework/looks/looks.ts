import { dayOf } from '#platform/i18n.ts'

/** One look of a member of staff at what belongs to one person, as the audit holds it. */
export interface Look {
  occurredAt: Temporal.Instant
  event: string
  actorId: string | null
  actorName: string | null
  actorRole: string
  section: string | null
  purpose: string | null
  isEmergency: boolean
}

/** The looks of one day by the same people in the same role, as the person is told of them. */
export interface LookGroup {
  day: Temporal.PlainDate
  /** As the audit wrote it: role codes, those of a deputy marked. */
  role: string
  /** Only where names are asked for. */
  name: string | undefined
  parts: readonly LookPart[]
  aims: readonly LookAim[]
  times: number
  /** The purpose given when the glass was broken; undefined for an ordinary look. */
  emergency: string | undefined
}

export interface LookPart {
  event: string
  section: string | null
}

/** What a look was for: each event belongs to one piece of the centre's work. */
export const lookAims = ['emergency', 'report', 'known-already', 'application', 'plan', 'protection'] as const
export type LookAim = (typeof lookAims)[number]

const aimOf: Record<string, LookAim> = {
  'report.read': 'report',
  'report-candidate.read': 'report',
  'person-candidate.read': 'known-already',
  'restriction-notice.read': 'known-already',
  'emergency-attempt.read': 'emergency',
  'application.read': 'application',
  'attachment.read': 'application',
  'emergency.opened': 'emergency',
  'person.read': 'application',
  'reconnaissance.read': 'plan',
  'plan.read': 'plan',
  'plan-document.read': 'plan',
}

/**
 * What was looked at in an emergency was looked at for that and nothing else. What isn't in the table is a look of those
 * who guard the data: at the audit, at a restriction, at who looked.
 */
export const lookAim = ({ event, isEmergency }: Pick<Look, 'event' | 'isEmergency'>): LookAim =>
  isEmergency ? 'emergency' : (aimOf[event] ?? 'protection')

/** The opening of a person's record, as against a line of it in a search. */
export const recordReads = [
  'application.read',
  'attachment.read',
  'person.read',
  'reconnaissance.read',
  'plan.read',
  'plan-document.read',
] as const

/** By day and role, the newest day first; by name as well where that is asked for. */
export function groupLooks(looks: readonly Look[], { named }: { named: boolean }): LookGroup[] {
  const groups = Map.groupBy(looks, (look) => keyOf(look, named))
  return [...groups.values()]
    .map((group) => toGroup(group, named))
    .sort((a, b) => Temporal.PlainDate.compare(b.day, a.day) || orderOf(a).localeCompare(orderOf(b), 'pl'))
}

const keyOf = (look: Look, named: boolean): string =>
  JSON.stringify([
    dayOf(look.occurredAt).toString(),
    look.actorRole,
    named ? look.actorId : null,
    look.isEmergency ? look.purpose : null,
  ])

const orderOf = ({ role, name, emergency }: LookGroup): string => [role, name ?? '', emergency ?? ''].join(' ')

function toGroup(looks: readonly Look[], named: boolean): LookGroup {
  const [first] = looks as [Look]
  const parts = new Map(looks.map(({ event, section }) => [`${event} ${section ?? ''}`, { event, section }]))
  const aims = new Set(looks.map(lookAim))
  return {
    day: dayOf(first.occurredAt),
    role: first.actorRole,
    name: named ? (first.actorName ?? undefined) : undefined,
    parts: [...parts.values()],
    aims: lookAims.filter((aim) => aims.has(aim)),
    times: looks.length,
    emergency: first.isEmergency ? (first.purpose ?? '') : undefined,
  }
}
