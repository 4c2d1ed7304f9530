import { daysOf, type Hours, isAlwaysOpen, timesOf, WEEKDAYS } from './opening-hours.ts'
import type { DirectoryText } from './text.pl.ts'

/** Days and times a line: "pon.–pt. 8:00–16:00", in the order of the week. */
export function hoursLines(hours: readonly Hours[], t: DirectoryText): string[] {
  if (isAlwaysOpen(hours)) return [t.offer.always]
  return hours
    .toSorted((a, b) => firstDay(a) - firstDay(b) || a.opens_at.localeCompare(b.opens_at))
    .map((one) => {
      const { opens, closes } = timesOf(one)
      return `${daysText(daysOf(one), t)} ${short(opens)}–${short(closes)}`
    })
}

const short = (time: string): string => time.replace(/^0/, '')

const dayNumber = (day: string): number => WEEKDAYS.findIndex((weekday) => weekday === day)
const firstDay = (hours: Hours): number => Math.min(...daysOf(hours).map(dayNumber))

/** Runs of three days or more are joined: "pon.–śr., pt.". */
export function daysText(days: readonly string[], t: DirectoryText): string {
  const numbers = days.map(dayNumber).toSorted((a, b) => a - b)
  if (numbers.length === WEEKDAYS.length) return t.everyDay
  const runs: number[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.at(-1) === number - 1) run.push(number)
    else runs.push([number])
  }
  return runs.map((run) => runText(run.map((number) => t.days[WEEKDAYS[number] ?? ''] ?? ''))).join(', ')
}

const runText = (names: string[]): string => (names.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', '))
