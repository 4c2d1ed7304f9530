import type { Lang } from '#platform/i18n.ts'
import { privacyText } from './text.ts'

export { privacyDesk } from './list-due.ts'
export { privacyRoutes } from './privacy-routes.tsx'

/** How the audit calls what happens to personal data, and what it was done for (`purpose.court`). */
export function privacyEventWords(lang: Lang, code: string): string | undefined {
  const { events, copy, erase } = privacyText[lang]
  const purposes: Record<string, string> = { ...copy.purposes, ...erase.bases }
  const [words, key] = code.startsWith(prefix) ? [purposes, code.slice(prefix.length)] : [events, code]
  return Object.hasOwn(words, key) ? words[key] : undefined
}

const prefix = 'purpose.'
