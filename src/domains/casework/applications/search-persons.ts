import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { findSamePersons, type KnownPerson, type PersonCandidate } from '../person-matching.ts'
import type { Person } from './person.ts'
import { listPersonsAlike } from './person-queries.ts'

export interface SoughtPerson {
  givenName: string
  familyName: string
  birthYear: number | undefined
  phone: string | undefined
  peselHash: Buffer | undefined
}

export type Candidate = PersonCandidate<KnownPerson & { record: Person }>

const mostShown = 10

/** Who may already be known, with the reasons; a person decides, nobody is ever merged. The search itself is audited. */
export async function searchPersons(tx: Tx, sought: SoughtPerson): Promise<Candidate[]> {
  const alike = await listPersonsAlike(tx, sought)
  const candidates = findSamePersons(toKnown(sought), alike.map(recordToKnown)).slice(0, mostShown)
  for (const { person } of candidates) recordAudit(tx, { event: 'person-candidate.read', personId: person.record.id })
  return candidates
}

const toKnown = (sought: SoughtPerson): KnownPerson => ({
  givenName: sought.givenName,
  familyName: sought.familyName,
  birthYear: sought.birthYear,
  birthOn: undefined,
  phone: sought.phone,
  peselHash: sought.peselHash?.toString('hex'),
})

const recordToKnown = (record: Person): KnownPerson & { record: Person } => ({
  givenName: record.givenName,
  familyName: record.familyName,
  birthYear: record.birthYear ?? undefined,
  birthOn: record.birthOn ?? undefined,
  phone: record.phone ?? undefined,
  peselHash: record.peselHash?.toString('hex'),
  record,
})
