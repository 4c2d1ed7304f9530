import type { Lang } from '#platform/i18n.ts'
import { emergencyWord } from './looks/part-words.ts'
import { en } from './audit-text.en.ts'
import { pl } from './audit-text.pl.ts'
import { uk } from './audit-text.uk.ts'

const words: Record<Lang, Record<string, string>> = { pl, uk, en }

/** How the audit calls what happens in casework. */
export const caseworkEventWords = (lang: Lang, event: string): string | undefined =>
  event.startsWith(purposePrefix)
    ? emergencyWord(lang, event.slice(purposePrefix.length))
    : Object.hasOwn(words[lang], event)
      ? words[lang][event]
      : undefined

/** What a look was for has words too: asked for with this before its code. */
const purposePrefix = 'purpose.'
