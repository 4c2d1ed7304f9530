import { analyse } from './analyse.ts'
import type { SearchedType } from './searched.ts'
import { type KeyMatch, keysOf, type Vocabulary } from './vocabulary.ts'

const K1 = 1.2
const B = 0.4
const NAME_WEIGHT = 3

/** BM25F over name (three times), description and labels of every type. */
export class FieldIndex {
  readonly #postings = new Map<string, Map<string, number>>()
  readonly #lengths = new Map<string, number>()
  readonly #count: number
  readonly #averageLength: number

  constructor(types: SearchedType[], vocabulary: Vocabulary) {
    for (const type of types) {
      this.#lengths.set(type.id, 0)
      for (const text of type.names) this.#add(type.id, text, NAME_WEIGHT, vocabulary)
      for (const text of [...type.descriptions, ...type.labels]) this.#add(type.id, text, 1, vocabulary)
    }
    this.#count = types.length
    this.#averageLength = [...this.#lengths.values()].reduce((sum, length) => sum + length, 0) / (types.length || 1)
  }

  #add(id: string, text: string, weight: number, vocabulary: Vocabulary): void {
    for (const token of analyse(text)) {
      vocabulary.add(token)
      this.#lengths.set(id, (this.#lengths.get(id) ?? 0) + weight)
      for (const key of keysOf(token)) {
        const posting = this.#postings.get(key) ?? new Map<string, number>()
        posting.set(id, (posting.get(id) ?? 0) + weight)
        this.#postings.set(key, posting)
      }
    }
  }

  /** Scores by type; `asked` holds, for each word of the query, the keys it may stand for. */
  score(asked: KeyMatch[][]): Map<string, number> {
    const total = new Map<string, number>()
    for (const matches of asked) {
      for (const [id, score] of this.#scoreWord(matches)) total.set(id, (total.get(id) ?? 0) + score)
    }
    return total
  }

  #scoreWord(matches: KeyMatch[]): Map<string, number> {
    const best = new Map<string, number>()
    for (const { key, weight } of matches) {
      const posting = this.#postings.get(key)
      if (!posting) continue
      const rarity = Math.log(1 + (this.#count - posting.size + 0.5) / (posting.size + 0.5))
      for (const [id, frequency] of posting) {
        const length = 1 - B + (B * (this.#lengths.get(id) ?? 0)) / this.#averageLength
        const score = (weight * rarity * frequency * (K1 + 1)) / (frequency + K1 * length)
        best.set(id, Math.max(best.get(id) ?? 0, score))
      }
    }
    return best
  }
}
