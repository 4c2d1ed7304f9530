import type { Lang } from '#platform/i18n.ts'
import { privacyText } from './text.ts'

export { privacyDesk } from './list-due.ts'
export { privacyRoutes } from './privacy-routes.tsx'

/** How the audit calls what happens to personal data. */
export const privacyEventWords = (lang: Lang, event: string): string | undefined =>
  Object.hasOwn(privacyText[lang].events, event) ? privacyText[lang].events[event] : undefined
