import { namesAgree, type NameReason } from './name-agreement.ts'

/** As much of a person as is known; only the names are always there. */
export interface KnownPerson {
  readonly givenName: string
  readonly familyName: string
  readonly birthYear: number | undefined
  readonly birthOn: Temporal.PlainDate | undefined
  readonly phone: string | undefined
  /** Keyed hash of the PESEL, in hex: equal numbers are seen without anyone reading them. */
  readonly peselHash: string | undefined
}

export type MatchReason =
  | 'same-pesel'
  | 'same-phone'
  | NameReason
  | 'same-birth-date'
  | 'birth-day-and-month-swapped'
  | 'same-birth-year'
export type MatchDoubt = 'different-pesel' | 'different-birth-date' | 'different-birth-year'

export interface PersonCandidate<P extends KnownPerson> {
  readonly person: P
  readonly strength: 'likely' | 'possible'
  readonly reasons: readonly MatchReason[]
  readonly doubts: readonly MatchDoubt[]
}

/** People who may be the one being written down, the likeliest first. A person decides; nothing is ever merged here. */
export function findSamePersons<P extends KnownPerson>(sought: KnownPerson, known: readonly P[]): PersonCandidate<P>[] {
  return known.flatMap((person) => comparePersons(sought, person) ?? []).sort((a, b) => rank(b) - rank(a))
}

/** Undefined when nothing speaks for the two being one. */
export function comparePersons<P extends KnownPerson>(sought: KnownPerson, person: P): PersonCandidate<P> | undefined {
  const reasons = [
    samePesel(sought, person),
    samePhone(sought.phone, person.phone),
    ...namesAgree(sought, person),
    birthAgrees(sought, person),
  ].filter((reason) => reason !== undefined)
  const doubts = doubtsBetween(sought, person)
  const strength = strengthOf(new Set(reasons), doubts)
  return strength && { person, strength, reasons, doubts }
}

function strengthOf(
  reasons: ReadonlySet<MatchReason>,
  doubts: readonly MatchDoubt[],
): 'likely' | 'possible' | undefined {
  const has = (...any: MatchReason[]) => any.some((reason) => reasons.has(reason))
  const surname = has('same-surname', 'similar-surname', 'part-of-surname', 'names-swapped')
  const given = has(
    'same-given-name',
    'everyday-given-name',
    'similar-given-name',
    'second-given-name',
    'names-swapped',
  )
  const birthDate = has('same-birth-date', 'birth-day-and-month-swapped')
  const birth = birthDate || has('same-birth-year')
  if (has('same-pesel')) return 'likely'
  if (surname && given && (birth || has('same-phone')) && doubts.length === 0) return 'likely'
  if (has('same-phone') || (birthDate && (surname || given))) return 'possible'
  if (surname && (given || birth) && !doubts.includes('different-birth-year')) return 'possible'
  return undefined
}

const rank = (candidate: PersonCandidate<KnownPerson>): number =>
  (candidate.strength === 'likely' ? 100 : 0) + candidate.reasons.length - 2 * candidate.doubts.length

const samePesel = (one: KnownPerson, other: KnownPerson) =>
  one.peselHash !== undefined && one.peselHash === other.peselHash ? ('same-pesel' as const) : undefined

/** The last nine digits: with or without +48, spaces and dashes. */
function samePhone(one: string | undefined, other: string | undefined): 'same-phone' | undefined {
  const digits = (phone: string | undefined) => phone?.replaceAll(/\D/g, '').slice(-9)
  const number = digits(one)
  return number !== undefined && number.length >= 7 && number === digits(other) ? 'same-phone' : undefined
}

function birthAgrees(one: KnownPerson, other: KnownPerson): MatchReason | undefined {
  if (one.birthOn && other.birthOn) {
    if (one.birthOn.equals(other.birthOn)) return 'same-birth-date'
    const swapped = one.birthOn.day === other.birthOn.month && one.birthOn.month === other.birthOn.day
    if (swapped && one.birthOn.year === other.birthOn.year) return 'birth-day-and-month-swapped'
  }
  const [year, otherYear] = [yearOf(one), yearOf(other)]
  return year !== undefined && year === otherYear ? 'same-birth-year' : undefined
}

function doubtsBetween(one: KnownPerson, other: KnownPerson): MatchDoubt[] {
  const doubts: MatchDoubt[] = []
  if (one.peselHash && other.peselHash && one.peselHash !== other.peselHash) doubts.push('different-pesel')
  const [year, otherYear] = [yearOf(one), yearOf(other)]
  // A year is often guessed at the desk, so one year apart is no doubt.
  if (year !== undefined && otherYear !== undefined && Math.abs(year - otherYear) > 1)
    doubts.push('different-birth-year')
  else if (
    one.birthOn &&
    other.birthOn &&
    !['same-birth-date', 'birth-day-and-month-swapped'].includes(birthAgrees(one, other) ?? '')
  )
    doubts.push('different-birth-date')
  return doubts
}

const yearOf = (person: KnownPerson) => person.birthOn?.year ?? person.birthYear
