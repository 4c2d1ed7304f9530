import { analyse } from './analyse.ts'
import type { LexiconEntry } from './searched.ts'
import { type KeyMatch, keysOf, type Vocabulary } from './vocabulary.ts'

interface Phrase {
  services: string[]
  keys: Set<string>[]
}

const OTHER_PHRASES = 0.2
const ALIAS_WEIGHT = 2

/** Residents' own phrases: a type scores by its best phrase and a little by the others. */
export class AliasIndex {
  readonly #phrases: Phrase[] = []
  readonly #postings = new Map<string, Set<number>>()
  /** The weight of all words of each phrase. */
  readonly #wholes: number[]

  constructor(lexicon: LexiconEntry[], vocabulary: Vocabulary) {
    for (const { services, phrases } of lexicon) for (const text of phrases) this.#add(services, text, vocabulary)
    this.#wholes = this.#phrases.map(({ keys }) => keys.reduce((sum, variants) => sum + this.#rarest(variants), 0))
  }

  #add(services: string[], text: string, vocabulary: Vocabulary): void {
    const keys: Set<string>[] = []
    for (const token of analyse(text)) {
      vocabulary.add(token)
      keys.push(new Set(keysOf(token)))
    }
    const index = this.#phrases.push({ services, keys }) - 1
    for (const key of keys.values().flatMap((variants) => variants)) {
      this.#postings.set(key, (this.#postings.get(key) ?? new Set()).add(index))
    }
  }

  /** Scores by type; `asked` holds, for each word of the query, the keys it may stand for. */
  score(asked: KeyMatch[][]): Map<string, number> {
    const byType = new Map<string, number[]>()
    for (const [index, score] of this.#scorePhrases(asked)) {
      for (const id of this.#phrases[index]?.services ?? []) byType.set(id, [...(byType.get(id) ?? []), score])
    }
    return new Map([...byType].map(([id, scores]) => [id, ALIAS_WEIGHT * bestAndABit(scores)]))
  }

  #scorePhrases(asked: KeyMatch[][]): Map<number, number> {
    const matched = new Map<number, number>()
    for (const matches of asked) {
      for (const [index, weight] of this.#scoreWord(matches)) matched.set(index, (matched.get(index) ?? 0) + weight)
    }
    return new Map([...matched].map(([index, sum]) => [index, sum * this.#coverage(index, sum)]))
  }

  #scoreWord(matches: KeyMatch[]): Map<number, number> {
    const best = new Map<number, number>()
    for (const { key, weight } of matches) {
      for (const index of this.#postings.get(key) ?? []) {
        best.set(index, Math.max(best.get(index) ?? 0, weight * this.#rarity(key)))
      }
    }
    return best
  }

  #rarity(key: string): number {
    return Math.log(1 + this.#phrases.length / (this.#postings.get(key)?.size ?? 1))
  }

  #rarest = (keys: ReadonlySet<string>): number => Math.max(...[...keys].map((key) => this.#rarity(key)))

  /** What share of the phrase the query says, by the weight of its words. */
  #coverage(index: number, matched: number): number {
    const whole = this.#wholes[index] ?? 0
    return whole > 0 ? Math.min(1, Math.sqrt(matched / whole)) : 0
  }
}

function bestAndABit(scores: number[]): number {
  const best = Math.max(...scores)
  return best + OTHER_PHRASES * (scores.reduce((sum, score) => sum + score, 0) - best)
}
