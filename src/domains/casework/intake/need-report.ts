import type { Pesel } from '#platform/pesel.ts'

/** Who reports: the person, somebody who cares for them, somebody who acts for them by law, or anyone else. */
export const reporters = ['self', 'carer', 'someone-else', 'representative'] as const
export type Reporter = (typeof reporters)[number]

/** How the report came in. All but `web` were typed by a member of staff. */
export const reportChannels = ['web', 'phone', 'desk', 'letter', 'email', 'field'] as const
export type ReportChannel = (typeof reportChannels)[number]
export const staffChannels = ['phone', 'desk', 'letter', 'email', 'field'] as const

/** The safe way to reach the person. */
export const contactWays = ['phone', 'sms', 'email', 'letter', 'visit', 'through-other'] as const
export type ContactWay = (typeof contactWays)[number]

/** Plain life situations, not groups of a programme; the doors of the home page and three more. */
export const situations = [
  'caring',
  'old-age',
  'child-family',
  'disability',
  'work-money',
  'violence-crisis',
  'from-ukraine',
  'other',
] as const
export type Situation = (typeof situations)[number]

export const accessNeeds = [
  'sign-language',
  'no-stairs',
  'large-print',
  'easy-read',
  'home-visit',
  'calm-place',
  'companion',
] as const
export type AccessNeed = (typeof accessNeeds)[number]

export const spokenLanguages = ['pl', 'uk', 'en', 'other'] as const
export type SpokenLanguage = (typeof spokenLanguages)[number]

/** What was told, checked; nothing but the words, the reporter and a safe way back is compulsory. */
export interface ReportedNeed {
  reporter: Reporter
  reporterName?: string | undefined
  reporterPhone?: string | undefined
  reporterRelation?: string | undefined
  words: string
  situation?: Situation | undefined
  givenName?: string | undefined
  familyName?: string | undefined
  birthYear?: number | undefined
  contactWay: ContactWay
  phone?: string | undefined
  email?: string | undefined
  contactNote?: string | undefined
  districtId?: string | undefined
  address?: string | undefined
  pesel?: Pesel | undefined
  accessNeeds: AccessNeed[]
  language: SpokenLanguage
}

/** Pages about these carry the button that leaves at once. */
export const isSensitive = (situation: string | null | undefined): boolean => situation === 'violence-crisis'

/** The wording of the information clause (GDPR art. 13) in the text files; a new wording gets a new name. */
export const clauseVersion = '2026-12-1'
