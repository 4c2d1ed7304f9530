import { z } from 'zod'
import { parseForm, valueOf, type FormValues, type Parsed } from '#platform/forms.ts'
import { dayField, optionalDayField } from '../day-field.ts'
import { endReasons, goalResults, type ClosingInterview, type EndReason } from '../plan-closing.ts'
import { choice, freeText, limits, requiredText, textLines } from '../text-field.ts'
import type { Results } from './close-plan.ts'
import { lineStatuses, monitoringForms, type LineStatus, type MonitoringEvent } from './monitoring.ts'
import { withDays } from './plan-forms.ts'
import type { PlanRecord } from './plan-record.ts'
import type { PlanText } from './text.pl.ts'

type Errors = PlanText['errors']

/** The field of a line's status, and of a goal's result. */
export const lineField = (lineId: string): string => `line-${lineId}`
export const goalField = (goalId: string): string => `goal-${goalId}`

const monitoringSchema = (t: Errors, today: Temporal.PlainDate) =>
  z
    .object({
      happenedOn: dayField(t.day).refine((day) => Temporal.PlainDate.compare(day, today) <= 0, t.future),
      form: choice(monitoringForms, t.choose),
      course: requiredText(t.course, t.tooLong),
      residentOpinion: freeText(t.tooLong),
      actions: freeText(t.tooLong),
      nextOn: optionalDayField(t.day),
    })
    .refine(({ happenedOn, nextOn }) => !nextOn || Temporal.PlainDate.compare(happenedOn, nextOn) <= 0, {
      path: ['nextOn'],
      message: t.nextBefore,
    })

export function readMonitoring(
  values: FormValues,
  plan: PlanRecord,
  { errors, today }: { errors: Errors; today: Temporal.PlainDate },
): Parsed<MonitoringEvent> {
  const typed = withDays(values, ['form', 'course', 'residentOpinion', 'actions'], ['happenedOn', 'nextOn'])
  const parsed = parseForm(monitoringSchema(errors, today), typed)
  if (!parsed.ok) return parsed
  const statuses = plan.lines.flatMap((line): [string, LineStatus][] => {
    const status = lineStatuses.find((one) => one === valueOf(values, lineField(line.id)))
    return status ? [[line.id, status]] : []
  })
  return { ...parsed, value: { ...parsed.value, lines: new Map(statuses) } }
}

export interface EndForm {
  readonly reason: EndReason
  readonly endedOn: Temporal.PlainDate
}

export const readEnd = (values: FormValues, t: Errors): Parsed<EndForm> =>
  parseForm(
    z.object({ reason: choice(endReasons, t.choose), endedOn: dayField(t.day) }),
    withDays(values, ['reason'], ['endedOn']),
  )

const heldSchema = (t: Errors) =>
  z.object({
    kind: z.literal('held'),
    heldOn: dayField(t.day),
    participants: textLines(t.tooLong),
    residentOpinion: freeText(t.tooLong),
    furtherNeeds: freeText(t.tooLong),
  })
const notHeldSchema = (t: Errors) =>
  z.object({
    kind: z.literal('not-held', { error: t.choose }),
    why: choice(['refused', 'unreachable', 'died'], t.choose),
    note: freeText(t.tooLong),
  })

/** What the rules of closing ask of it (an opinion, a note) is asked by the use case. */
export const readInterview = (values: FormValues, t: Errors): Parsed<ClosingInterview> => {
  const names = ['kind', 'participants', 'residentOpinion', 'furtherNeeds', 'why', 'note'] as const
  const typed = withDays(values, names, ['heldOn'])
  return valueOf(values, 'kind') === 'held' ? parseForm(heldSchema(t), typed) : parseForm(notHeldSchema(t), typed)
}

export function readResults(values: FormValues, plan: PlanRecord, t: Errors): Parsed<Results> {
  const said = plan.goals.flatMap((goal) => {
    const result = goalResults.find((one) => one === valueOf(values, goalField(goal.id)))
    return result ? [[goal.id, result] as const] : []
  })
  const schema = z.object({
    narrative: freeText(t.tooLong, limits.text),
    recommendations: freeText(t.tooLong, limits.text),
  })
  const parsed = parseForm(schema, withDays(values, ['narrative', 'recommendations'], []))
  const goals = new Map(said)
  const unsaid = plan.goals.filter((goal) => !goals.has(goal.id))
  const missing = unsaid.map((goal) => ({ field: goalField(goal.id), message: t.choose }))
  if (parsed.ok && missing.length === 0) return { ...parsed, value: { ...parsed.value, goals } }
  return { ok: false, errors: [...missing, ...(parsed.ok ? [] : parsed.errors)], values }
}
