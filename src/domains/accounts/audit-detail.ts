import { formatDay, type Lang } from '#platform/i18n.ts'
import { auditDetailText } from './audit-detail-text.ts'
import { roleWords } from './audit-words.ts'

export interface DetailLine {
  what: string
  value: string
}

/**
 * The details of an event in words, line by line. `wordOf` knows what other domains call their states and values
 * (`state.application.assigned`, `value.mistake`); what has no word stands as it was written. Nulls are left out.
 */
export function detailLines(
  lang: Lang,
  { event, detail }: { event: string; detail: string },
  wordOf: (code: string) => string | undefined,
): DetailLine[] {
  const details = JSON.parse(detail) as Record<string, string | number | boolean | null>
  const { keys, before, values } = auditDetailText[lang]
  const [subject] = event.split('.')
  const isStep = 'to' in details
  return Object.entries(details).flatMap(([key, value]) => {
    if (value === null) return []
    const text = String(value)
    const state = isStep || key === 'state' ? wordOf(`state.${subject}.${text}`) : undefined
    const word = state ?? values[text] ?? wordOf(`value.${text}`) ?? wordOf(text) ?? plain(lang, text)
    const name = keys[`${subject}.${key}`] ?? keys[key] ?? key
    return [{ what: key === 'from' && isStep ? before : name, value: word }]
  })
}

const day = /^\d{4}-\d{2}-\d{2}$/

const plain = (lang: Lang, text: string): string =>
  day.test(text) ? formatDay(lang, Temporal.PlainDate.from(text)) : roleWords(lang, text)
