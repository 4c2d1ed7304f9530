import { formatInstant } from '#platform/i18n.ts'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import { renderDocument, type DocumentValue } from '#platform/typst.ts'
import { tableWord } from '../column-text.ts'
import { registerText } from '../register-text.ts'
import type { Row } from '../subject-queries.ts'
import { privacyText } from '../text.ts'
import { copyDocumentText as t } from './copy-document-text.ts'
import { copySections, type SectionName } from './copy-sections.ts'
import { copyTemplate } from './copy-template.ts'
import type { CopiedTable, Copy } from './copy.ts'
import { listValue, printedLooks, printedSteps } from './printed-lists.ts'
import { columnName, isTechnical, printedDose, printedValue, type Names } from './printed-value.ts'
import { withoutStaff } from './staff-free.ts'

/** The copy as a tagged PDF in Polish, for people; the JSON file has what links the rows as well, for programs. */
export const copyDocument = (copy: Copy, names: Names): Promise<Uint8Array> =>
  renderDocument(copyTemplate, copyValues(withoutStaff(copy), { ...names, ...namesWithin(copy) }))

/** What a row is called where another one leads to it. */
const calledBy: Partial<Record<CopiedTable['table'], string>> = {
  application: 'number',
  plan: 'number',
  plan_line: 'service_name',
  goal: 'text',
  recognised_need: 'name',
}

function namesWithin({ tables }: Copy): Names {
  const named = tables.flatMap(({ table, rows }) => rows.map((row) => [row['id'], row[calledBy[table] ?? '']]))
  return Object.fromEntries(
    named.filter((pair): pair is [string, string] => pair.every((one) => typeof one === 'string')),
  )
}

const copyValues = (copy: Copy, names: Names): DocumentValue => ({
  title: t.title,
  centre: copy.centre,
  made: t.made(formatInstant('pl', Temporal.Instant.from(copy.madeAt)), privacyText.pl.copy.purposes[copy.purpose]),
  lead: t.lead,
  sections: sectionsOf(copy.tables).map(({ name, tables }) => ({
    ...t.sections[name],
    tables: tables.map((copied) => tableValue(copied, names)),
  })),
  why: whyValue(copy.tables),
  rights: t.rights,
  footer: { page: t.page, of: t.of },
})

function sectionsOf(tables: readonly CopiedTable[]): { name: SectionName; tables: CopiedTable[] }[] {
  const placed = new Set(copySections.flatMap((section) => section.tables))
  const sections = copySections.map((section) => ({
    name: section.name,
    tables: section.tables.flatMap((table) => tables.filter((copied) => copied.table === table)),
  }))
  const rest = { name: 'rest' as const, tables: tables.filter(({ table }) => !placed.has(table)) }
  return [...sections, rest].filter((section) => section.tables.length > 0)
}

function tableValue(copied: CopiedTable, names: Names): DocumentValue {
  const heading = tableWord('pl', copied.table)
  if (copied.table === 'case_step') return { heading, list: listValue(printedSteps(copied.rows, names)), rows: [] }
  if (copied.table === 'audit_event') return { heading, list: listValue(printedLooks(copied.rows)), rows: [] }
  const rows = copied.rows.map((row) => factsOf(copied, row, names)).filter((facts) => facts.length > 0)
  return {
    heading,
    list: null,
    rows: rows.map((facts, at) => ({ heading: rows.length > 1 ? t.entry(at + 1) : '', facts })),
  }
}

/** What is hers first, then when and how; what is empty and what only links rows is left to the JSON file. */
function factsOf({ table }: CopiedTable, row: Row, names: Names): [name: string, value: string][] {
  const dose = printedDose(row)
  const facts = columnsOf(table)
    .map((column) => ({ table, column, row, names }))
    .filter((at) => at.column in row && !isTechnical(at) && !(dose && doseColumns.has(at.column)))
    .map((at): [string, string] => [columnName(at), printedValue(row[at.column] ?? null, at)])
  return [...facts, [t.dose, dose ?? ''] as [string, string]].filter(([, value]) => value !== '')
}

const doseColumns = new Set(['amount', 'unit', 'times', 'per'])

function columnsOf(table: CopiedTable['table']): string[] {
  const entry = entryOf(table)
  return [...personalColumns(entry).map(({ column }) => column), ...(entry.other ?? [])]
}

/** Art. 15(1): purposes, basis and how long, of each activity that holds something. */
function whyValue(tables: readonly CopiedTable[]): DocumentValue {
  const activities = [...new Set(tables.map(({ activity }) => activity))]
  return {
    heading: t.why.heading,
    rows: activities.map((activity) => {
      const { name, purpose, basis, kept } = registerText.pl.activities[activity]
      return {
        heading: name,
        facts: [
          [t.why.purpose, purpose],
          [t.why.basis, basis],
          [t.why.kept, kept],
        ],
      }
    }),
  }
}
