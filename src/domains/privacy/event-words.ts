import type { Lang } from '#platform/i18n.ts'
import { privacyText } from './text.ts'

/** How the audit calls what happens to personal data, and what a copy or an erasure was for (`purpose.` before it). */
export function privacyEventWords(lang: Lang, event: string): string | undefined {
  const { events, copy, erase } = privacyText[lang]
  const words: Record<string, string> = event.startsWith(purposePrefix) ? { ...copy.purposes, ...erase.bases } : events
  const code = event.replace(purposePrefix, '')
  return Object.hasOwn(words, code) ? words[code] : undefined
}

const purposePrefix = 'purpose.'
