import type { Sealer } from './sealing.ts'
import type { Tx } from './tx.ts'

export interface Letter {
  to: { name: string; address: string }
  subject: string
  text: string
}

/** A letter with a link that opens something: the link is kept sealed until the letter goes. */
interface Written extends Letter {
  link?: { address: string; sealer: Pick<Sealer, 'seal'> } | undefined
}

/** Where the link of a letter stands in its text. */
export const linkPlace = '[link]'

const purpose = 'mail link'

/** The text as it is sent. */
export const textWithLink = (
  { body, sealed_link: link }: { body: string; sealed_link: Buffer | null },
  sealer: Pick<Sealer, 'unseal'>,
): string => (link ? body.replace(linkPlace, () => sealer.unseal(purpose, link)) : body)

/** Writes a letter in this transaction; it is sent once the transaction stands, and again when sending fails. */
export async function writeMail(tx: Tx, { link, ...letter }: Written): Promise<void> {
  await tx.db
    .insertInto('mail')
    .values({
      tenant_id: tx.tenantId,
      to_name: letter.to.name,
      to_address: letter.to.address,
      subject: letter.subject,
      body: letter.text,
      sealed_link: link ? link.sealer.seal(purpose, link.address) : null,
      written_at: tx.now,
      next_attempt_at: tx.now,
    })
    .execute()
}

/** Letters that may be sent now; other senders pass them by until this transaction ends. */
export const lockDueMail = (tx: Tx, limit: number) =>
  tx.db
    .selectFrom('mail')
    .select(['id', 'to_name', 'to_address', 'subject', 'body', 'sealed_link', 'attempts'])
    .where('tenant_id', '=', tx.tenantId)
    .where('next_attempt_at', '<=', tx.now)
    .orderBy('next_attempt_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()

/** Marks a letter as gone. Its text is emptied unless it stays in the mailbox of a test installation. */
export async function updateMailSent(tx: Tx, id: string, keepBody: boolean): Promise<void> {
  await tx.db
    .updateTable('mail')
    .set({
      sent_at: tx.now,
      next_attempt_at: null,
      last_error: null,
      ...(!keepBody && { body: '', sealed_link: null }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

const mostAttempts = 10

/** Puts a letter off: 1, 2, 4 … minutes; after ten attempts it is given up and stays for a person to see. */
export async function updateMailFailed(tx: Tx, id: string, attempts: number, error: string): Promise<void> {
  const nextAttempt = attempts >= mostAttempts ? null : tx.now.add({ minutes: 2 ** (attempts - 1) })
  await tx.db
    .updateTable('mail')
    .set({ attempts, next_attempt_at: nextAttempt, last_error: error })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** The newest letters, for the mailbox page of a test installation. */
export const listMail = (tx: Tx, limit: number) =>
  tx.db
    .selectFrom('mail')
    .select(['id', 'to_name', 'to_address', 'subject', 'body', 'sealed_link', 'written_at', 'sent_at'])
    .where('tenant_id', '=', tx.tenantId)
    .orderBy('written_at', 'desc')
    .limit(limit)
    .execute()
