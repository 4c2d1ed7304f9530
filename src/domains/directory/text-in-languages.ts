import { z } from 'zod'
import type { Lang } from '#platform/i18n.ts'

/** A text that editors wrote: Polish always, other languages where somebody translated it. */
export interface Texts {
  pl: string
  uk?: string | undefined
  en?: string | undefined
}

/** A text of the program itself, in every language. */
export type FullTexts = Record<Lang, string>

export const textsSchema = z.strictObject({
  pl: z.string().min(1),
  uk: z.string().min(1).optional(),
  en: z.string().min(1).optional(),
})

/** The text in this language, or in Polish; `lang` is the language it really is in. */
export function textIn(texts: Texts, lang: Lang): { text: string; lang: Lang } {
  const own = texts[lang]
  return own === undefined ? { text: texts.pl, lang: 'pl' } : { text: own, lang }
}
