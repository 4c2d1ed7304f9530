import { familyKey, givenKey, nameParts } from '../names.ts'

/** How long a case stays open to who broke the glass. The database allows no more than twelve hours. */
export const emergencyHours = 2

/** A reason shorter than this tells the data protection officer nothing. */
export const shortestReason = 15

export const emergencyPurposes = [
  'life-or-health',
  'violence',
  'child',
  'coordinator-absent',
  'urgent-service',
] as const
export type EmergencyPurpose = (typeof emergencyPurposes)[number]

export const judgements = ['justified', 'not-justified'] as const
export type Judgement = (typeof judgements)[number]

export interface EmergencyAccess {
  id: string
  accountId: string
  worker: string
  personId: string
  /** The number of the case by which it was opened. */
  number: string
  purpose: EmergencyPurpose
  reason: string
  openedAt: Temporal.Instant
  expiresAt: Temporal.Instant
  judgement: Judgement | null
  judgementNote: string | null
  judgedBy: string | null
  judgedAt: Temporal.Instant | null
}

/** One thing that was read while the case was open. */
export interface LookUnder {
  occurredAt: Temporal.Instant
  event: string
  section: string | null
}

export type BreakGlassRefusal = 'not-permitted' | 'not-to-be-opened' | 'within-reach' | 'open-already'

export interface CaseToOpen {
  /** False for an id or number of nobody here: a case of another centre is one. */
  isKnown: boolean
  /** True for a restricted person, and for somebody whom this worker declared to be close. */
  isKept: boolean
  /** True when the person's name sounds like the worker's own. */
  isOwnName: boolean
  isWithinReach: boolean
  isOpenAlready: boolean
}

/**
 * Why a case can't be opened in an emergency. What isn't there, what is restricted and what may be the worker's own
 * get one answer, so that it tells nothing of who is known here.
 */
export function whyNotBreakGlass(found: CaseToOpen, may: boolean): BreakGlassRefusal | undefined {
  if (!may) return 'not-permitted'
  if (!found.isKnown || found.isKept || found.isOwnName) return 'not-to-be-opened'
  if (found.isWithinReach) return 'within-reach'
  return found.isOpenAlready ? 'open-already' : undefined
}

export type JudgeRefusal = 'not-permitted' | 'own-access' | 'judged-already' | 'note-missing'

/** Once judged it stays judged; nobody judges their own access. */
export function whyNotJudge(
  access: Pick<EmergencyAccess, 'accountId' | 'judgement'>,
  by: { accountId: string; may: boolean },
  said?: { judgement: Judgement; note: string },
): JudgeRefusal | undefined {
  if (!by.may) return 'not-permitted'
  if (access.accountId === by.accountId) return 'own-access'
  if (access.judgement !== null) return 'judged-already'
  return said?.judgement === 'not-justified' && said.note.trim() === '' ? 'note-missing' : undefined
}

/** When it ended or will end: what the officer finds not justified ends at once. */
export const endOf = ({ judgement, judgedAt, expiresAt }: Ending): Temporal.Instant =>
  judgement === 'not-justified' && judgedAt && Temporal.Instant.compare(judgedAt, expiresAt) < 0 ? judgedAt : expiresAt

type Ending = Pick<EmergencyAccess, 'expiresAt' | 'judgement' | 'judgedAt'>

export const isOpenAt = (access: Ending, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, endOf(access)) < 0

/** The sound keys of a worker's surname: all but the first part of the name. */
export const surnameKeys = (name: string): string[] =>
  familyKey(nameParts(name).slice(1).join(' '))
    .split(' ')
    .filter((key) => key !== '')

/** True when a person of these keys may be the worker: some part of both names sounds alike. */
export function soundsLikeOwn(worker: string, person: { givenKey: string; familyKey: string }): boolean {
  const given = givenKey(nameParts(worker)[0] ?? '').split(' ')
  const sounds = (keys: readonly string[], key: string) => key.split(' ').some((one) => one && keys.includes(one))
  return sounds(given, person.givenKey) && sounds(surnameKeys(worker), person.familyKey)
}
