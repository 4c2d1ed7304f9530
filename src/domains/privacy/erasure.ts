import type { Subject } from './subject.ts'

export const erasureBases = ['retention', 'request', 'order'] as const
export type ErasureBasis = (typeof erasureBases)[number]

export interface DecidedErasure {
  id: string
  subject: Subject
  basis: ErasureBasis
  caseNumbers: readonly string[]
  contentHash: Buffer
  by: { accountId: string; name: string }
}
