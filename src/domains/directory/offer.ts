import type { Hours } from './opening-hours.ts'

/** A place where an offer is given, with its hours there. */
export interface OfferPlace {
  slug: string
  name: string
  address_1: string
  postal_code: string
  city: string
  district: string | null
  transportation: string | null
  accessibility: string[]
  schedules: Hours[]
}

/** A service of one organisation, with the field names of HSDS 3.1. */
export interface Offer {
  id: string
  slug: string
  service_type_id: string
  name: string
  description: string
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed'
  url: string | null
  email: string | null
  eligibility_description: string | null
  minimum_age: number | null
  maximum_age: number | null
  fees_description: string | null
  free: boolean
  application_process: string | null
  referral_required: boolean
  capacity_available: 'available' | 'limited' | 'none' | 'unknown'
  capacity_updated: Temporal.PlainDate | null
  capacity_description: string | null
  whole_area: boolean
  languages: string[]
  assured_date: Temporal.PlainDate | null
  sample: boolean
  organisation: { id: string; slug: string; name: string; kind: OrganisationKind }
  places: OfferPlace[]
  /** Hours of the service wherever it is. */
  schedules: Hours[]
  phones: { number: string; description: string | null }[]
  /** The districts it serves; empty where it serves all. */
  districts: string[]
}

export type OrganisationKind = 'municipal-unit' | 'ngo' | 'local-firm' | 'social-economy'

export interface Organisation {
  id: string
  slug: string
  name: string
  kind: OrganisationKind
  description: string
  legal_status: string | null
  email: string | null
  website: string | null
  sample: boolean
  phones: { number: string; description: string | null }[]
}

/** All hours at which somebody can be reached, at any place. */
export const allHours = (offer: Pick<Offer, 'places' | 'schedules'>): Hours[] => [
  ...offer.schedules,
  ...offer.places.flatMap(({ schedules }) => schedules),
]

/** What an offer must be; what isn't said doesn't matter. */
export interface OfferFilter {
  typeIds?: readonly string[] | undefined
  organisationId?: string | undefined
  /** Name of a district: served there, or everywhere. */
  district?: string | undefined
  free?: boolean | undefined
  /** Has a place without steps at the door. */
  stepFree?: boolean | undefined
}

export const fitsFilter = (offer: Offer, filter: OfferFilter): boolean =>
  (filter.typeIds === undefined || filter.typeIds.includes(offer.service_type_id)) &&
  (filter.organisationId === undefined || filter.organisationId === offer.organisation.id) &&
  (filter.district === undefined || offer.whole_area || offer.districts.includes(filter.district)) &&
  (filter.free !== true || offer.free) &&
  (filter.stepFree !== true || offer.places.some(({ accessibility }) => accessibility.includes('step-free')))

const ROOM = { available: 0, limited: 1, unknown: 2, none: 3 } as const

/** Room first, then what was checked last. */
export function byRoomAndFreshness(a: Offer, b: Offer): number {
  const room = ROOM[a.capacity_available] - ROOM[b.capacity_available]
  if (room !== 0) return room
  return String(b.assured_date ?? '').localeCompare(String(a.assured_date ?? '')) || a.name.localeCompare(b.name, 'pl')
}
