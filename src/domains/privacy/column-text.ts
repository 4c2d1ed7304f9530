import type { Lang } from '#platform/i18n.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import { pl, type ColumnText } from './column-text.pl.ts'
import { uk } from './column-text.uk.ts'

/** English needs no list: the codes are English words. */
const words: Record<Lang, ColumnText> = { pl, uk, en: { tables: {}, columns: {} } }

const spelled = (code: string): string => code.replace(/_sealed$/, '').replaceAll('_', ' ')

export const tableWord = (lang: Lang, table: TableName): string => words[lang].tables[table] ?? spelled(table)

export const columnWord = (lang: Lang, column: string): string => words[lang].columns[column] ?? spelled(column)
