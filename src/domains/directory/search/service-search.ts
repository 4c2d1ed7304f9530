import { analyse } from './analyse.ts'
import { AliasIndex } from './alias-index.ts'
import { FieldIndex } from './field-index.ts'
import { nearestTypes } from './nearest-types.ts'
import { Vocabulary } from './vocabulary.ts'

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

const MAX_QUERY = 200
const MAX_TOKENS = 16

/** An index over service types and residents' own words, in memory; built once per version of the data. */
export function buildServiceSearch(types: SearchedType[], lexicon: LexiconEntry[]): ServiceSearch {
  const vocabulary = new Vocabulary()
  const fields = new FieldIndex(types, vocabulary)
  const aliases = new AliasIndex(lexicon, vocabulary)
  const nearest = nearestTypes(types, lexicon)
  return (query, limit = 10) => {
    const short = query.slice(0, MAX_QUERY)
    const asked = analyse(short)
      .slice(0, MAX_TOKENS)
      .map((token) => vocabulary.match(token))
    const scores = fields.score(asked)
    for (const [id, score] of aliases.score(asked)) scores.set(id, (scores.get(id) ?? 0) + score)
    const hits = [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
      .slice(0, limit)
    return { hits, nearest: hits.length > 0 ? [] : nearest(short, 5) }
  }
}
