import { roles } from '#platform/actor.ts'
import type { Lang } from '#platform/i18n.ts'
import { accessText } from './access-text.ts'
import { auditText } from './audit-text.ts'

/** The roles somebody acted in, in words; the journal keeps their codes. */
export const roleWords = (lang: Lang, written: string): string =>
  written.replaceAll(/[a-z-]+/g, (code) => {
    if (code === 'deputy') return auditText[lang].deputy
    const role = roles.find((one) => one === code)
    return role ? accessText[lang].roles[role] : code
  })
