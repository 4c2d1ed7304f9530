import { isStaff, staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { updateAccountState, updateSecrets } from './account-queries.ts'
import { lastDayWhenEnded, overlap, type Account, type Days, type RoleHeld } from './account.ts'
import { newSecrets, type HandedOver } from './create-account.ts'
import { deleteLinks } from './link/link-queries.ts'
import { closeOtherWays } from './other-ways.ts'
import { newPassword } from './password.ts'
import type { AccountRefusal } from './people-text.pl.ts'
import * as roleQueries from './role-queries.ts'
import { deleteSessionsOf } from './session-queries.ts'

type Change = Pick<Account, 'id' | 'version'>

/** Nobody changes their own rights: it takes two. The page asks the same before it offers a button. */
export function whyNotChange(tx: Pick<Tx, 'actor'>, accountId: string): AccountRefusal | undefined {
  return isStaff(tx.actor) && tx.actor.accountId === accountId ? 'own-account' : undefined
}

const subject = (id: string) => ({ kind: 'account', id })

/** A disabled person is out at once: their sessions end with this. */
export async function setAccountState(
  tx: Tx,
  account: Change,
  state: Account['state'],
): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, account.id)
  if (refusal) return refusal
  if (!(await updateAccountState(tx, account, state))) return 'changed-meanwhile'
  if (state === 'disabled') {
    await deleteSessionsOf(tx, account.id)
    await deleteLinks(tx, account.id)
  }
  recordAudit(tx, {
    event: state === 'disabled' ? 'account.disabled' : 'account.enabled',
    subject: subject(account.id),
  })
  return undefined
}

/** A new password and key for who lost theirs; the old ones, passkeys, and the sessions opened with them end. */
export async function renewSecrets(
  tx: Tx,
  sealer: Sealer,
  account: Change,
): Promise<{ handedOver: HandedOver } | { refused: AccountRefusal }> {
  const refused = whyNotChange(tx, account.id)
  if (refused) return { refused }
  const { handedOver, secrets } = await newSecrets(sealer, newPassword())
  if (!(await updateSecrets(tx, account, secrets))) return { refused: 'changed-meanwhile' }
  await deleteSessionsOf(tx, account.id)
  await closeOtherWays(tx, account.id)
  await deleteLinks(tx, account.id)
  recordAudit(tx, { event: 'account.secrets-renewed', subject: subject(account.id) })
  return { handedOver }
}

export async function grantRole(
  tx: Tx,
  accountId: string,
  given: Omit<RoleHeld, 'id'>,
): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, accountId)
  if (refusal) return refusal
  const held = await roleQueries.listRoles(tx, accountId)
  if (held.some((one) => one.role === given.role && overlap(one, given))) return 'role-held'
  await roleQueries.insertRole(tx, accountId, given)
  const { role, validFrom, validUntil } = given
  recordAudit(tx, {
    event: 'role.granted',
    subject: subject(accountId),
    detail: { role, from: validFrom.toString(), until: validUntil?.toString() ?? null },
  })
  return undefined
}

/** From now on the person doesn't hold the role; what is ended already stays as it is. */
export async function endRole(tx: Tx, accountId: string, id: string): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, accountId)
  if (refusal) return refusal
  const role = await roleQueries.updateRoleEnd(tx, accountId, id, lastDayWhenEnded(dayOf(tx.now)))
  if (role) recordAudit(tx, { event: 'role.ended', subject: subject(accountId), detail: { role } })
  return undefined
}

export async function authoriseApproval(tx: Tx, accountId: string, days: Days): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, accountId)
  if (refusal) return refusal
  const held = await roleQueries.listAuthorisations(tx, accountId)
  if (held.some((one) => overlap(one, days))) return 'authorised-already'
  await roleQueries.insertAuthorisation(tx, accountId, staffOf(tx).accountId, days)
  recordAudit(tx, {
    event: 'authorisation.granted',
    subject: subject(accountId),
    detail: { from: days.validFrom.toString(), until: days.validUntil?.toString() ?? null },
  })
  return undefined
}

export async function endAuthorisation(tx: Tx, accountId: string, id: string): Promise<AccountRefusal | undefined> {
  const refusal = whyNotChange(tx, accountId)
  if (refusal) return refusal
  const ended = await roleQueries.updateAuthorisationEnd(tx, accountId, id, lastDayWhenEnded(dayOf(tx.now)))
  if (ended) recordAudit(tx, { event: 'authorisation.ended', subject: subject(accountId) })
  return undefined
}
