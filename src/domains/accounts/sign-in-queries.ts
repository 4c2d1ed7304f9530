import type { Tx } from '#platform/tx.ts'

export interface AccountToSignIn {
  id: string
  email: string
  name: string
  /** Neither factor is there before the person has taken the invitation up. */
  passwordHash: string | null
  totpSecret: Buffer | null
  recoverySalt: Buffer | null
  state: 'active' | 'disabled'
}

const columns = [
  'id',
  'email',
  'name',
  'password_hash as passwordHash',
  'totp_secret as totpSecret',
  'recovery_salt as recoverySalt',
  'state',
] as const

export async function findAccountToSignIn(tx: Tx, email: string): Promise<AccountToSignIn | undefined> {
  return tx.db
    .selectFrom('account')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('email', '=', email)
    .executeTakeFirst()
}

/** The account of somebody who is signed in and proves it again. */
export async function findAccountToProve(tx: Tx, id: string): Promise<AccountToSignIn | undefined> {
  return tx.db
    .selectFrom('account')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** True while the account is active; nobody disables it until this transaction ends. */
export async function lockActiveAccount(tx: Tx, id: string): Promise<boolean> {
  const active = await tx.db
    .selectFrom('account')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('state', '=', 'active')
    .forShare()
    .executeTakeFirst()
  return active !== undefined
}

/** True when the account is active and this step later than every accepted one: then it is used up, for good. */
export async function updateTotpStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const used = await tx.db
    .updateTable('account')
    .set({ totp_last_step: step })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .where('totp_last_step', '<', step)
    .returning('id')
    .executeTakeFirst()
  return used !== undefined
}
