import type { Tx } from '#platform/tx.ts'

/** The codes of a person, made anew: those before are gone, used or not. */
export async function replaceCodes(tx: Tx, accountId: string, salt: Buffer, hashes: readonly Buffer[]): Promise<void> {
  await deleteCodes(tx, accountId)
  await tx.db
    .updateTable('account')
    .set({ recovery_salt: salt, recovery_made_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
  await tx.db
    .insertInto('recovery_code')
    .values(hashes.map((hash) => ({ tenant_id: tx.tenantId, account_id: accountId, code_hash: hash })))
    .execute()
}

export async function deleteCodes(tx: Tx, accountId: string): Promise<void> {
  await tx.db
    .deleteFrom('recovery_code')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .execute()
  await tx.db
    .updateTable('account')
    .set({ recovery_salt: null, recovery_made_at: null })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .execute()
}

/** True for one request only, however many send the same code at once. */
export async function updateCodeUsed(tx: Tx, accountId: string, hash: Buffer): Promise<boolean> {
  const used = await tx.db
    .updateTable('recovery_code')
    .set({ used_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('code_hash')
    .executeTakeFirst()
  return used !== undefined
}

export async function countCodesLeft(tx: Tx, accountId: string): Promise<number> {
  const { left } = await tx.db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return left
}

/** When the codes that are valid now were made; null before the first. */
export async function findCodesMadeAt(tx: Tx, accountId: string): Promise<Temporal.Instant | null> {
  const account = await tx.db
    .selectFrom('account')
    .select('recovery_made_at')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
  return account.recovery_made_at
}
