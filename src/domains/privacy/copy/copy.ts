import { erasedMark, type Activity, type DataClass, type TableName } from '#platform/personal-data/entry.ts'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import { tablesOf } from '#platform/personal-data/reach.ts'
import type { Tx } from '#platform/tx.ts'
import { listRowsOf, type Row } from '../subject-queries.ts'
import { filePath, type Subject } from '../subject.ts'

/** Why a copy of someone's data is made. */
export const copyPurposes = ['access', 'portability', 'court', 'inspection', 'erasure'] as const
export type CopyPurpose = (typeof copyPurposes)[number]

export interface CopiedTable {
  table: TableName
  activity: Activity
  rows: Row[]
}

/** Everything the centre holds of somebody, as one value: what the file and the printed copy are made of. */
export interface Copy {
  format: 'splot-copy-1'
  centre: string
  subject: Subject
  purpose: CopyPurpose
  madeAt: string
  tables: CopiedTable[]
}

/** Walks the register, so no table that reaches the person can be missed. */
export async function copySubject(tx: Tx, subject: Subject, about: Pick<Copy, 'centre' | 'purpose'>): Promise<Copy> {
  const tables: CopiedTable[] = []
  for (const table of tablesOf(subject.kind)) {
    const rows = await listRowsOf(tx, table, subject)
    if (rows.length === 0) continue
    const { activity, bulky } = entryOf(table)
    tables.push({ table, activity, rows: bulky ? rows.map((row) => withFile(row, subject)) : rows })
  }
  return { format: 'splot-copy-1', subject, ...about, madeAt: tx.now.toString({ smallestUnit: 'second' }), tables }
}

/** A file of megabytes is not in the copy: the officer saves it from here and adds it. */
function withFile(row: Row, subject: Subject): Row {
  const { id, removed_at } = row
  return typeof id === 'string' && removed_at === null ? { ...row, download: filePath(subject, id) } : row
}

/** What an erasure would empty: per table how many rows, and which classes of data hold something. */
export interface WouldGo {
  table: TableName
  rows: number
  classes: DataClass[]
}

export function wouldGo({ tables }: Copy): WouldGo[] {
  return tables.flatMap(({ table, rows }) => {
    const entry = entryOf(table)
    const emptied = personalColumns(entry).filter(({ after }) => after !== 'kept')
    const touched = rows.filter((row) => emptied.some(({ column }) => holdsSomething(row[column])))
    const classes = emptied.filter(({ column }) => rows.some((row) => holdsSomething(row[column])))
    if (touched.length === 0) return []
    return [{ table, rows: touched.length, classes: [...new Set(classes.map(({ dataClass }) => dataClass))] }]
  })
}

const holdsSomething = (value: Row[string] | undefined): boolean =>
  value !== undefined &&
  value !== null &&
  value !== '' &&
  value !== erasedMark &&
  !(Array.isArray(value) && value.length === 0)
