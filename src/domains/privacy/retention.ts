import { dayOf } from '#platform/i18n.ts'

export const recordClasses = ['case-file', 'need-report'] as const
export type RecordClass = (typeof recordClasses)[number]

/** How long a kind of record is kept by the centre's list of files, from a day on. `years` null: for ever. */
export interface RetentionRule {
  recordClass: RecordClass
  fileSymbol: string
  category: string
  years: number | null
  validFrom: Temporal.PlainDate
}

export const recordClassOf = { person: 'case-file', report: 'need-report' } as const

/** A, B5, BE10 or Bc, as the chief archivist's lists write it; the number is of years. Undefined: not a category. */
export function readCategory(text: string): { category: string; years: number | null } | undefined {
  const category = text.trim()
  if (category === 'A') return { category, years: null }
  if (category === 'Bc') return { category, years: 0 }
  const years = /^BE?(\d{1,2})$/.exec(category)?.[1]
  return years === undefined ? undefined : { category, years: Number(years) }
}

/** The rule in force on a day: the one that began last. */
export const ruleOn = (
  rules: readonly RetentionRule[],
  recordClass: RecordClass,
  day: Temporal.PlainDate,
): RetentionRule | undefined =>
  rules
    .filter((rule) => rule.recordClass === recordClass && Temporal.PlainDate.compare(rule.validFrom, day) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom))[0]

/** The first day on which the records may go: full years after the year of closing. Undefined: never. */
export function dueOn(rule: RetentionRule, closedAt: Temporal.Instant): Temporal.PlainDate | undefined {
  if (rule.years === null) return undefined
  return new Temporal.PlainDate(dayOf(closedAt).year + rule.years + 1, 1, 1)
}

/** Cases closed before this instant are due today. */
export function closedBefore(rule: RetentionRule, today: Temporal.PlainDate): Temporal.Instant | undefined {
  if (rule.years === null) return undefined
  return new Temporal.PlainDate(today.year - rule.years, 1, 1).toZonedDateTime('Europe/Warsaw').toInstant()
}
