/** Why details were corrected (GDPR art. 16): they were wrong, they are other now, or the person asked. */
export const rectificationReasons = ['mistake', 'changed', 'request'] as const
export type RectificationReason = (typeof rectificationReasons)[number]

/** The fields of a person that can be corrected, as the database calls them, with the name of the form's field. */
export const rectifiable = {
  given_name: 'givenName',
  family_name: 'familyName',
  birth_year: 'birthYear',
  pesel: 'pesel',
  phone: 'phone',
  email: 'email',
  address: 'address',
  district_id: 'district',
  language: 'language',
  accessibility_needs: 'accessNeeds',
  contact_way: 'contactWay',
  contact_note: 'contactNote',
} as const
export type RectifiedField = keyof typeof rectifiable

export interface Correction {
  field: RectifiedField
  before: string
  after: string
}

/** A correction as it was kept, with who made it, when and why. */
export interface KeptCorrection extends Correction {
  reason: RectificationReason
  by: string
  at: Temporal.Instant
}
