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
  const alike = await listPersonsAlike(tx, { ...sought, peselHashes: peselHashes(tx, sought.peselSealed) })
  const candidates = findSamePersons(
    toKnown(tx, sought),
    alike.map((record) => recordToKnown(tx, record)),
  ).slice(0, mostShown)
  for (const { person } of candidates) recordAudit(tx, { event: 'person-candidate.read', personId: person.record.id })
  return candidates
}

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
