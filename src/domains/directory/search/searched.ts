/** A service type as the search needs it: texts in any of the three languages. */
export interface SearchedType {
  id: string
  names: string[]
  descriptions: string[]
  labels: string[]
}

/** Phrases in which residents speak of one or several service types. */
export interface LexiconEntry {
  services: string[]
  phrases: string[]
}

export interface TypeHit {
  id: string
  score: number
}

/** Ranked types; `nearest` is filled only when nothing was found, so that a page is never a dead end. */
export interface SearchResult {
  hits: TypeHit[]
  nearest: string[]
}

export type ServiceSearch = (query: string, limit?: number) => SearchResult
