import type { Tx } from '#platform/tx.ts'
import type { IdentityProvider, LinkedIdentity } from './identity-provider.ts'

export interface StoredProvider extends IdentityProvider {
  /** Sealed. */
  clientSecret: Buffer
}

export async function findProvider(tx: Tx): Promise<StoredProvider | undefined> {
  return tx.db
    .selectFrom('identity_provider')
    .select([
      'name',
      'issuer',
      'client_id as clientId',
      'client_secret as clientSecret',
      'matching_claim as matchingClaim',
      'second_factor as secondFactor',
      'acr',
      'state',
      'version',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .executeTakeFirst()
}

const toRow = (provider: Omit<StoredProvider, 'version'>) => ({
  name: provider.name,
  issuer: provider.issuer,
  client_id: provider.clientId,
  client_secret: provider.clientSecret,
  matching_claim: provider.matchingClaim,
  second_factor: provider.secondFactor,
  acr: provider.acr,
  state: provider.state,
})

/** False when the centre has one already. */
export async function insertProvider(tx: Tx, provider: Omit<StoredProvider, 'version'>): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('identity_provider')
    .values({ tenant_id: tx.tenantId, ...toRow(provider), changed_at: tx.now })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .returning('version')
    .executeTakeFirst()
  return inserted !== undefined
}

/** False when it was changed since it was shown. */
export async function updateProvider(tx: Tx, { version, ...provider }: StoredProvider): Promise<boolean> {
  const updated = await tx.db
    .updateTable('identity_provider')
    .set((eb) => ({ ...toRow(provider), changed_at: tx.now, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  return updated !== undefined
}

export interface LinkedAccount {
  id: string
  name: string
  email: string
}

/** Whose account it is at the provider; a subject is the provider's lasting name of a person. */
export async function findLinkedAccount(tx: Tx, issuer: string, subject: string): Promise<LinkedAccount | undefined> {
  return tx.db
    .selectFrom('account_identity')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'account_identity.tenant_id')
        .onRef('account.id', '=', 'account_identity.account_id'),
    )
    .select(['account.id', 'account.name', 'account.email'])
    .where('account_identity.tenant_id', '=', tx.tenantId)
    .where('account_identity.issuer', '=', issuer)
    .where('account_identity.subject', '=', subject)
    .executeTakeFirst()
}

export async function findIdentity(tx: Tx, accountId: string): Promise<LinkedIdentity | undefined> {
  return tx.db
    .selectFrom('account_identity')
    .select(['issuer', 'linked_at as linkedAt', 'last_used_at as lastUsedAt'])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** False when the account has one already, or the provider's account belongs to another one. */
export async function insertIdentity(
  tx: Tx,
  { accountId, issuer, subject }: { accountId: string; issuer: string; subject: string },
): Promise<boolean> {
  const inserted = await tx.db
    .insertInto('account_identity')
    .values({ tenant_id: tx.tenantId, account_id: accountId, issuer, subject, linked_at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_id')
    .executeTakeFirst()
  return inserted !== undefined
}

export async function updateIdentityUsed(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .updateTable('account_identity')
    .set({ last_used_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
}

/** False when there was none. */
export async function deleteIdentity(tx: Tx, accountId: string): Promise<boolean> {
  const deleted = await tx.db
    .deleteFrom('account_identity')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .returning('account_id')
    .executeTakeFirst()
  return deleted !== undefined
}

/** False when the answer with this state was taken before. Old ones, which nobody could send again, are forgotten. */
export async function insertAnswer(tx: Tx, stateHash: Buffer, expiresAt: Temporal.Instant): Promise<boolean> {
  await tx.db
    .deleteFrom('identity_provider_answer')
    .where('tenant_id', '=', tx.tenantId)
    .where('expires_at', '<=', tx.now)
    .execute()
  const inserted = await tx.db
    .insertInto('identity_provider_answer')
    .values({ tenant_id: tx.tenantId, state_hash: stateHash, expires_at: expiresAt })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'state_hash']).doNothing())
    .returning('state_hash')
    .executeTakeFirst()
  return inserted !== undefined
}
