import { caseworkRegister } from './casework-register.ts'
import { directoryRegister } from './directory-register.ts'
import type { After, DataClass, Entry, Register, TableName } from './entry.ts'
import { guardsRegister } from './guards-register.ts'
import { houseRegister } from './house-register.ts'
import { planRegister } from './plan-register.ts'
import { signInRegister } from './sign-in-register.ts'

/** Every table that could hold personal data, with all of its columns. A test reads the catalogue and misses none. */
export const register: Register = {
  ...caseworkRegister,
  ...planRegister,
  ...guardsRegister,
  ...signInRegister,
  ...houseRegister,
  ...directoryRegister,
}

export interface PersonalColumn {
  column: string
  dataClass: DataClass
  after: After
}

/** An entry without its types, for whoever walks over all of them. */
export type AnyEntry = Entry<TableName> & { reach?: readonly AnyReach[] }
export type AnyReach =
  | { column: string; is: Root }
  | { column: string; in: readonly [table: TableName, column: string] }
export type Root = 'person' | 'report' | 'account'

export const registered = (): [table: TableName, entry: AnyEntry][] =>
  Object.entries(register) as [TableName, AnyEntry][]

// The keys of the register are those of the row types; Object.entries only forgets it.
export const entryOf = (table: TableName): AnyEntry => register[table] as AnyEntry

export const personalColumns = (entry: AnyEntry): PersonalColumn[] =>
  Object.entries(entry.personal ?? {}).flatMap(([dataClass, columns]) =>
    Object.entries(columns).map(([column, after]) => ({
      column,
      dataClass: dataClass as DataClass,
      after: after as After,
    })),
  )
