import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { OwnOrigin } from '#platform/web-origin.ts'
import type { Account } from '../account.ts'
import { writeNotice } from '../letters/letters.ts'
import type { Visit } from '../open-session.ts'
import { hashToken } from '../session.ts'
import { readNewPasskey, type NewPasskeySent } from './ceremony.ts'
import { deleteChallenge, insertChallenge } from './challenge-queries.ts'
import * as queries from './passkey-queries.ts'
import { mostPasskeys } from './passkey.ts'

export type AddRefusal = 'too-many-passkeys' | 'not-made' | 'known-already'

/** What a device shall sign to become the account's, for the browser of this session only. */
export async function challengeToAdd(tx: Tx, session: string | undefined): Promise<Buffer | undefined> {
  const tokenHash = hashToken(session)
  return tokenHash && insertChallenge(tx, 'add', tokenHash)
}

export async function whyNotAdd(tx: Tx, accountId: string): Promise<AddRefusal | undefined> {
  return (await queries.listCredentialIds(tx, accountId)).length >= mostPasskeys ? 'too-many-passkeys' : undefined
}

interface NewPasskey {
  sent: NewPasskeySent
  name: string
  visit: Visit
  own: OwnOrigin
}

/** Keeps a device's new passkey for the account that is signed in, and tells its person by letter. */
export async function addPasskey(
  tx: Tx,
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { sent, name, visit, own }: NewPasskey,
): Promise<AddRefusal | undefined> {
  const refusal = await whyNotAdd(tx, account.id)
  if (refusal) return refusal
  const tokenHash = hashToken(visit.session)
  const challenge = tokenHash && (await deleteChallenge(tx, 'add', tokenHash))
  if (!challenge) return 'not-made'
  const made = readNewPasskey(sent, { challenge, ...own })
  if ('refused' in made) return 'not-made'
  const id = await queries.insertPasskey(tx, account.id, { ...made, name, host: own.host })
  if (id === undefined) return 'known-already'
  recordAudit(tx, { event: 'passkey.added', subject: { kind: 'account', id: account.id }, detail: { passkey: id } })
  await writeNotice(tx, account, { kind: 'passkey-added' }, visit)
  return undefined
}

/** False when there is no such passkey of this account. */
export async function removePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const removed = await queries.deletePasskey(tx, accountId, id)
  if (removed) {
    recordAudit(tx, { event: 'passkey.removed', subject: { kind: 'account', id: accountId }, detail: { passkey: id } })
  }
  return removed
}

/** None of the account's passkeys opens anything any more: it got new secrets. */
export async function removeAllPasskeys(tx: Tx, accountId: string): Promise<void> {
  const count = await queries.deletePasskeysOf(tx, accountId)
  if (count > 0) {
    recordAudit(tx, { event: 'passkey.removed', subject: { kind: 'account', id: accountId }, detail: { count } })
  }
}
