import { isPublicHoliday } from './polish-holidays.ts'

/** Weekly hours as HSDS keeps them: days such as "MO,TU", local times; past midnight when they close before they open. */
export interface Hours {
  byday: string
  opens_at: string
  closes_at: string
  valid_from: string | null
  valid_to: string | null
  /** True where public holidays change nothing. */
  holidays: boolean
}

const TIME_ZONE = 'Europe/Warsaw'
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** How HSDS writes "until midnight". */
const LAST_MINUTE = '23:59'

/** Open at this instant by clocks in Poland, whatever summer time does to them. */
export function isOpen(hours: readonly Hours[], now: Temporal.Instant): boolean {
  const local = now.toZonedDateTimeISO(TIME_ZONE)
  const today = local.toPlainDate()
  const time = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const yesterday = today.subtract({ days: 1 })
  return hours.some((one) => {
    const { opens, closes } = timesOf(one)
    if (opens <= closes) return holdsOn(one, today) && opens <= time && (time < closes || isLastMinute(closes, time))
    return (holdsOn(one, today) && opens <= time) || (holdsOn(one, yesterday) && time < closes)
  })
}

const isLastMinute = (closes: string, time: string): boolean => closes === LAST_MINUTE && time === LAST_MINUTE

/** Day and night, all week. */
export const isAlwaysOpen = (hours: readonly Hours[]): boolean =>
  hours.some((one) => daysOf(one).length === 7 && timesOf(one).opens === '00:00' && timesOf(one).closes === LAST_MINUTE)

export const daysOf = ({ byday }: Pick<Hours, 'byday'>): string[] => byday.split(',')

/** Times as "08:30", whatever precision the database gave. */
export const timesOf = ({ opens_at, closes_at }: Pick<Hours, 'opens_at' | 'closes_at'>) => ({
  opens: opens_at.slice(0, 5),
  closes: closes_at.slice(0, 5),
})

function holdsOn(hours: Hours, day: Temporal.PlainDate): boolean {
  const date = day.toString()
  if (hours.valid_from !== null && date < hours.valid_from) return false
  if (hours.valid_to !== null && date > hours.valid_to) return false
  if (!hours.holidays && isPublicHoliday(day)) return false
  return daysOf(hours).includes(WEEKDAYS[day.dayOfWeek - 1] ?? '')
}
