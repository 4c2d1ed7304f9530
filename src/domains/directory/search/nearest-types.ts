import { fold, phoneticKey } from './fold.ts'
import type { LexiconEntry, SearchedType } from './searched.ts'
import { toPolishSpelling } from './ukrainian.ts'

/** Types whose name or alias looks or sounds most like the query, by shared trigrams (Dice); likest first. */
export function nearestTypes(
  types: SearchedType[],
  lexicon: LexiconEntry[],
): (query: string, limit: number) => string[] {
  const texts = [
    ...types.flatMap(({ id, names }) => names.map((text) => ({ ids: [id], grams: trigrams(text) }))),
    ...lexicon.flatMap(({ services, phrases }) => phrases.map((text) => ({ ids: services, grams: trigrams(text) }))),
  ]
  return (query, limit) => {
    const asked = trigrams(query)
    const best = new Map<string, number>()
    for (const { ids, grams } of texts) {
      const likeness = dice(asked, grams)
      for (const id of likeness > 0 ? ids : []) best.set(id, Math.max(best.get(id) ?? 0, likeness))
    }
    return [...best]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .slice(0, limit)
      .map(([id]) => id)
  }
}

function trigrams(text: string): Set<string> {
  const sound = toPolishSpelling(phoneticKey(fold(text))).replace(/[^\p{L}\p{N}]+/gu, ' ')
  const padded = ` ${sound.trim()} `
  return new Set(Array.from({ length: Math.max(0, padded.length - 2) }, (_, start) => padded.slice(start, start + 3)))
}

function dice(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((gram) => b.has(gram)).length
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
