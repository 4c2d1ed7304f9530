import { staffOf } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { unsealPesel } from './person-details.ts'
import type { PersonDetails } from './person.ts'
import { rectifiable, type Correction, type RectificationReason, type RectifiedField } from './correction.ts'
import { insertRectifications } from './rectification-queries.ts'

// Object.keys loses the literal types; the table above is closed.
const fields = Object.keys(rectifiable) as RectifiedField[]

export const correctionsOf = (before: Record<RectifiedField, string>, after: Record<RectifiedField, string>) =>
  fields
    .filter((field) => before[field] !== after[field])
    .map((field): Correction => ({ field, before: before[field], after: after[field] }))

export const detailTexts = ({ sealer }: Tx, person: PersonDetails): Record<RectifiedField, string> => ({
  given_name: person.givenName,
  family_name: person.familyName,
  birth_year: person.birthYear === null ? '' : String(person.birthYear),
  pesel: unsealPesel(sealer, person.peselSealed) ?? '',
  phone: person.phone ?? '',
  email: person.email ?? '',
  address: person.address ?? '',
  district_id: person.districtId ?? '',
  language: person.language,
  accessibility_needs: person.accessNeeds.join(', '),
  contact_way: person.contactWay ?? '',
  contact_note: person.contactNote ?? '',
})

interface Rectified {
  personId: string
  version: number
  before: PersonDetails
  after: PersonDetails
  reason: RectificationReason
}

/** Writes down what was corrected, by whom and why; called in the transaction that saved the details. */
export async function keepCorrections(
  tx: Tx,
  { personId, version, before, after, reason }: Rectified,
): Promise<number> {
  const { accountId, name } = staffOf(tx)
  const corrections = correctionsOf(detailTexts(tx, before), detailTexts(tx, after))
  await insertRectifications(tx, { personId, version, reason, by: { accountId, name } }, corrections)
  return corrections.length
}
