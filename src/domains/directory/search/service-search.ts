import { analyse } from './analyse.ts'
import { AliasIndex } from './alias-index.ts'
import { FieldIndex } from './field-index.ts'
import { nearestTypes } from './nearest-types.ts'
import type { LexiconEntry, SearchedType, ServiceSearch } from './searched.ts'
import { Vocabulary } from './vocabulary.ts'

const MAX_QUERY = 200
const MAX_TOKENS = 16
/** Words that are looked for with their slips; whoever writes more unknown ones than that hardly means the index. */
const MAX_UNKNOWN = 6

/** An index over service types and residents' own words, in memory; built once per version of the data. */
export function buildServiceSearch(types: SearchedType[], lexicon: LexiconEntry[]): ServiceSearch {
  const vocabulary = new Vocabulary()
  const fields = new FieldIndex(types, vocabulary)
  const aliases = new AliasIndex(lexicon, vocabulary)
  const nearest = nearestTypes(types, lexicon)
  return (query, limit = 10) => {
    const short = query.slice(0, MAX_QUERY)
    let unknown = 0
    const asked = analyse(short)
      .slice(0, MAX_TOKENS)
      .map((token) => {
        const known = vocabulary.match(token)
        if (known.length > 0 || (unknown += 1) > MAX_UNKNOWN) return known
        return vocabulary.matchRoughly(token)
      })
    const scores = fields.score(asked)
    for (const [id, score] of aliases.score(asked)) scores.set(id, (scores.get(id) ?? 0) + score)
    const hits = [...scores]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id))
      .slice(0, limit)
    return { hits, nearest: hits.length > 0 ? [] : nearest(short, 5) }
  }
}
