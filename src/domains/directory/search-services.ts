import type { Tx } from '#platform/db.ts'
import { directoryIndex, type DirectoryIndex } from './directory-index.ts'
import { allHours, fitsFilter, type Offer } from './offer.ts'
import { isOpen } from './opening-hours.ts'
import type { ServiceType } from './service-type.ts'

/** What is looked for: words, and what it must be. Codes and numbers that nobody knows match nothing. */
export interface ServiceQuery {
  /** In the resident's own words, in any of the three languages. */
  words?: string | undefined
  /** Code of a target group. */
  group?: string | undefined
  /** Code of one of the 14 statutory areas. */
  area?: string | undefined
  /** Slug of a service type. */
  type?: string | undefined
  /** Number of a district: offers given to those who live there. */
  district?: number | undefined
  free?: boolean | undefined
  openNow?: boolean | undefined
  /** A place without steps at the door. */
  stepFree?: boolean | undefined
}

/** A type that answers the query, with its offers; without any it is a gap. */
export interface FoundType {
  type: ServiceType
  offers: Offer[]
}

export interface ServiceResults {
  found: FoundType[]
  /** Types close to what was asked, when nothing was found: never a dead end. */
  nearest: ServiceType[]
}

const MOST_TYPES = 10
/** Types far below the best one are noise. */
const WEAKEST_SHARE = 0.4
const NEAREST = 5

/** Services by words and filters, grouped by type, best type first (by name when there are no words). */
export async function searchServices(tx: Tx, query: ServiceQuery): Promise<ServiceResults> {
  const index = await directoryIndex(tx)
  const asked = askedTypes(index, query.words)
  const types = asked.hits.filter((type) => fits(type, query))
  const found = withOffers(index, types, query, tx.now)
  return {
    found,
    nearest:
      found.length > 0 ? [] : (asked.hits.length > 0 && query.words ? asked.hits : asked.nearest).slice(0, NEAREST),
  }
}

function askedTypes(index: DirectoryIndex, words: string | undefined): { hits: ServiceType[]; nearest: ServiceType[] } {
  if (!words?.trim()) return { hits: index.types, nearest: [] }
  const named = (codes: string[]) => codes.flatMap((code) => index.typeOfCode.get(code) ?? [])
  const { hits, nearest } = index.search(words, MOST_TYPES)
  const best = hits[0]?.score ?? 0
  return {
    hits: named(hits.filter(({ score }) => score >= best * WEAKEST_SHARE).map(({ id }) => id)),
    nearest: named(nearest),
  }
}

const fits = (type: ServiceType, { group, area, type: slug }: ServiceQuery): boolean =>
  (group === undefined || type.groups.includes(group)) &&
  (area === undefined || type.areas.includes(area)) &&
  (slug === undefined || type.slug === slug)

function withOffers(
  index: DirectoryIndex,
  types: ServiceType[],
  { district: number, free, stepFree, openNow }: ServiceQuery,
  now: Temporal.Instant,
): FoundType[] {
  const district = districtName(index, number)
  if (number !== undefined && district === undefined) return []
  const wanted = { district, free, stepFree }
  const fitting = (offer: Offer) => fitsFilter(offer, wanted) && (!openNow || isOpen(allHours(offer), now))
  const narrowed = number !== undefined || free === true || stepFree === true || openNow === true
  return byType(index, types, fitting).filter((one) => one.offers.length > 0 || !narrowed)
}

const districtName = ({ districts }: DirectoryIndex, number: number | undefined): string | undefined =>
  districts.find((district) => district.number === number)?.name

const byType = (index: DirectoryIndex, types: ServiceType[], fitting: (offer: Offer) => boolean): FoundType[] =>
  types.map((type) => ({ type, offers: (index.offersOfType.get(type.id) ?? []).filter(fitting) }))

/** These types in this order, each with the offers for a district (for anyone when none is said); gaps included. */
export async function servicesOfTypes(tx: Tx, codes: readonly string[], district?: number): Promise<FoundType[]> {
  const index = await directoryIndex(tx)
  const types = codes.flatMap((code) => index.typeOfCode.get(code) ?? [])
  const wanted = { district: districtName(index, district) }
  return byType(index, types, (offer) => fitsFilter(offer, wanted))
}
