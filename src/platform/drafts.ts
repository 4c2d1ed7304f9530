import { createHash, randomBytes } from 'node:crypto'
import type { Tx } from './db.ts'
import type { FormValues } from './forms.ts'

const purpose = 'form draft'

/** A PESEL inside a draft is sealed once more, so that it isn't even in the answers that pass through the program. */
export const peselInDraft = 'pesel in a draft'

/** How long an unfinished form waits for its person. */
export const draftDays = 30

/** The token that finds a draft again; it lives in the person's browser, the database knows only its hash. */
export const newDraftToken = (): string => randomBytes(24).toString('base64url')

const hash = (token: string): Buffer => createHash('sha256').update(token).digest()

export async function findDraft(tx: Tx, token: string, form: string): Promise<FormValues | undefined> {
  const row = await tx.db
    .selectFrom('form_draft')
    .select('answers_sealed')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', hash(token))
    .where('form', '=', form)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return row && open(tx, row.answers_sealed)
}

// Only saveDraft writes it.
const open = ({ sealer }: Tx, sealed: Buffer): FormValues =>
  Object.assign(Object.create(null), JSON.parse(sealer.unseal(purpose, sealed))) as FormValues

/** Keeps the answers given so far, over those kept before. Whatever has waited too long at the centre goes. */
export async function saveDraft(tx: Tx, token: string, form: string, answers: FormValues): Promise<void> {
  await tx.db.deleteFrom('form_draft').where('tenant_id', '=', tx.tenantId).where('expires_at', '<=', tx.now).execute()
  const kept = {
    answers_sealed: tx.sealer.seal(purpose, JSON.stringify(answers)),
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

/** Deletes the drafts in which one of these phones, addresses or numbers stands, however it was typed; gives how many. */
export async function deleteDraftsNaming(tx: Tx, marks: readonly string[]): Promise<number> {
  const rows = await tx.db
    .selectFrom('form_draft')
    .select(['token_hash', 'form', 'answers_sealed'])
    .where('tenant_id', '=', tx.tenantId)
    .execute()
  const sought = marks.map(squeezed).filter((mark) => mark.length >= 5)
  const named = rows.filter((row) => {
    const text = squeezed(textOf(tx, open(tx, row.answers_sealed)))
    return sought.some((mark) => text.includes(mark))
  })
  for (const { token_hash, form } of named) {
    await tx.db
      .deleteFrom('form_draft')
      .where('tenant_id', '=', tx.tenantId)
      .where('token_hash', '=', token_hash)
      .where('form', '=', form)
      .execute()
  }
  return named.length
}

/** Everything in a draft as one text, what is sealed in it opened. */
const textOf = ({ sealer }: Tx, answers: FormValues): string =>
  Object.entries(answers)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, one] as const))
    .map(([name, value]) => {
      if (name === 'peselSealed') return sealer.unseal(peselInDraft, Buffer.from(value, 'base64url'))
      return name === 'body' ? [...new URLSearchParams(value).values()].join('\n') : value
    })
    .join('\n')

/** Without what phones and names are set apart by, and without Poland's prefix. */
const squeezed = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s().-]/g, '')
    .replaceAll('+48', '')
