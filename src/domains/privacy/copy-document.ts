import { formatInstant } from '#platform/i18n.ts'
import { personalColumns, entryOf } from '#platform/personal-data/register.ts'
import type { Json } from '#platform/schema.ts'
import { renderDocument, type DocumentValue } from '#platform/typst.ts'
import { columnWord, tableWord } from './column-text.ts'
import type { CopiedTable, Copy } from './copy.ts'
import { copyTemplate } from './copy-template.ts'
import { registerText } from './register-text.ts'
import { privacyText } from './text.ts'

const t = privacyText.pl.document

/** The copy as a tagged PDF in Polish, for people; the JSON file has the same, for programs. */
export const copyDocument = (copy: Copy): Promise<Uint8Array> => renderDocument(copyTemplate, copyValues(copy))

/** The strings that the template sets; exported so that a test can read them without a PDF. */
export const copyValues = (copy: Copy): DocumentValue => ({
  title: t.title,
  centre: copy.centre,
  made: t.made(formatInstant('pl', Temporal.Instant.from(copy.madeAt)), privacyText.pl.copy.purposes[copy.purpose]),
  tables: copy.tables.map(tableValue),
  footer: { page: t.page, of: t.of },
})

const tableValue = (copied: CopiedTable): DocumentValue => ({
  heading: tableWord('pl', copied.table),
  purpose: registerText.pl.activities[copied.activity].purpose,
  rows: copied.rows.map((row, at) => ({ heading: t.row(at + 1), facts: factsOf(copied, row) })),
})

/** Personal columns first; what is empty and what holds only the house's own counting is left to the JSON file. */
function factsOf({ table }: CopiedTable, row: Record<string, Json>): DocumentValue {
  const entry = entryOf(table)
  const columns = [...personalColumns(entry).map(({ column }) => column), ...(entry.other ?? [])]
  return columns.flatMap((column) => {
    const value = spoken(row[column] ?? null)
    return value === '' || column === 'tenant_id' ? [] : [[columnWord('pl', column), value]]
  })
}

function spoken(value: Json): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (Array.isArray(value)) return value.map(spoken).join('\n')
  if (typeof value === 'object') {
    const lines = Object.entries(value).map(([name, inner]) => [name, spoken(inner)] as const)
    return lines.flatMap(([name, inner]) => (inner === '' ? [] : [`${columnWord('pl', name)}: ${inner}`])).join('\n')
  }
  return String(value)
}
