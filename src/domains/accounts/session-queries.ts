import type { Role } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import { endOfSession, type SessionTimes } from './session.ts'

export interface Session extends SessionTimes {
  accountId: string
  name: string
  state: 'active' | 'disabled'
  provenAt: Temporal.Instant
}

export async function findSession(tx: Tx, tokenHash: Buffer): Promise<Session | undefined> {
  return tx.db
    .selectFrom('session')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'session.tenant_id').onRef('account.id', '=', 'session.account_id'),
    )
    .select([
      'session.account_id as accountId',
      'session.last_seen_at as lastSeenAt',
      'session.expires_at as expiresAt',
      'session.proven_at as provenAt',
      'account.name',
      'account.state',
    ])
    .where('session.tenant_id', '=', tx.tenantId)
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export async function insertSession(
  tx: Tx,
  session: { tokenHash: Buffer; accountId: string; browser: string },
): Promise<void> {
  await tx.db
    .insertInto('session')
    .values({
      tenant_id: tx.tenantId,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      browser: session.browser,
      created_at: tx.now,
      last_seen_at: tx.now,
      proven_at: tx.now,
      expires_at: endOfSession(tx.now),
    })
    .execute()
}

/** The session goes on under a new token, proven just now; false when the old token's session has ended. */
export async function updateProof(tx: Tx, earlier: Buffer, tokenHash: Buffer): Promise<boolean> {
  const updated = await tx.db
    .updateTable('session')
    .set({ token_hash: tokenHash, proven_at: tx.now, last_seen_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', earlier)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

export async function updateLastSeen(tx: Tx, tokenHash: Buffer): Promise<void> {
  await tx.db
    .updateTable('session')
    .set({ last_seen_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .execute()
}

/** The account whose session it was; undefined when there was none. */
export async function deleteSession(tx: Tx, tokenHash: Buffer): Promise<string | undefined> {
  const deleted = await tx.db
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .returning('account_id')
    .executeTakeFirst()
  return deleted?.account_id
}

export async function deleteSessionsOf(tx: Tx, accountId: string): Promise<void> {
  await tx.db.deleteFrom('session').where('tenant_id', '=', tx.tenantId).where('account_id', '=', accountId).execute()
}

/** Ended ones stay for a day, so that a form sent after the end is still known to be its person's. */
export async function deleteOldSessions(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .where('expires_at', '<', tx.now.subtract({ hours: 24 }))
    .execute()
}

export interface HeldRole {
  role: Role
  asDeputy: boolean
}

/** The roles a person holds on a day: their own, and those of the absent whom they stand in for and who hold them. */
export async function listRolesOn(tx: Tx, accountId: string, day: Temporal.PlainDate): Promise<HeldRole[]> {
  const own = tx.db
    .selectFrom('account_role')
    .select((eb) => ['role', eb.lit(false).$castTo<boolean>().as('asDeputy')])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
  const asDeputy = tx.db
    .selectFrom('deputy')
    .innerJoin('account_role', (join) =>
      join
        .onRef('account_role.tenant_id', '=', 'deputy.tenant_id')
        .onRef('account_role.account_id', '=', 'deputy.absent_id')
        .onRef('account_role.role', '=', 'deputy.role'),
    )
    .select((eb) => ['deputy.role', eb.lit(true).$castTo<boolean>().as('asDeputy')])
    .where('deputy.tenant_id', '=', tx.tenantId)
    .where('deputy.deputy_id', '=', accountId)
    .where('deputy.valid_from', '<=', day)
    .where('deputy.valid_until', '>=', day)
    .where('account_role.valid_from', '<=', day)
    .where((eb) => eb.or([eb('account_role.valid_until', 'is', null), eb('account_role.valid_until', '>=', day)]))
  return own.union(asDeputy).execute()
}

/** Signs everyone of the centre out; returns how many sessions ended. */
export async function deleteAllSessions(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('session')
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
