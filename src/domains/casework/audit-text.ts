import type { Lang } from '#platform/i18n.ts'
import { en } from './audit-text.en.ts'
import { pl } from './audit-text.pl.ts'
import { uk } from './audit-text.uk.ts'
import { rectificationText } from './applications/rectification-text.ts'
import { applicationsText } from './applications/text.ts'
import { emergencyText } from './emergency/text.ts'
import { gapText } from './gap/text.ts'
import { emergencyWord, sectionWord } from './looks/part-words.ts'
import { planText } from './plan/text.ts'
import { reportsText } from './reports/text.ts'
import { restrictionText } from './restriction/text.ts'

const words: Record<Lang, Record<string, string>> = { pl, uk, en }

/**
 * How the audit calls what happens in casework: an event by its code, and what stands beside it by its kind, as in
 * `purpose.child`, `section.housing`, `state.plan.draft`, `value.not-justified`.
 */
export function caseworkEventWords(lang: Lang, code: string): string | undefined {
  const [kind, ...rest] = code.split('.')
  const name = rest.join('.')
  if (kind === 'purpose') return own(rectificationText[lang].reasons, name) ?? emergencyWord(lang, name)
  if (kind === 'section') return sectionWord(lang, name)
  if (kind === 'state') return stateWord(lang, rest)
  if (kind === 'value') return valueWord(lang, name)
  return own(words[lang], code)
}

function stateWord(lang: Lang, [subject = '', state = '']: readonly string[]): string | undefined {
  const states: Record<string, Record<string, string>> = {
    report: reportsText[lang].states,
    'report-list': reportsText[lang].filters,
    application: applicationsText[lang].states,
    plan: planText[lang].states,
    gap: gapText[lang].states,
  }
  return own(own(states, subject) ?? {}, state)
}

const valueWord = (lang: Lang, value: string): string | undefined =>
  own(emergencyText[lang].one.tags, value) ?? own(restrictionText[lang].relations, value)

const own = <T>(words: Record<string, T>, key: string): T | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined
