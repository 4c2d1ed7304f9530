import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from './db.ts'
import type { FormValues } from './forms.ts'

/** How long an unfinished form waits for its person. */
export const draftDays = 30

/** The token that finds a draft again; it lives in the person's browser, the database knows only its hash. */
export const newDraftToken = (): string => randomBytes(24).toString('base64url')

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function findDraft(tx: Tx, token: string, form: string): Promise<FormValues | undefined> {
  const row = await tx.db
    .selectFrom('form_draft')
    .select('answers')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', hash(token))
    .where('form', '=', form)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row?.answers as FormValues | undefined
}

/** Keeps the answers given so far, over those kept before. Whatever has waited too long at the centre goes. */
export async function saveDraft(tx: Tx, token: string, form: string, answers: FormValues): Promise<void> {
  await tx.db.deleteFrom('form_draft').where('tenant_id', '=', tx.tenantId).where('expires_at', '<=', tx.now).execute()
  const kept = {
    answers: JSON.stringify(answers),
    updated_at: tx.now,
    expires_at: tx.now.add({ hours: 24 * draftDays }),
  }
  await tx.db
    .insertInto('form_draft')
    .values({ tenant_id: tx.tenantId, token_hash: hash(token), form, ...kept })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'token_hash', 'form']).doUpdateSet(kept))
    .execute()
}

export async function deleteDraft(tx: Tx, token: string, form: string): Promise<void> {
  await tx.db
    .deleteFrom('form_draft')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', hash(token))
    .where('form', '=', form)
    .execute()
}
