export interface DayNumbers {
  year: number
  month: number
  day: number
}

/** The day of the calendar with these numbers; undefined when there is none, as on 30 February. */
export function dayOfNumbers(numbers: DayNumbers): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from(numbers, { overflow: 'reject' })
  } catch {
    return undefined
  }
}
