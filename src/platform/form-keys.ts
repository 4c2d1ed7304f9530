import { randomBytes } from 'node:crypto'
import type { Tx } from './db.ts'

/** The name of the hidden field that makes a form idempotent. */
export const formKeyField = '_key'

const shape = /^[A-Za-z0-9_-]{22}$/

/** A new key for a form that is about to be shown: 128 random bits. */
export const newFormKey = (): string => randomBytes(16).toString('base64url')

export type Claim =
  | { first: true }
  /** Sent before: the work is done already, and this is where it led. */
  | { first: false; location: string }
  /** Not a key of this form and this person. */
  | { first: false; refused: 'not-a-form-key' }

/**
 * Claims the key before the work is done. A second request with the same key waits here for the first one's end, and
 * is then led to the same place. Call keepLocation with the outcome in the same transaction.
 */
export async function claimFormKey(tx: Tx, key: string, form: string): Promise<Claim> {
  if (!shape.test(key)) return { first: false, refused: 'not-a-form-key' }
  await deleteOldSubmissions(tx)
  const inserted = await tx.db
    .insertInto('form_submission')
    .values({
      tenant_id: tx.tenantId,
      form_key: key,
      form,
      submitted_by: submitter(tx),
      location: '',
      submitted_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'form_key']).doNothing())
    .returning('form_key')
    .executeTakeFirst()
  if (inserted) return { first: true }
  const earlier = await findSubmission(tx, key)
  if (!earlier || earlier.form !== form || earlier.submitted_by !== submitter(tx)) {
    return { first: false, refused: 'not-a-form-key' }
  }
  return { first: false, location: earlier.location }
}

export async function keepLocation(tx: Tx, key: string, location: string): Promise<void> {
  await tx.db
    .updateTable('form_submission')
    .set({ location })
    .where('tenant_id', '=', tx.tenantId)
    .where('form_key', '=', key)
    .execute()
}

/** A browser may bring a page back after days; where it led may be a sealed receipt, which is not kept for ever. */
const keptDays = 30

async function deleteOldSubmissions(tx: Tx): Promise<void> {
  const before = tx.now.subtract({ hours: 24 * keptDays })
  await tx.db
    .deleteFrom('form_submission')
    .where('tenant_id', '=', tx.tenantId)
    .where('submitted_at', '<', before)
    .execute()
}

const submitter = (tx: Tx): string => (tx.actor.kind === 'staff' ? tx.actor.accountId : tx.actor.kind)

const findSubmission = (tx: Tx, key: string) =>
  tx.db
    .selectFrom('form_submission')
    .select(['form', 'submitted_by', 'location'])
    .where('tenant_id', '=', tx.tenantId)
    .where('form_key', '=', key)
    .executeTakeFirst()
