import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { ReceivedFile } from '#platform/files/upload.ts'
import type { Tx } from '#platform/tx.ts'
import type { Application } from '../applications/application.ts'
import { whyNotAttach, whyNotRemove, type AttachRefusal, type Attachment } from './attachment.ts'
import { countStanding, insertAttachment, lockApplication, updateRemoved } from './attachment-queries.ts'

type Owner = Pick<Application, 'id' | 'personId' | 'state'>

/** Puts a received file to an application, sealed. */
export async function addAttachment(
  tx: Tx,
  application: Owner,
  { title, file }: { title: string; file: ReceivedFile },
): Promise<{ id: string } | { refused: AttachRefusal }> {
  await lockApplication(tx, application.id)
  const refused = whyNotAttach(application.state, await countStanding(tx, application.id))
  if (refused) return { refused }
  const { id } = await insertAttachment(tx, {
    applicationId: application.id,
    title,
    file,
    addedBy: staffOf(tx).accountId,
  })
  const detail = { type: file.type, size: file.bytes.length }
  recordAudit(tx, { event: 'attachment.added', ...about(application, id), detail })
  return { id }
}

/** Who removed it and why stays; the file doesn't. `version` is the one that the person removing has seen. */
export async function removeAttachment(
  tx: Tx,
  application: Owner,
  attachment: Pick<Attachment, 'id' | 'isThere'> & { version: number },
  reason: string,
): Promise<'already-gone' | 'changed-meanwhile' | undefined> {
  const refused = whyNotRemove(attachment)
  if (refused) return refused
  const { id, version } = attachment
  if (!(await updateRemoved(tx, { id, version, reason, by: staffOf(tx).accountId }))) return 'changed-meanwhile'
  recordAudit(tx, { event: 'attachment.removed', ...about(application, id) })
  return undefined
}

const about = ({ personId }: Owner, id: string) => ({ subject: { kind: 'attachment', id }, personId })
