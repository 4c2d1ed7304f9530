import type { ContactWay } from '../intake/need-report.ts'

/** What is written down of a person; the keys for the search are made from the names. */
export interface PersonDetails {
  givenName: string
  familyName: string
  birthYear: number | null
  peselSealed: Buffer | null
  peselHash: Buffer | null
  phone: string | null
  email: string | null
  address: string | null
  districtId: string | null
  language: string
  accessNeeds: string[]
  contactWay: ContactWay | null
  contactNote: string | null
}

export interface Person extends PersonDetails {
  id: string
  birthOn: Temporal.PlainDate | null
  version: number
}
