import { isStaff } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { isRecent, proofMinutes } from '#platform/web-proof.ts'
import { findAccount } from '../account-queries.ts'
import { findSignedIn } from '../identify.ts'
import { writeNotice } from '../letters/letters.ts'
import type { Visit } from '../open-session.ts'
import { isSamePerson, type Claims } from './identity-provider.ts'
import { deleteIdentity, insertIdentity, type StoredProvider } from './identity-queries.ts'
import { minutesAway } from './way-there.ts'

export type LinkRefusal = 'signed-out' | 'another-person' | 'linked-already'

interface Link {
  /** The account that the way to the provider began from. */
  accountId: string
  visit: Visit
  claims: Claims
  provider: StoredProvider
}

/**
 * Links the provider's account to the account that is signed in, which proved both factors before it left. An e-mail
 * address alone links nothing: addresses are handed on to others, and some providers let people choose theirs.
 */
export async function linkIdentity(
  tx: Tx,
  { accountId, visit, claims, provider }: Link,
): Promise<LinkRefusal | undefined> {
  const known = await findSignedIn(tx, visit.session)
  const proven = known && isRecent(known.provenAt, tx.now, proofMinutes + minutesAway)
  if (!proven || known.actor.accountId !== accountId) return 'signed-out'
  tx.actor = known.actor
  const account = await findAccount(tx, accountId)
  if (!account || !isSamePerson(claims, provider, account.email)) return 'another-person'
  const isLinked = await insertIdentity(tx, { accountId, issuer: provider.issuer, subject: claims.sub })
  if (!isLinked) return 'linked-already'
  recordAudit(tx, { event: 'identity.linked', subject: { kind: 'account', id: accountId } })
  await writeNotice(tx, account, { kind: 'identity-linked' }, visit)
  return undefined
}

/** From now on the provider's account doesn't open this one. */
export async function unlinkIdentity(tx: Tx, accountId: string): Promise<void> {
  const unlinked = await deleteIdentity(tx, accountId)
  if (!unlinked) return
  const by = isStaff(tx.actor) && tx.actor.accountId === accountId ? 'own' : 'administrator'
  recordAudit(tx, { event: 'identity.unlinked', subject: { kind: 'account', id: accountId }, detail: { by } })
}
