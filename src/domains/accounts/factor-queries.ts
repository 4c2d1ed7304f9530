import type { Tx } from '#platform/tx.ts'

/** The person's own password, which nobody else has known; false when the account was disabled. */
export async function updatePassword(tx: Tx, accountId: string, passwordHash: string): Promise<boolean> {
  const updated = await tx.db
    .updateTable('account')
    .set((eb) => ({ password_hash: passwordHash, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** A new authenticator app; the code that proved it is used up. False when the account was disabled. */
export async function updateTotp(
  tx: Tx,
  accountId: string,
  { totpSecret, step }: { totpSecret: Buffer; step: number },
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('account')
    .set((eb) => ({ totp_secret: totpSecret, totp_last_step: step, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** Both at once, of who takes an invitation up; false when the account was disabled meanwhile. */
export async function updateBothFactors(
  tx: Tx,
  accountId: string,
  { passwordHash, totpSecret, step }: { passwordHash: string; totpSecret: Buffer; step: number },
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('account')
    .set((eb) => ({
      password_hash: passwordHash,
      totp_secret: totpSecret,
      totp_last_step: step,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
