import { valueOf, valuesOf, type FormValues } from '#platform/forms.ts'
import type { SummaryRow } from '#ui/summary-list.tsx'
import { formatPhone, parsePhone } from '../phone.ts'
import { askedQuestions, questions, type QuestionId } from './questions.ts'
import type { IntakeText } from './text.pl.ts'

interface AnswersShown {
  answers: FormValues
  t: IntakeText
  districts: readonly { id: string; name: string }[]
  /** The masked number. */
  pesel?: string | undefined
  /** The address of the page that changes the answer. */
  changeHref: (id: QuestionId) => string
}

/** Every answer as a row with its own way to change it, in the order of the questions. */
export function answerRows(shown: AnswersShown): SummaryRow[] {
  return askedQuestions(shown.answers).flatMap((id) => {
    const { fields, many = [] } = questions[id]
    return [...fields, ...many].map((field) => answerRow(shown, id, field))
  })
}

function answerRow(shown: AnswersShown, id: QuestionId, field: string): SummaryRow {
  const { t, answers, changeHref } = shown
  const label = t.fields[field]!(valueOf(answers, 'reporter') === 'self').replace(/ \([^()]{0,90}\)$/, '')
  const text = answerText(shown, field)
  return {
    key: label,
    value: text ? <span class="splot-own-words">{text}</span> : <span class="govuk-hint">{t.check.none}</span>,
    actions: [{ href: `${changeHref(id)}#${field}` }],
  }
}

function answerText({ t, answers, districts, pesel }: AnswersShown, field: string): string | undefined {
  const value = valueOf(answers, field)
  const named = (words: Record<string, string>) => (Object.hasOwn(words, value) ? words[value] : undefined)
  switch (field) {
    case 'reporter':
      return named(t.reporters)
    case 'situation':
      return named(t.situations)
    case 'contactWay':
      return named(t.ways)
    case 'language':
      return named(t.languages)
    case 'district':
      return districts.find((district) => district.id === value)?.name
    case 'accessNeeds':
      return valuesOf(answers, field)
        .map((need) => (Object.hasOwn(t.access, need) ? t.access[need as keyof typeof t.access] : ''))
        .filter(Boolean)
        .join(', ')
    case 'phone':
    case 'reporterPhone': {
      const phone = parsePhone(value)
      return phone ? formatPhone(phone) : value
    }
    case 'pesel':
      return pesel
    default:
      return value
  }
}
