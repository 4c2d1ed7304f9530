import {
  findService,
  listNeeds,
  listTargetGroups,
  searchServices,
  textIn,
  type Offer as DirectoryOffer,
} from '#domains/directory/public.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'

/** A service of the directory as a line of a plan takes it over. */
export interface Offer {
  readonly id: string
  readonly name: string
  readonly providerId: string
  readonly providerName: string
  readonly capacity: DirectoryOffer['capacity_available']
  readonly free: boolean
  readonly districts: readonly string[]
  readonly inForce: boolean
  readonly sample: boolean
}
export interface ListedNeed {
  readonly id: string
  readonly groupCode: string
  readonly name: string
}
export interface Group {
  readonly code: string
  readonly name: string
}

const most = 12

/** Services by the words of a coordinator or a resident, the nearest first. */
export async function searchOffers(tx: Tx, words: string): Promise<Offer[]> {
  if (words.trim() === '') return []
  const { found } = await searchServices(tx, { words: words.slice(0, 200) })
  return found
    .flatMap(({ offers }) => offers)
    .slice(0, most)
    .map(toOffer)
}

export async function findOffer(tx: Tx, id: string): Promise<Offer | undefined> {
  const service = await findService(tx, id)
  return service && toOffer(service)
}

/** The services of the ids that the directory knows, those no longer given included. */
export async function listOffers(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Offer>> {
  const found = new Map<string, Offer>()
  for (const id of new Set(ids)) {
    const offer = await findOffer(tx, id)
    if (offer) found.set(id, offer)
  }
  return found
}

export async function listListedNeeds(tx: Tx, lang: Lang): Promise<ListedNeed[]> {
  const needs = await listNeeds(tx)
  return needs.map(({ id, groupCode, text }) => ({ id, groupCode, name: textIn(text, lang).text }))
}

export async function listGroups(tx: Tx, lang: Lang): Promise<Group[]> {
  const groups = await listTargetGroups(tx)
  return groups.map(({ code, name }) => ({ code, name: textIn(name, lang).text }))
}

const toOffer = (service: DirectoryOffer): Offer => ({
  id: service.id,
  name: service.name,
  providerId: service.organisation.id,
  providerName: service.organisation.name,
  capacity: service.capacity_available,
  free: service.free,
  districts: service.districts,
  inForce: service.status === 'active',
  sample: service.sample,
})
