import type { Sealer } from '#platform/sealing.ts'
import type { Pesel } from '#platform/pesel.ts'
import { maskPesel } from '#platform/pesel.ts'
import type { ReportedNeed } from '../intake/need-report.ts'
import { peselPurpose } from '../pesel-hashes.ts'
import type { Report } from '../reports/report.ts'
import type { PersonDetails } from './person.ts'
import type { RegistrationForm } from './registration-form.ts'

/** A new person, from what was typed at registration and what the report told about the same person. */
export function detailsOfNew(form: RegistrationForm, report: Report | undefined): PersonDetails {
  return {
    givenName: form.givenName,
    familyName: form.familyName,
    birthYear: form.birthYear ?? null,
    phone: form.phone ?? null,
    peselSealed: report?.peselSealed ?? null,
    peselHash: report?.peselHash ?? null,
    email: report?.email ?? null,
    address: report?.address ?? null,
    districtId: report?.districtId ?? null,
    language: report?.language ?? 'pl',
    accessNeeds: report?.accessNeeds ?? [],
    contactWay: report?.contactWay ?? null,
    contactNote: report?.contactNote ?? null,
  }
}

/** As a report says it, but that a record written down at the desk may lack a way of contact. */
export type DetailsSaid = Omit<ReportedNeed, 'contactWay'> & Partial<Pick<ReportedNeed, 'contactWay'>>

/** A person as the form of their details says. */
export function detailsOfAnswers(sealer: Sealer, said: DetailsSaid): PersonDetails {
  return {
    givenName: said.givenName ?? '',
    familyName: said.familyName ?? '',
    birthYear: said.birthYear ?? null,
    phone: said.phone ?? null,
    peselSealed: said.pesel ? sealer.seal(peselPurpose, said.pesel) : null,
    peselHash: said.pesel ? sealer.hash(peselPurpose, said.pesel) : null,
    email: said.email ?? null,
    address: said.address ?? null,
    districtId: said.districtId ?? null,
    language: said.language,
    accessNeeds: said.accessNeeds,
    contactWay: said.contactWay ?? null,
    contactNote: said.contactNote ?? null,
  }
}

export const unsealPesel = (sealer: Sealer, sealed: Buffer | null): Pesel | undefined =>
  sealed ? (sealer.unseal(peselPurpose, sealed) as Pesel) : undefined

/** The only form in which a PESEL reaches a page. */
export function maskSealed(sealer: Sealer, sealed: Buffer | null): string | undefined {
  const pesel = unsealPesel(sealer, sealed)
  return pesel && maskPesel(pesel)
}
