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
  const textsWith = new Map<string, number[]>()
  for (const [at, { grams }] of texts.entries()) {
    for (const gram of grams) textsWith.getOrInsertComputed(gram, () => []).push(at)
  }
  return (query, limit) => {
    const asked = trigrams(query)
    const shared = new Map<number, number>()
    for (const gram of asked) for (const at of textsWith.get(gram) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const best = new Map<string, number>()
    for (const [at, count] of shared) {
      const { ids, grams } = texts[at]!
      const likeness = (2 * count) / (asked.size + grams.size)
      for (const id of ids) best.set(id, Math.max(best.get(id) ?? 0, likeness))
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
