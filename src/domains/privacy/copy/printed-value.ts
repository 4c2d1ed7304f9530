import { z } from 'zod'
import { caseCodes, doseText } from '#domains/casework/public.ts'
import { roleWords } from '#domains/accounts/public.ts'
import { formatDay, formatInstant, formatNumber } from '#platform/i18n.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import type { Json } from '#platform/schema.ts'
import { columnWord } from '../column-text.ts'
import { privacyText } from '../text.ts'
import type { Row } from '../subject-queries.ts'
import { copyDocumentText as t } from './copy-document-text.ts'

/** Names of districts and groups by what stands for them in the rows. */
export type Names = Partial<Record<string, string>>

/** Where a value stands, and what is needed to say it in words. */
export interface Place {
  table: TableName
  column: string
  row: Row
  names: Names
  /** How deep inside a value that holds others. */
  depth?: number
}

/** A value as a person reads it: codes in words, days and hours as in Poland, lists line by line. Empty: nothing to say. */
export function printedValue(value: Json, place: Place): string {
  if (value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return place.column.endsWith('year') ? String(value) : formatNumber('pl', value)
  if (Array.isArray(value)) return printedList(value, place)
  if (typeof value === 'object') return printedInside(value, place)
  return wordOf(value, place) ?? dated(value)
}

function printedList(values: readonly Json[], place: Place): string {
  return values
    .map((one) => printedValue(one, place))
    .filter((one) => one !== '')
    .join('\n')
}

/** Nested values: each fact on its line, and what is inside a fact behind it. */
function printedInside(inner: Row, place: Place): string {
  if (isDose(inner)) return doseText('pl', doseOf(inner))
  const facts = Object.entries(inner).flatMap(([name, value]) => {
    const at = { ...place, column: snakeCase(name), row: inner, depth: (place.depth ?? 0) + 1 }
    if (isTechnical(at)) return []
    const printed = printedValue(value ?? null, at)
    const long = typeof value === 'object' && printed.includes(': ')
    return printed === '' ? [] : [`${columnName(at)}:${long ? '\n' : ' '}${printed}`]
  })
  return facts.join(place.depth ? '; ' : '\n')
}

/** What a column is called in print. */
export const columnName = ({ table, column }: Pick<Place, 'table' | 'column'>): string =>
  t.columns[`${table}.${column}`] ?? columnWord('pl', column)

/** What only links rows or counts them: the file for programs has it, a reader has no use for it. */
export function isTechnical({ column, row, names }: Place): boolean {
  if (technical.has(column)) return true
  if (!/(^|_)ids?$|_hash$/.test(column)) return false
  const value = row[column]
  return column === 'id' || typeof value !== 'string' || names[value] === undefined
}

const bases: Partial<Record<string, string>> = privacyText.pl.erase.bases

const technical = new Set([
  ...['version', 'head_version', 'person_version', 'clause_version', 'position', 'seq', 'hash', 'detail', 'counts'],
  ...['attempts', 'next_attempt_at', 'subject_kind', 'actor_kind', 'sample', 'service_in_force'],
])

const isDose = (row: Row): boolean => 'amount' in row && 'unit' in row && 'times' in row && 'per' in row

const doseOf = (row: Row): Parameters<typeof doseText>[1] =>
  ({ ...row, amount: Number(row['amount']) }) as unknown as Parameters<typeof doseText>[1]

/** How much of a service, in one phrase instead of four columns. */
export const printedDose = (row: Row): string | undefined => (isDose(row) ? doseText('pl', doseOf(row)) : undefined)

function wordOf(value: string, { table, column, row, names }: Place): string | undefined {
  if (table === 'rectification' && column === 'field') return columnWord('pl', value)
  if (table === 'erasure' && column === 'basis') return bases[value]
  if (column === 'actor_role') return roleWords('pl', value)
  const corrected = /^(old|new)_sealed$/.test(column) && typeof row['field'] === 'string' ? row['field'] : undefined
  const codes = corrected ? caseCodes('pl', 'person', corrected) : caseCodes('pl', table, column)
  if (corrected === 'accessibility_needs')
    return value
      .split(', ')
      .map((one) => codes?.[one] ?? one)
      .join(', ')
  const named = /(_id|group_code)$/.test(corrected ?? column) ? names[value] : undefined
  return codes?.[value] ?? named
}

const isDay = (value: string): boolean => z.iso.date().safeParse(value).success
const isInstant = (value: string): boolean => z.iso.datetime().safeParse(value).success

/** What only looks like a day, as anybody may type it (2026-13-45), is words. */
function dated(value: string): string {
  if (isDay(value)) return formatDay('pl', Temporal.PlainDate.from(value))
  return isInstant(value) ? formatInstant('pl', Temporal.Instant.from(value)) : value
}

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
