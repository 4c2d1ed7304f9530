import type { Tx } from '#platform/tx.ts'
import { endOfLink, type LinkKind } from './access-link.ts'

export async function insertLink(
  tx: Tx,
  { tokenHash, accountId, kind }: { tokenHash: Buffer; accountId: string; kind: LinkKind },
): Promise<void> {
  await tx.db
    .insertInto('access_link')
    .values({
      tenant_id: tx.tenantId,
      token_hash: tokenHash,
      account_id: accountId,
      kind,
      made_at: tx.now,
      expires_at: endOfLink(kind, tx.now),
    })
    .execute()
}

/** Whose account a link opens, while it lasts and the account is active. */
export async function findLink(tx: Tx, kind: LinkKind, tokenHash: Buffer): Promise<string | undefined> {
  const link = await tx.db
    .selectFrom('access_link')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'access_link.tenant_id').onRef('account.id', '=', 'access_link.account_id'),
    )
    .select('access_link.account_id as id')
    .where('access_link.tenant_id', '=', tx.tenantId)
    .where('access_link.token_hash', '=', tokenHash)
    .where('access_link.kind', '=', kind)
    .where('access_link.expires_at', '>', tx.now)
    .where('account.state', '=', 'active')
    .executeTakeFirst()
  return link?.id
}

/** True while the link is there; whoever else holds it waits for this transaction's end, and then finds it gone. */
export async function lockLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const link = await tx.db
    .selectFrom('access_link')
    .select('account_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', tx.now)
    .forUpdate()
    .executeTakeFirst()
  return link !== undefined
}

/** All links that open this account, and those of anybody that have expired. */
export async function deleteLinks(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('access_link')
    .where('tenant_id', '=', tx.tenantId)
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('expires_at', '<=', tx.now)]))
    .execute()
}

/** Until when the invitation of this person can be taken up; undefined when there is none. */
export async function findInvitationEnd(tx: Tx, accountId: string): Promise<Temporal.Instant | undefined> {
  const link = await tx.db
    .selectFrom('access_link')
    .select('expires_at')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'invitation')
    .where('expires_at', '>', tx.now)
    .executeTakeFirst()
  return link?.expires_at
}
