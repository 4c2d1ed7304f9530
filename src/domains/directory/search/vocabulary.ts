import type { Token } from './analyse.ts'
import { editDistance, lettersOf, mayBeWithin } from './edit-distance.ts'
import { phoneticKey } from './fold.ts'
import { isCyrillic, toPolishSpelling } from './ukrainian.ts'

/** A key of the index that a query word stands for, and how sure we are of it (1 = the very same form). */
export interface KeyMatch {
  key: string
  weight: number
}

const STEM = 0.95
const ROOT = 0.6
const SOUNDS_ALIKE = 0.8
const ONE_SLIP = 0.7
const TWO_SLIPS = 0.5
const PREFIX = 0.5

/** All keys under which a word is kept. */
export const keysOf = (token: Token): string[] => [token.form, ...token.stems, ...token.roots]

/** Every word of the index with its keys; answers which of them a word of a query may mean. */
export class Vocabulary {
  readonly #keys = new Set<string>()
  readonly #words = new Map<string, Sounding & { keys: string[] }>()

  add(token: Token): void {
    const keys = keysOf(token)
    for (const key of keys) this.#keys.add(key)
    if (!this.#words.has(token.form)) this.#words.set(token.form, { ...soundingOf(token.form), keys })
  }

  /** The exact form and its stems, as far as the index has them. */
  match(token: Token): KeyMatch[] {
    const known = [
      { key: token.form, weight: 1 },
      ...token.stems.map((key) => ({ key, weight: STEM })),
      ...token.roots.map((key) => ({ key, weight: ROOT })),
    ]
    return known.filter(({ key }) => this.#keys.has(key))
  }

  /** For a word that isn't known: words that sound alike, slips of the finger, beginnings. Every word is looked at. */
  matchRoughly({ form }: Token): KeyMatch[] {
    const spelling = isCyrillic(form) ? toPolishSpelling(form) : form
    if (spelling.length < 4) return []
    const best = new Map<string, number>()
    const asked = soundingOf(spelling)
    for (const [word, entry] of this.#words) {
      const weight = likeness(spelling, asked, word, entry)
      if (weight > 0) for (const key of entry.keys) best.set(key, Math.max(best.get(key) ?? 0, weight))
    }
    return strongest(best)
  }
}

interface Sounding {
  sound: string
  /** Of the sound: which letters are in it. */
  letters: number
}

function soundingOf(word: string): Sounding {
  const sound = phoneticKey(word)
  return { sound, letters: lettersOf(sound) }
}

function likeness(spelling: string, asked: Sounding, word: string, known: Sounding): number {
  if (asked.sound === known.sound) return SOUNDS_ALIKE
  const slips = spelling.length >= 8 ? 2 : 1
  const isAsLong = Math.abs(asked.sound.length - known.sound.length) <= slips
  if (isAsLong && word.length >= 4 && mayBeWithin(asked.letters, known.letters, slips)) {
    const distance = editDistance(asked.sound, known.sound, slips)
    if (distance <= slips) return distance === 1 ? ONE_SLIP : TWO_SLIPS
  }
  return word.startsWith(spelling) ? PREFIX : 0
}

/** Only the likeliest readings, so that one slip doesn't bring in everything two slips away. */
function strongest(best: Map<string, number>): KeyMatch[] {
  const top = Math.max(0, ...best.values())
  return [...best].filter(([, weight]) => weight === top).map(([key, weight]) => ({ key, weight }))
}
