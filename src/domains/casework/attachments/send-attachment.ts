import { hash } from 'node:crypto'
import { recordAudit } from '#platform/audit.ts'
import { answerFile } from '#platform/web-download.ts'
import { found, type Ctx } from '#platform/web.ts'
import type { Attachment } from './attachment.ts'
import { findContent } from './attachment-queries.ts'

/** Answers with the file, to be saved. Each time is noted, and a file that isn't the one that was added isn't sent. */
export async function sendAttachment(c: Ctx, attachment: Attachment, { personId }: { personId: string }) {
  const { tx } = c.var
  const content = found(await findContent(tx, attachment.id))
  if (!hash('sha256', content.bytes, 'buffer').equals(content.hash)) {
    throw new Error(`attachment ${attachment.id} is not what was added`)
  }
  const subject = { kind: 'attachment', id: attachment.id }
  recordAudit(tx, { event: 'attachment.read', subject, personId })
  return answerFile(c, { name: attachment.name, type: attachment.type, bytes: content.bytes })
}
