import type { FormValues } from '../forms.ts'
import type { ContentRefusal, FileType } from './file-type.ts'

/** The most that a file may have. */
export const maxFileBytes = 10 * 1024 * 1024

/** The name of the field in which every form sends its file. */
export const fileField = 'file'

export type FileRefusal = ContentRefusal | 'missing' | 'empty' | 'too-large' | 'infected' | 'unscanned'

/** A file that holds together, is of a known type, small enough, and in which no virus was found where one is looked for. */
export interface ReceivedFile {
  name: string
  type: FileType
  bytes: Buffer
  /** SHA-256. */
  hash: Buffer
}

/** What a form with a file sent: the fields as always, and the file or what is wrong with it. */
export interface Upload {
  values: FormValues
  file: ReceivedFile | { refused: FileRefusal }
}
