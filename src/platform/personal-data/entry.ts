import type { DB } from '../schema.ts'

export type TableName = keyof DB
export type ColumnName<T extends TableName> = Extract<keyof DB[T], string>

/** What kind of data of a person a column holds. */
export type DataClass =
  /** Who it is: name, date of birth, PESEL, what is made from them. */
  | 'identity'
  /** How to reach them. */
  | 'contact'
  /** What their life is like: words, needs, goals, agreements. */
  | 'situation'
  /** Art. 9 and 10 GDPR: health, disability, addiction, violence … */
  | 'special'
  /** Someone else in the person's case: a reporter, a carer, a witness. */
  | 'others'
  /** Names nobody, but leads to someone for whoever knows more: ids, numbers of cases, keyed hashes. */
  | 'pseudonymous'
  /** About those who work at the centre. */
  | 'staff'

/**
 * What stands in the column after an erasure: nothing, an empty text, a dash (where something stood), an empty list, a
 * list with a dash; a row of dashes where a check wants a longer text; or what stood there before.
 */
export type After = null | '' | typeof erasedMark | '———————————————' | '{}' | '{—}' | 'kept'

/** What an erasure leaves where a text must stand, such as a name. */
export const erasedMark = '—'

/** Why the centre processes the data at all; words and legal basis are in domains/privacy/register-text. */
export type Activity =
  | 'intake'
  | 'casework'
  | 'rights'
  | 'staff'
  | 'security'
  | 'correspondence'
  | 'directory'
  | 'operation'

/** How a row belongs to somebody: it is them, or one of its columns is found in a column of another table. */
export type Reach<T extends TableName> =
  | { column: ColumnName<T>; is: 'person' | 'report' | 'account' }
  | { [U in TableName]: { column: ColumnName<T>; in: readonly [table: U, column: ColumnName<U>] } }[TableName]

export interface Entry<T extends TableName> {
  activity: Activity
  /** Empty where rows belong to nobody, or to nobody who could be found. */
  reach?: readonly Reach<T>[]
  /** The row itself goes; nothing of it is worth keeping. */
  erased?: 'row'
  /** Columns by class; the value is what stands there afterwards. */
  personal?: { readonly [C in DataClass]?: { readonly [N in ColumnName<T>]?: After } }
  /** Columns sealed with a key outside the database, with the purpose they are sealed for. */
  sealed?: { readonly [N in ColumnName<T>]?: string }
  /** Columns of megabytes: a copy lists their rows and leaves them to be fetched one by one. */
  bulky?: readonly ColumnName<T>[]
  /** Keyed hashes of a value that is sealed in another column of the row. */
  hashed?: { readonly [N in ColumnName<T>]?: ColumnName<T> }
  /** Columns that hold no personal data. */
  other?: readonly ColumnName<T>[]
}

/** Typed against the row types: a column that vanishes doesn't compile, one that is added fails the test. */
export type Register = { readonly [T in TableName]?: Entry<T> }
