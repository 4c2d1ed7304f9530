import type { Tx } from '#platform/tx.ts'
import type { NewPasskey } from './ceremony.ts'
import type { Passkey } from './passkey.ts'

export async function listPasskeys(tx: Tx, accountId: string): Promise<Passkey[]> {
  return tx.db
    .selectFrom('passkey')
    .select([
      'id',
      'name',
      'host',
      'synced',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'suspended_at as suspendedAt',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** What their devices are told, so that none makes a second passkey for the same account. */
export async function listCredentialIds(tx: Tx, accountId: string): Promise<Buffer[]> {
  const rows = await tx.db
    .selectFrom('passkey')
    .select('credential_id')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
  return rows.map(({ credential_id }) => credential_id)
}

export interface PasskeyToSignIn {
  id: string
  accountId: string
  publicKey: Buffer
  signCount: number
  suspended: boolean
  name: string
  email: string
}

/** With whose it is, until the transaction ends: two signatures at once are checked one after the other. */
export async function lockPasskey(tx: Tx, credentialId: Buffer): Promise<PasskeyToSignIn | undefined> {
  return tx.db
    .selectFrom('passkey')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'passkey.tenant_id').onRef('account.id', '=', 'passkey.account_id'),
    )
    .select((eb) => [
      'passkey.id',
      'passkey.account_id as accountId',
      'passkey.public_key as publicKey',
      'passkey.sign_count as signCount',
      eb('passkey.suspended_at', 'is not', null).$castTo<boolean>().as('suspended'),
      'account.name',
      'account.email',
    ])
    .where('passkey.tenant_id', '=', tx.tenantId)
    .where('passkey.credential_id', '=', credentialId)
    .forUpdate('passkey')
    .executeTakeFirst()
}

/** False when the passkey is known already, be it another account's. */
export async function insertPasskey(
  tx: Tx,
  accountId: string,
  { name, host, ...made }: NewPasskey & Pick<Passkey, 'name' | 'host'>,
): Promise<string | undefined> {
  const inserted = await tx.db
    .insertInto('passkey')
    .values({
      tenant_id: tx.tenantId,
      account_id: accountId,
      credential_id: made.credentialId,
      public_key: made.publicKey,
      host,
      sign_count: made.signCount,
      synced: made.synced,
      name,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'credential_id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

export async function updatePasskeyUsed(
  tx: Tx,
  id: string,
  { signCount, synced }: { signCount: number; synced: boolean },
): Promise<void> {
  await tx.db
    .updateTable('passkey')
    .set({ sign_count: signCount, synced, last_used_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

export async function updatePasskeySuspended(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('passkey')
    .set({ suspended_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** False when it isn't this account's. */
export async function updatePasskeyName(tx: Tx, accountId: string, id: string, name: string): Promise<boolean> {
  const updated = await tx.db
    .updateTable('passkey')
    .set({ name })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** False when it isn't this account's, or is gone. */
export async function deletePasskey(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const deleted = await tx.db
    .deleteFrom('passkey')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return deleted !== undefined
}

/** How many there were. */
export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<number> {
  const deleted = await tx.db
    .deleteFrom('passkey')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .returning('id')
    .execute()
  return deleted.length
}

/** Whether the account has a passkey that works at this address. */
export async function hasPasskeyAt(tx: Tx, accountId: string, host: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('passkey')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('host', '=', host)
    .where('suspended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
