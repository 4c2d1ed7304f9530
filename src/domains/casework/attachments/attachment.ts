import type { FileType } from '#platform/files/file-type.ts'
import type { ApplicationState } from '../application-states.ts'
import { isOpen } from '../applications/application.ts'

/** What was handed in with an application, without the file itself. */
export interface Attachment {
  id: string
  /** What it is, in the words of whoever added it. */
  title: string
  name: string
  type: FileType
  size: number
  addedBy: string
  addedAt: Temporal.Instant
  removal: { by: string; at: Temporal.Instant; reason: string } | undefined
  /** False when it was removed, or its person erased. */
  isThere: boolean
  version: number
}

/** The most that stand with one application at a time. */
export const mostAttachments = 20

export type AttachRefusal = 'application-ended' | 'too-many'

export function whyNotAttach(state: ApplicationState, standing: number): AttachRefusal | undefined {
  if (!isOpen(state)) return 'application-ended'
  if (standing >= mostAttachments) return 'too-many'
  return undefined
}

/** Also of an application that has ended: what belongs to somebody else must not stay. */
export const whyNotRemove = ({ isThere }: Pick<Attachment, 'isThere'>): 'already-gone' | undefined => {
  if (!isThere) return 'already-gone'
  return undefined
}
