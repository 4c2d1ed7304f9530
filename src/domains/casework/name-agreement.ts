import { fullGivenName } from './given-names.ts'
import { foldName, nameParts, soundKeys } from './names.ts'

/** How the names of two records agree. */
export type NameReason =
  | 'same-surname'
  | 'similar-surname'
  | 'part-of-surname'
  | 'same-given-name'
  | 'everyday-given-name'
  | 'similar-given-name'
  | 'second-given-name'
  | 'names-swapped'

interface Named {
  readonly givenName: string
  readonly familyName: string
}

/** What surnames and given names have in common; names typed into each other's field count too. */
export function namesAgree(one: Named, other: Named): (NameReason | undefined)[] {
  const [given, family] = [givenNames(one.givenName), nameParts(one.familyName)]
  const [otherGiven, otherFamily] = [givenNames(other.givenName), nameParts(other.familyName)]
  const surname = surnamesAgree(family, otherFamily)
  if (surname) return [surname, givenNamesAgree(given, otherGiven)]
  const swapped = shareSound(given.typed, otherFamily) && shareSound(family, otherGiven.typed)
  return swapped ? ['names-swapped'] : [givenNamesAgree(given, otherGiven)]
}

const givenNames = (name: string) => {
  const typed = nameParts(name)
  return { typed, folded: typed.map(foldName), full: typed.map((part) => fullGivenName(foldName(part))) }
}

function surnamesAgree(one: string[], other: string[]): NameReason | undefined {
  const [folded, otherFolded] = [one.map(foldName), other.map(foldName)]
  if (folded.length > 0 && sameSet(folded, otherFolded)) return 'same-surname'
  const alike = one.some((part) => other.some((otherPart) => soundsAlike(part, otherPart)))
  if (!alike) return undefined
  return one.length === other.length ? 'similar-surname' : 'part-of-surname'
}

type GivenNames = ReturnType<typeof givenNames>
function givenNamesAgree(one: GivenNames, other: GivenNames): NameReason | undefined {
  const [first, otherFirst] = [one.full[0], other.full[0]]
  if (first === undefined || otherFirst === undefined) return undefined
  if (one.folded[0] === other.folded[0]) return 'same-given-name'
  if (first === otherFirst) return 'everyday-given-name'
  if (one.full.some((name) => other.full.includes(name))) return 'second-given-name'
  return soundsAlike(first, otherFirst) ? 'similar-given-name' : undefined
}

const sameSet = (one: string[], other: string[]) =>
  one.length === other.length && one.every((part) => other.includes(part))

const shareSound = (one: string[], other: string[]) =>
  one.some((part) => other.some((otherPart) => soundKeys(part).some((key) => soundKeys(otherPart).includes(key))))

function soundsAlike(one: string, other: string): boolean {
  const keys = soundKeys(other)
  return soundKeys(one).some((key) => keys.includes(key) || keys.some((otherKey) => isOneSlipAway(key, otherKey)))
}

/** One letter added, lost, wrong or swapped with its neighbour, in words long enough for that to be a slip. */
function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (short.length < 5 || long.length - short.length > 1) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at += 1
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const wrong = short.slice(at + 1) === long.slice(at + 1)
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  return wrong || swapped
}
