import { accountsEventWords, actorWords } from '#domains/accounts/public.ts'
import { caseCodes, caseworkEventWords, stepWords } from '#domains/casework/public.ts'
import { dayOf, formatDay } from '#platform/i18n.ts'
import type { DocumentValue } from '#platform/typst.ts'
import type { Row } from '../subject-queries.ts'
import { privacyEventWords } from '../event-words.ts'
import { copyDocumentText as t } from './copy-document-text.ts'
import type { Names } from './printed-value.ts'

/** Many short rows are read as one table. */
export interface PrintedList {
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}

const said = (value: Row[string] | undefined): string => (typeof value === 'string' ? value : '')

const dayIn = (row: Row, column: string): string => formatDay('pl', dayOf(Temporal.Instant.from(said(row[column]))))

/** The steps of the cases in their order. */
export function printedSteps(rows: readonly Row[], names: Names): PrintedList {
  const inOrder = rows.toSorted(
    (a, b) => said(a['happened_at']).localeCompare(said(b['happened_at'])) || Number(a['seq']) - Number(b['seq']),
  )
  return {
    columns: [t.steps.when, t.steps.of, t.steps.what, t.steps.state, t.steps.why],
    rows: inOrder.map((row) => {
      const { events, states } = stepWords('pl', said(row['subject_kind']) as Parameters<typeof stepWords>[1])
      const [event, state] = [said(row['event']), said(row['to_state'])]
      const of = names[said(row['subject_id'])] ?? ''
      return [dayIn(row, 'happened_at'), of, events[event] ?? event, states[state] ?? state, said(row['reason'])]
    }),
  }
}

/** Who reached for the data, day by day; the same thing done often on a day is one line. */
export function printedLooks(rows: readonly Row[]): PrintedList {
  const inOrder = rows.toSorted((a, b) => Number(a['seq']) - Number(b['seq'])).map(lookOf)
  const alike = Map.groupBy(inOrder, (line) => JSON.stringify(line))
  return {
    columns: [t.looks.when, t.looks.who, t.looks.what, t.looks.why],
    rows: [...alike.values()].map((lines) => {
      const [when, who, what, why] = lines[0]!
      return [when, who, lines.length === 1 ? what : `${what}, ${t.times(lines.length)}`, why]
    }),
  }
}

function lookOf(row: Row): [when: string, who: string, what: string, why: string] {
  const [event, section] = [said(row['event']), said(row['section'])]
  const known = caseCodes('pl', 'reconnaissance_section', 'section')?.[section]
  const word = eventWord(event) ?? event
  return [
    dayIn(row, 'occurred_at'),
    actorWords('pl', said(row['actor_kind']), said(row['actor_role'])),
    known ? `${word} (${known})` : word,
    purposeWord(said(row['purpose'])),
  ]
}

const eventWord = (event: string): string | undefined =>
  accountsEventWords('pl', event) ?? caseworkEventWords('pl', event) ?? privacyEventWords('pl', event)

const purposeWord = (purpose: string): string => (purpose === '' ? '' : (eventWord(`purpose.${purpose}`) ?? purpose))

/** A list as the template sets it. */
export const listValue = ({ columns, rows }: PrintedList): DocumentValue => ({ columns, rows })
