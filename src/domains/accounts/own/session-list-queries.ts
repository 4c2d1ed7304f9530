import type { Tx } from '#platform/tx.ts'
import { idleMinutes } from '../session.ts'
import type { SignedInBrowser } from './signed-in-browser.ts'

const living = (tx: Tx, tokenHash: Buffer | undefined) =>
  tx.db
    .selectFrom('session')
    .select(['session.id', 'session.browser', 'session.created_at as since', 'session.last_seen_at as lastSeen'])
    .select((eb) =>
      eb('session.token_hash', '=', tokenHash ?? Buffer.alloc(0))
        .$castTo<boolean>()
        .as('current'),
    )
    .where('session.tenant_id', '=', tx.tenantId)
    .where('session.expires_at', '>', tx.now)
    .where('session.last_seen_at', '>', tx.now.subtract({ minutes: idleMinutes }))
    .orderBy('session.last_seen_at', 'desc')

export async function listSessionsOf(
  tx: Tx,
  accountId: string,
  tokenHash: Buffer | undefined,
): Promise<SignedInBrowser[]> {
  return living(tx, tokenHash).where('session.account_id', '=', accountId).execute()
}

/** Everyone at the centre who is signed in, with whose session it is. */
export async function listAllSessions(
  tx: Tx,
  tokenHash: Buffer | undefined,
): Promise<(SignedInBrowser & { accountId: string; name: string })[]> {
  return living(tx, tokenHash)
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.id', '=', 'session.account_id'),
    )
    .select(['session.account_id as accountId', 'account.name'])
    .where('account.state', '=', 'active')
    .execute()
}

/** Whose session it was; undefined when there is none. With `accountId` only one of theirs. */
export async function deleteSessionById(tx: Tx, id: string, accountId?: string): Promise<string | undefined> {
  const ended = await tx.db
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .$if(accountId !== undefined, (query) => query.where('account_id', '=', accountId!))
    .returning('account_id')
    .executeTakeFirst()
  return ended?.account_id
}

/** All sessions of the account but the one that goes on. */
export async function deleteOtherSessions(tx: Tx, accountId: string, tokenHash: Buffer | undefined): Promise<void> {
  await tx.db
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('token_hash', '<>', tokenHash ?? Buffer.alloc(0))
    .execute()
}
