import type { Role } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import type { Account } from './account.ts'

const accounts = (tx: Tx) =>
  tx.db
    .selectFrom('account')
    .select(['id', 'email', 'name', 'phone', 'state', 'version'])
    .select((eb) => eb('password_hash', 'is', null).$castTo<boolean>().as('invited'))
    .where('tenant_id', '=', tx.tenantId)

export async function listAccounts(tx: Tx): Promise<Account[]> {
  return accounts(tx).orderBy('state').orderBy('name').orderBy('email').execute()
}

export async function findAccount(tx: Tx, id: string): Promise<Account | undefined> {
  return accounts(tx).where('id', '=', id).executeTakeFirst()
}

export interface Secrets {
  passwordHash: string
  totpSecret: Buffer
}

/** The new account's id; undefined when the address has one already. Without secrets nobody can open it. */
export async function insertAccount(
  tx: Tx,
  account: Pick<Account, 'email' | 'name' | 'phone'>,
  secrets?: Secrets,
): Promise<string | undefined> {
  const inserted = await tx.db
    .insertInto('account')
    .values({
      tenant_id: tx.tenantId,
      ...account,
      password_hash: secrets?.passwordHash ?? null,
      totp_secret: secrets?.totpSecret ?? null,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'email']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** False when the account was changed since it was shown. */
export async function updateAccountState(
  tx: Tx,
  { id, version }: Pick<Account, 'id' | 'version'>,
  state: Account['state'],
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('account')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** Other secrets, or none: then only an invitation opens the account. False when it was changed since it was shown. */
export async function updateSecrets(
  tx: Tx,
  { id, version }: Pick<Account, 'id' | 'version'>,
  secrets: Secrets | undefined,
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('account')
    .set((eb) => ({
      password_hash: secrets?.passwordHash ?? null,
      totp_secret: secrets?.totpSecret ?? null,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** Everyone active who holds the role on the day, by name. */
export async function listAccountsInRole(
  tx: Tx,
  role: Role,
  day: Temporal.PlainDate,
): Promise<{ id: string; name: string; email: string }[]> {
  return tx.db
    .selectFrom('account')
    .select(['id', 'name', 'email'])
    .where('tenant_id', '=', tx.tenantId)
    .where('state', '=', 'active')
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('account_role')
          .select('account_role.id')
          .whereRef('account_role.tenant_id', '=', 'account.tenant_id')
          .whereRef('account_role.account_id', '=', 'account.id')
          .where('role', '=', role)
          .where('valid_from', '<=', day)
          .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)])),
      ),
    )
    .orderBy('name')
    .execute()
}

/** How far each account's codes are used up, by its address. */
export async function listTotpSteps(tx: Tx, emails: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.db
    .selectFrom('account')
    .select(['email', 'totp_last_step as step'])
    .where('tenant_id', '=', tx.tenantId)
    .where('email', 'in', emails)
    .execute()
  return new Map(rows.map(({ email, step }) => [email, step]))
}
