import { z } from 'zod'
import { dayOfNumbers } from '#platform/calendar.ts'
import { parseForm, valueOf, type FormValues, type Parsed } from '#platform/forms.ts'
import { dayField, joinDays, optionalDayField } from '../day-field.ts'
import { agreementForms, type Agreement } from '../plan.ts'
import { choice, freeText, limits, optionalText, pick, requiredText, textLines } from '../text-field.ts'
import type { PlanHead } from './plan-queries.ts'
import type { GoalContent } from './save-goal.ts'
import type { PlanText } from './text.pl.ts'

type Errors = PlanText['errors']

const mostDays = 24

/** `1.06.2027`, `1 6 2027` or `2027-06-01`; undefined when it is no day of our time. */
function readWrittenDay(typed: string): Temporal.PlainDate | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)?.slice(1)
  const polish = /^(\d{1,2})[\s./-]+(\d{1,2})[\s./-]+(\d{4})$/.exec(typed)?.slice(1).toReversed()
  const [year = 0, month = 0, day = 0] = (iso ?? polish ?? []).map(Number)
  if (year < 1900 || year > 2199) return undefined
  return dayOfNumbers({ year, month, day })
}

const writtenDays = (t: Errors) =>
  textLines(t.tooLong).transform((lines, context) => {
    const days = lines.map(readWrittenDay)
    const known = days.filter((day) => day !== undefined)
    if (known.length === days.length && days.length <= mostDays) return known.sort(Temporal.PlainDate.compare)
    context.addIssue({ code: 'custom', message: t.days })
    return z.NEVER
  })

const headSchema = (t: Errors) =>
  z.object({
    startsOn: optionalDayField(t.day),
    endsOn: optionalDayField(t.day),
    ownCommitments: textLines(t.tooLong),
    monitoringDays: writtenDays(t),
    lateReason: optionalText(t.tooLong, limits.text),
    shortReason: optionalText(t.tooLong, limits.text),
  })

export const headFields = ['ownCommitments', 'monitoringDays', 'lateReason', 'shortReason'] as const

export const readHead = (values: FormValues, t: Errors): Parsed<PlanHead> =>
  parseForm(headSchema(t), withDays(values, headFields, ['startsOn', 'endsOn']))

const agreementSchema = (t: Errors) =>
  z.object({
    form: choice(agreementForms, t.choose),
    agreedOn: dayField(t.day),
    agreedBy: requiredText(t.agreedBy, t.tooLong, limits.line),
    evidence: requiredText(t.evidence, t.tooLong),
  })

export const readAgreement = (values: FormValues, t: Errors): Parsed<Agreement> =>
  parseForm(agreementSchema(t), withDays(values, ['form', 'agreedBy', 'evidence'], ['agreedOn']))

export const readGoal = (values: FormValues, needIds: readonly string[], t: Errors): Parsed<GoalContent> => {
  const schema = z.object({
    goal: requiredText(t.goal, t.tooLong, 1000),
    goalNeed: z.string().refine((id) => id === '' || needIds.includes(id), t.needed),
  })
  const parsed = parseForm(schema, pick(values, ['goal', 'goalNeed']))
  if (!parsed.ok) return parsed
  return { ...parsed, value: { text: parsed.value.goal, needId: parsed.value.goalNeed || undefined } }
}

export interface DecisionForm {
  readonly decision: 'approved' | 'returned'
  readonly reasons: string
  readonly lateReason: string | undefined
}

export function readDecision(values: FormValues, t: Errors): Parsed<DecisionForm> {
  const returning = valueOf(values, 'decision') === 'returned'
  const schema = z.object({
    decision: choice(['approved', 'returned'], t.choose),
    reasons: returning ? requiredText(t.reasons, t.tooLong) : freeText(t.tooLong),
    lateReason: optionalText(t.tooLong),
  })
  return parseForm(schema, pick(values, ['decision', 'reasons', 'lateReason']))
}

/** The named fields with each named day put together. */
export const withDays = (values: FormValues, names: readonly string[], days: readonly string[]): FormValues =>
  pick(joinDays(values, days), [...names, ...days])
