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

/** Who did it, without a name: the function of a member of staff, or what else it was. */
export const actorWords = (lang: Lang, kind: string, role: string): string => {
  const { actors } = auditText[lang]
  return kind === 'staff' ? roleWords(lang, role) || actors.staff : (actors[kind as keyof typeof actors] ?? kind)
}

/** How the audit calls what happens to accounts and to itself. */
export const accountsEventWords = (lang: Lang, event: string): string | undefined =>
  Object.hasOwn(auditText[lang].events, event) ? auditText[lang].events[event] : undefined
