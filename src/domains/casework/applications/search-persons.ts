import { isStaff } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { peselHashes } from '../pesel-hashes.ts'
import { findSamePersons, type KnownPerson, type PersonCandidate } from '../person-matching.ts'
import type { Person } from './person.ts'
import { listPersonsAlike } from './person-queries.ts'

export interface SoughtPerson {
  givenName: string
  familyName: string
  birthYear: number | undefined
  phone: string | undefined
  peselSealed: Buffer | undefined
}

export type Candidate = PersonCandidate<KnownPerson & { record: Person }>

const mostShown = 10

/** Who may already be known, with the reasons; a person decides, nobody is ever merged. The search itself is audited. */
export async function searchPersons(tx: Tx, sought: SoughtPerson): Promise<Candidate[]> {
  if (!isStaff(tx.actor)) return []
  const alike = await listPersonsAlike(tx, withHashes(tx, sought), tx.actor, 'shown')
  const candidates = samePersons(tx, sought, alike).slice(0, mostShown)
  for (const { person } of candidates) recordAudit(tx, { event: 'person-candidate.read', personId: person.record.id })
  return candidates
}

/** The likely same person whom this account isn't shown, so that they aren't written down twice. */
export async function findKeptPerson(tx: Tx, sought: SoughtPerson): Promise<string | undefined> {
  if (!isStaff(tx.actor)) return undefined
  const kept = await listPersonsAlike(tx, withHashes(tx, sought), tx.actor, 'kept')
  return samePersons(tx, sought, kept).find(({ strength }) => strength === 'likely')?.person.record.id
}

const withHashes = (tx: Tx, sought: SoughtPerson) => ({ ...sought, peselHashes: peselHashes(tx, sought.peselSealed) })

const samePersons = (tx: Tx, sought: SoughtPerson, records: readonly Person[]): Candidate[] =>
  findSamePersons(
    toKnown(tx, sought),
    records.map((record) => recordToKnown(tx, record)),
  )

const toKnown = (tx: Tx, sought: SoughtPerson): KnownPerson => ({
  givenName: sought.givenName,
  familyName: sought.familyName,
  birthYear: sought.birthYear,
  birthOn: undefined,
  phone: sought.phone,
  peselHash: peselHashes(tx, sought.peselSealed)[0]?.toString('hex'),
})

const recordToKnown = (tx: Tx, record: Person): KnownPerson & { record: Person } => ({
  givenName: record.givenName,
  familyName: record.familyName,
  birthYear: record.birthYear ?? undefined,
  birthOn: record.birthOn ?? undefined,
  phone: record.phone ?? undefined,
  peselHash: peselHashes(tx, record.peselSealed)[0]?.toString('hex'),
  record,
})
