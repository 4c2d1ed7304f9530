import type { TableName } from '#platform/personal-data/entry.ts'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import type { Json } from '#platform/schema.ts'
import type { Row } from '../subject-queries.ts'
import type { Copy, CopyPurpose } from './copy.ts'

/** Copies that are handed to the person; a court, an inspection and the proof of an erasure get what is there. */
const forThePerson: readonly CopyPurpose[] = ['access', 'portability']

export const isForThePerson = ({ purpose }: Pick<Copy, 'purpose'>): boolean => forThePerson.includes(purpose)

/** The copy without those who work at the centre: art. 15(4) GDPR, the rights of others. Their function stays. */
export const withoutStaff = (copy: Copy): Copy => ({
  ...copy,
  tables: copy.tables.map((copied) => ({ ...copied, rows: copied.rows.map((row) => staffFree(copied.table, row)) })),
})

function staffFree(table: TableName, row: Row): Row {
  const staff = new Set(personalColumns(entryOf(table)).flatMap((one) => (one.dataClass === 'staff' ? one.column : [])))
  const kept = Object.entries(row).filter(([column]) => !staff.has(column))
  const free = Object.fromEntries(
    kept.map(([column, value]) => [column, table === 'plan_snapshot' ? inside(value) : value]),
  )
  return namesCoordinator(table, row) ? { ...free, reason: null } : free
}

/** When a case is given to somebody, the step's reason is their name. */
const namesCoordinator = (table: TableName, { event, subject_kind: kind }: Row): boolean =>
  table === 'case_step' && kind === 'application' && (event === 'assign' || event === 'hand-over')

/** What the approved text of a plan says of staff, wherever it stands in it. */
const staffInside = new Set(['authorIds', 'coordinatorId', 'accountId', 'coordinator'])

function inside(value: Json): Json {
  if (Array.isArray(value)) return value.map(inside)
  if (value === null || typeof value !== 'object') return value
  const kept = Object.entries(value).filter(([name]) => !staffInside.has(name))
  return Object.fromEntries(
    kept.map(([name, inner]) => [name, inside(name === 'approval' ? withoutName(inner ?? null) : (inner ?? null))]),
  )
}

function withoutName(approval: Json): Json {
  if (approval === null || typeof approval !== 'object' || Array.isArray(approval)) return approval
  const { name: _, ...rest } = approval
  return rest
}
