import type { Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { insertAccount, updateSecrets } from '../account-queries.ts'
import type { Account } from '../account.ts'
import { whyNotChange } from '../change-account.ts'
import { insertFirstRoles } from '../create-account.ts'
import { closeOtherWays } from '../other-ways.ts'
import type { AccountRefusal } from '../people-text.pl.ts'
import { deleteSessionsOf } from '../session-queries.ts'
import { sendLink, type Sender } from './send-link.ts'

export interface Colleague {
  name: string
  email: string
  phone: string
  roles: readonly Role[]
}

/** An account with its roles, which nobody can open before its person has set a password by the link they are sent. */
export async function inviteColleague(
  tx: Tx,
  { name, email, phone, roles }: Colleague,
  sender: Sender,
): Promise<{ id: string } | { refused: Extract<AccountRefusal, 'e-mail-taken'> }> {
  const id = await insertAccount(tx, { name, email, phone: phone || null })
  if (!id) return { refused: 'e-mail-taken' }
  recordAudit(tx, { event: 'account.created', subject: { kind: 'account', id } })
  await insertFirstRoles(tx, id, roles)
  await invite(tx, { id, name, email }, sender)
  return { id }
}

/**
 * Invites anew: who missed the three days, or lost the phone and the recovery codes. Whatever opened the account until
 * now opens it no more.
 */
export async function inviteAgain(
  tx: Tx,
  account: Pick<Account, 'id' | 'name' | 'email' | 'version'>,
  sender: Sender,
): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, account.id)
  if (refusal) return refusal
  if (!(await updateSecrets(tx, account, undefined))) return 'changed-meanwhile'
  await closeOtherWays(tx, account.id)
  await deleteSessionsOf(tx, account.id)
  await invite(tx, account, sender)
  return undefined
}

async function invite(tx: Tx, account: Pick<Account, 'id' | 'name' | 'email'>, sender: Sender): Promise<void> {
  await sendLink(tx, account, 'invitation', sender)
  recordAudit(tx, { event: 'account.invited', subject: { kind: 'account', id: account.id } })
}
