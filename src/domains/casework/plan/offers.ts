import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'

/** A service of the directory as a line of a plan takes it over. */
export interface Offer {
  readonly id: string
  readonly name: string
  readonly providerId: string
  readonly providerName: string
  /** What tells it from its neighbours in a list: where, what it costs, whether there is room. */
  readonly facts: readonly string[]
  readonly inForce: boolean
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
export interface District {
  readonly id: string
  readonly name: string
}

export async function searchOffers(_tx: Tx, _lang: Lang, _words: string): Promise<Offer[]> {
  return []
}
export async function listOffers(_tx: Tx, _ids: readonly string[]): Promise<Offer[]> {
  return []
}
export async function listListedNeeds(_tx: Tx, _lang: Lang): Promise<ListedNeed[]> {
  return []
}
export async function listGroups(_tx: Tx, _lang: Lang): Promise<Group[]> {
  return []
}
export async function listDistricts(_tx: Tx): Promise<District[]> {
  return []
}
