import { english, polish } from 'multilingual-stemmer'

import { fold } from './fold.ts'
import { STOP_WORDS, withoutIdioms } from './stop-words.ts'
import { isCyrillic, stemUkrainian } from './ukrainian.ts'

/** A word of a text: its folded form and the stems it can be found under, prefixed by language so they never collide. */
export interface Token {
  form: string
  stems: string[]
  /** Looser keys that join a family of words: "opieka", "opiekun", "opiekować". */
  roots: string[]
}

const MAX_WORD = 40

/** The words of a text in order, stop words left out (kept when nothing else would remain). */
export function analyse(text: string): Token[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
  const tokens = tokensOf(withoutIdioms(plain))
  const telling = tokens.filter((token) => !STOP_WORDS.has(token.form))
  return telling.length > 0 ? telling : tokens
}

const tokensOf = (text: string): Token[] =>
  (text.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => tokenOf(word.slice(0, MAX_WORD)))

function tokenOf(word: string): Token {
  const form = fold(word)
  if (isCyrillic(form)) return { form, stems: [`u:${stemUkrainian(form)}`], roots: rootsOf(form, []) }
  const stems = [...new Set([fold(polish(word)), polish(form)])]
  return { form, stems: [...stems.map((stem) => `p:${stem}`), `e:${english(form)}`], roots: rootsOf(form, stems) }
}

const DERIVATION = /(?:owac|owan|owa|ow|uje|uj|un|unk|uncz|nicz|ni|n)$/
const SHORTEST_ROOT = 4
const BEGINNING = 6

function rootsOf(form: string, stems: string[]): string[] {
  const roots = stems.map((stem) => stem.replace(DERIVATION, '')).filter((root) => root.length >= SHORTEST_ROOT)
  const beginning = form.length > BEGINNING ? [`b:${form.slice(0, BEGINNING)}`] : []
  return [...new Set(roots.map((root) => `r:${root}`)), ...beginning]
}
