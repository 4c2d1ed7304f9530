import type { Lang } from '#platform/i18n.ts'
import { lifeSections } from '../reconnaissance.ts'
import { reconnaissanceText } from '../reconnaissance/text.ts'
import { emergencyPurposes } from '../emergency/emergency.ts'
import { emergencyText } from '../emergency/text.ts'
import type { LookPart } from './looks.ts'
import { looksText } from './text.ts'

/** The part of the recognition that was opened, by its heading. */
export function sectionWord(lang: Lang, section: string): string {
  const known = lifeSections.find((one) => one === section)
  return known ? reconnaissanceText[lang].sectionNames[known] : looksText[lang].head
}

/** "rozpoznanie potrzeb (Zdrowie i funkcjonowanie)" */
export function partWord(lang: Lang, { event, section }: LookPart): string {
  const t = looksText[lang]
  const word = t.partWords[event] ?? t.otherPart
  return section === null ? word : `${word} (${sectionWord(lang, section)})`
}

/** What the audit says a look was for: only an emergency has to say it. */
export const emergencyWord = (lang: Lang, purpose: string): string | undefined =>
  emergencyPurposes.some((one) => one === purpose)
    ? `${looksText[lang].aims.emergency}: ${purposeWord(lang, purpose)}`
    : undefined

/** The purpose that was given when the glass was broken. */
export function purposeWord(lang: Lang, purpose: string): string {
  const known = emergencyPurposes.find((one) => one === purpose)
  return known ? emergencyText[lang].purposes[known] : purpose
}
