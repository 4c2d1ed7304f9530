import type { Lang } from '#platform/i18n.ts'
import { en } from './audit-text.en.ts'
import { pl } from './audit-text.pl.ts'
import { uk } from './audit-text.uk.ts'
import { rectificationText } from './applications/rectification-text.ts'
import { stepSubjectKinds } from './case-step.ts'
import { stepWords } from './code-words.ts'
import { emergencyText } from './emergency/text.ts'
import { emergencyWord, sectionWord } from './looks/part-words.ts'
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
  if (subject === 'report-list') return own(reportsText[lang].filters, state)
  const kind = stepSubjectKinds.find((one) => one === subject)
  return kind && own(stepWords(lang, kind).states, state)
}

const valueWord = (lang: Lang, value: string): string | undefined =>
  own(emergencyText[lang].one.tags, value) ??
  own(restrictionText[lang].relations, value) ??
  own(restrictionText[lang].reasons, value)

const own = (words: Partial<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined
