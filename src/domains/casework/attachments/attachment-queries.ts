import type { ReceivedFile } from '#platform/files/upload.ts'
import type { Tx } from '#platform/tx.ts'
import type { Attachment } from './attachment.ts'

/** What each is sealed for; the register of personal data names the same. */
const sealedFor = {
  title: 'attachment title',
  name: 'attachment name',
  content: 'attachment',
  reason: 'attachment reason',
} as const

/** Others who add to the same application wait here for the end of this transaction. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
  await tx.db
    .selectFrom('application')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', applicationId)
    .forNoKeyUpdate()
    .execute()
}

export async function countStanding(tx: Tx, applicationId: string): Promise<number> {
  const { count } = await tx.db
    .selectFrom('attachment')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('tenant_id', '=', tx.tenantId)
    .where('application_id', '=', applicationId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

interface NewAttachment {
  applicationId: string
  title: string
  file: ReceivedFile
  addedBy: string
}

export async function insertAttachment(tx: Tx, { applicationId, title, file, addedBy }: NewAttachment) {
  return tx.db
    .insertInto('attachment')
    .values({
      tenant_id: tx.tenantId,
      application_id: applicationId,
      title_sealed: tx.sealer.seal(sealedFor.title, title),
      name_sealed: tx.sealer.seal(sealedFor.name, file.name),
      media_type: file.type,
      size: file.bytes.length,
      content_hash: file.hash,
      content_sealed: tx.sealer.seal(sealedFor.content, file.bytes),
      added_by: addedBy,
      added_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
}

const selectAttachments = (tx: Tx) =>
  tx.db
    .selectFrom('attachment')
    .select([
      'id',
      'application_id as applicationId',
      'title_sealed',
      'name_sealed',
      'media_type as type',
      'size',
      'added_by as addedBy',
      'added_at as addedAt',
      'removed_by',
      'removed_at',
      'reason_sealed',
      'version',
    ])
    .select((eb) => eb('content_sealed', 'is not', null).as('isThere'))
    .where('attachment.tenant_id', '=', tx.tenantId)

type Row = Awaited<ReturnType<ReturnType<typeof selectAttachments>['executeTakeFirstOrThrow']>>

const read = (tx: Tx, row: Row): Attachment & { applicationId: string } => {
  const { title_sealed, name_sealed, removed_by, removed_at, reason_sealed, isThere, ...plain } = row
  const reason = () => tx.sealer.unseal(sealedFor.reason, reason_sealed)
  return {
    ...plain,
    isThere: Boolean(isThere),
    title: tx.sealer.unseal(sealedFor.title, title_sealed),
    name: tx.sealer.unseal(sealedFor.name, name_sealed),
    removal: removed_by && removed_at ? { by: removed_by, at: removed_at, reason: reason() } : undefined,
  }
}

/** In the order in which they came; the removed ones too. The application is one within the reader's scope. */
export async function listAttachments(tx: Tx, applicationId: string): Promise<Attachment[]> {
  const rows = await selectAttachments(tx)
    .where('application_id', '=', applicationId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => read(tx, row))
}

export async function findAttachment(tx: Tx, applicationId: string, id: string): Promise<Attachment | undefined> {
  const row = await selectAttachments(tx)
    .where('application_id', '=', applicationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && read(tx, row)
}

/** All that a person handed in, whichever application it came with; for answering the rights of that person. */
export async function listAttachmentsOfPerson(
  tx: Tx,
  personId: string,
): Promise<(Attachment & { applicationId: string })[]> {
  const rows = await selectAttachments(tx)
    .where('application_id', 'in', (eb) =>
      eb
        .selectFrom('application')
        .select('application.id')
        .where('application.tenant_id', '=', tx.tenantId)
        .where('application.person_id', '=', personId),
    )
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => read(tx, row))
}

/** The file, and its SHA-256 from the day when it was added. */
export async function findContent(tx: Tx, id: string): Promise<{ bytes: Buffer; hash: Buffer } | undefined> {
  const row = await tx.db
    .selectFrom('attachment')
    .select(['content_sealed', 'content_hash as hash'])
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row?.content_sealed) return undefined
  return { bytes: tx.sealer.unsealBytes(sealedFor.content, row.content_sealed), hash: row.hash }
}

interface Removal {
  id: string
  version: number
  reason: string
  by: string
}

/** Takes the file away and leaves the line; false when somebody was faster. */
export async function updateRemoved(tx: Tx, { id, version, reason, by }: Removal): Promise<boolean> {
  const updated = await tx.db
    .updateTable('attachment')
    .set((eb) => ({
      content_sealed: null,
      removed_by: by,
      removed_at: tx.now,
      reason_sealed: tx.sealer.seal(sealedFor.reason, reason),
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
