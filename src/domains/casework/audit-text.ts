import type { Lang } from '#platform/i18n.ts'
import { en } from './audit-text.en.ts'
import { pl } from './audit-text.pl.ts'
import { uk } from './audit-text.uk.ts'

const words: Record<Lang, Record<string, string>> = { pl, uk, en }

/** How the audit calls what happens in casework. */
export const caseworkEventWords = (lang: Lang, event: string): string | undefined =>
  Object.hasOwn(words[lang], event) ? words[lang][event] : undefined
