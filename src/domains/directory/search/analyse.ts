import { english, polish } from 'multilingual-stemmer'

import { fold } from './fold.ts'
import { STOP_WORDS } from './stop-words.ts'
import { isCyrillic, stemUkrainian } from './ukrainian.ts'

/** A word of a text: its folded form and the stems it can be found under, prefixed by language so they never collide. */
export interface Token {
  form: string
  stems: string[]
}

const MAX_WORD = 40

/** The words of a text in order, stop words left out (kept when nothing else would remain). */
export function analyse(text: string): Token[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’ʼ`]/g, '')
    .match(/[\p{L}\p{N}]+/gu)
  if (!words) return []
  const tokens = words.map((word) => tokenOf(word.slice(0, MAX_WORD)))
  const telling = tokens.filter((token) => !STOP_WORDS.has(token.form))
  return telling.length > 0 ? telling : tokens
}

function tokenOf(word: string): Token {
  const form = fold(word)
  if (isCyrillic(form)) return { form, stems: [`u:${stemUkrainian(form)}`] }
  return { form, stems: [...new Set([`p:${fold(polish(word))}`, `p:${polish(form)}`, `e:${english(form)}`])] }
}
