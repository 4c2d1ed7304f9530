import { dayOfNumbers } from '#platform/calendar.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'

/** The version that a form was opened with; 0, which no record has, where it can't be read. */
export const readVersion = (sent: FormValues): number => {
  const typed = valueOf(sent, 'version')
  return /^\d{1,9}$/.test(typed) ? Number(typed) : 0
}

/** A day typed into three boxes (`name-day`, `name-month`, `name-year`); undefined when there is no such day. */
export function readDay(sent: FormValues, name: string): Temporal.PlainDate | undefined {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => valueOf(sent, `${name}-${part}`).trim())
  if (![day, month, year].every((part) => part && /^\d{1,4}$/.test(part))) return undefined
  return dayOfNumbers({ year: Number(year), month: Number(month), day: Number(day) })
}

/** The three boxes as they were typed. */
export const typedDay = (values: FormValues | undefined, name: string) => ({
  day: valueOf(values, `${name}-day`),
  month: valueOf(values, `${name}-month`),
  year: valueOf(values, `${name}-year`),
})

/** A day as the three boxes take it. */
export const dayFields = (name: string, day: Temporal.PlainDate): FormValues => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
