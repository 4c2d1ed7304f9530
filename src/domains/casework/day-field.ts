import { z } from 'zod'
import { dayOfNumbers } from '#platform/calendar.ts'
import type { FormValues } from '#platform/forms.ts'
import { typedDay } from './form-reading.ts'

/** Puts the boxes of each named day together, so that a schema reads one value: `startsOn`. */
export function joinDays(values: FormValues, names: readonly string[]): FormValues {
  const joined = names.map((name) => {
    const { day, month, year } = typedDay(values, name)
    return [name, [day, month, year].map((part) => part.trim()).join('-')]
  })
  return { ...values, ...Object.fromEntries(joined) }
}

const empty = '--'

const read = (typed: string): Temporal.PlainDate | undefined => {
  const [day = '', month = '', year = ''] = typed.split('-')
  if (![day, month].every((part) => /^\d{1,2}$/.test(part)) || !/^(?:19|20|21)\d\d$/.test(year)) return undefined
  return dayOfNumbers({ year: Number(year), month: Number(month), day: Number(day) })
}

/** A day that must be given; `message` says what to write. */
export const dayField = (message: string) =>
  z.string({ error: message }).transform((typed, context) => {
    const day = read(typed)
    if (day) return day
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

/** A day that may be left empty, but not half. */
export const optionalDayField = (message: string) =>
  z.string({ error: message }).transform((typed, context) => {
    if (typed === empty) return undefined
    const day = read(typed)
    if (day) return day
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
