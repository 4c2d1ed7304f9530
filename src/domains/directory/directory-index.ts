import type { Tx } from '#platform/db.ts'
import type { Offer } from './offer.ts'
import { listOffers } from './offer-queries.ts'
import type { ServiceSearch } from './search/searched.ts'
import type { Texts } from './text-in-languages.ts'
import { buildServiceSearch } from './search/service-search.ts'
import type { District, Named, ServiceType } from './service-type.ts'
import {
  listAliases,
  listDistricts,
  listServiceTypes,
  listStatutoryAreas,
  listTargetGroups,
} from './taxonomy-queries.ts'

/** What every search of a centre needs, kept in memory until its data change. */
export interface DirectoryIndex {
  types: ServiceType[]
  groups: Named[]
  areas: Named[]
  districts: District[]
  /** All active offers, room first: some hundreds, so that no page of the directory asks the database for them. */
  offers: Offer[]
  /** The same by the id of their type. */
  offersOfType: ReadonlyMap<string, readonly Offer[]>
  typeOfCode: ReadonlyMap<string, ServiceType>
  search: ServiceSearch
}

/** How many centres' indexes a process keeps; the one not asked for longest goes first. */
const KEPT = 50
const indexes = new Map<string, Promise<DirectoryIndex>>()

/** The centre's index, read and built on first use. */
export function directoryIndex(tx: Tx): Promise<DirectoryIndex> {
  const known = indexes.get(tx.tenantId)
  if (!known && tx.mayLack?.()) return loadIndex(tx)
  const index = known ?? loadIndex(tx)
  indexes.delete(tx.tenantId)
  indexes.set(tx.tenantId, index)
  for (const oldest of [...indexes.keys()].slice(0, Math.max(0, indexes.size - KEPT))) indexes.delete(oldest)
  if (!known) index.catch(() => indexes.get(tx.tenantId) === index && indexes.delete(tx.tenantId))
  return index
}

/** Called when the database tells that a centre's data changed; without a centre, when changes may have been missed. */
export function forgetDirectory(tenantId?: string): void {
  if (tenantId === undefined) indexes.clear()
  else indexes.delete(tenantId)
}

async function loadIndex(tx: Tx): Promise<DirectoryIndex> {
  const types = await listServiceTypes(tx)
  const groups = await listTargetGroups(tx)
  const areas = await listStatutoryAreas(tx)
  const districts = await listDistricts(tx)
  const offers = await listOffers(tx)
  const search = buildServiceSearch(
    types.map(({ code, name, description, labels }) => ({
      id: code,
      names: textsOf(name),
      descriptions: textsOf(description),
      labels,
    })),
    byPhrase(await listAliases(tx)),
  )
  const offersOfType = Map.groupBy(offers, (offer) => offer.service_type_id)
  const typeOfCode = new Map(types.map((type) => [type.code, type]))
  return { types, groups, areas, districts, offers, offersOfType, typeOfCode, search }
}

const textsOf = ({ pl, uk, en }: Texts): string[] => [pl, uk, en].filter((text) => text !== undefined)

function byPhrase(aliases: { code: string; phrase: string }[]): { services: string[]; phrases: string[] }[] {
  const services = Map.groupBy(aliases, ({ phrase }) => phrase)
  return [...services].map(([phrase, of]) => ({ services: of.map(({ code }) => code), phrases: [phrase] }))
}
