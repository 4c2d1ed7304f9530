import type { Attachment } from '#domains/casework/public.ts'
import type { FieldError, FormValues } from '#platform/forms.ts'
import type { CopiedTable, WouldGo } from './copy/copy.ts'
import type { EraseFacts } from './erase-person.ts'
import type { Subject } from './subject.ts'

export interface Hold {
  reason: string
  setByName: string
  setAt: Temporal.Instant
  liftedByName: string | null
  liftedAt: Temporal.Instant | null
  liftReason: string | null
}

/** What the centre's rule says of this file today. */
export type Retention =
  | { kind: 'unknown' }
  | { kind: 'forever' }
  | { kind: 'due' | 'not-due'; on: Temporal.PlainDate }
  | { kind: 'open' }

export interface SubjectPageProps {
  subject: Subject
  name: string
  tables: readonly Pick<CopiedTable, 'table' | 'rows'>[]
  wouldGo: readonly WouldGo[]
  files: readonly Attachment[]
  holds: readonly Hold[]
  facts: EraseFacts
  erasure: { id: string; erasedAt: Temporal.Instant } | undefined
  retention: Retention
  values: FormValues
  errors: readonly FieldError[]
}
