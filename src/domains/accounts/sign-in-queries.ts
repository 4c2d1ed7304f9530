import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import { windowMinutes, type FailedChecks } from './throttle.ts'

export interface AccountToSignIn {
  id: string
  email: string
  name: string
  passwordHash: string
  totpSecret: Buffer
  totpLastStep: number
  state: 'active' | 'disabled'
}

export async function findAccountToSignIn(tx: Tx, email: string): Promise<AccountToSignIn | undefined> {
  return tx.db
    .selectFrom('account')
    .select([
      'id',
      'email',
      'name',
      'password_hash as passwordHash',
      'totp_secret as totpSecret',
      'totp_last_step as totpLastStep',
      'state',
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('email', '=', email)
    .executeTakeFirst()
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

export interface Attempt {
  emailHash: Buffer
  addressHash: Buffer
  deviceHash: Buffer | null
}

/** Puts the attempts of one address and one account in order, so that many at once are counted one by one. */
export async function lockAttempts(tx: Tx, { emailHash, addressHash }: Attempt): Promise<void> {
  for (const hash of [addressHash, emailHash]) {
    await sql`select pg_advisory_xact_lock(${hash.readInt32BE(0)}::int, ${hash.readInt32BE(4)}::int)`.execute(tx.db)
  }
}

export async function countFailedChecks(tx: Tx, attempt: Attempt): Promise<FailedChecks> {
  const { emailHash, addressHash, deviceHash } = attempt
  return tx.db
    .selectFrom('sign_in_attempt')
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('email_hash', '=', emailHash)
        .filterWhere('device_hash', '=', deviceHash)
        .as('device'),
      eb.fn
        .countAll<number>()
        .filterWhere('email_hash', '=', emailHash)
        .filterWhere('device_hash', 'is', null)
        .as('account'),
      eb.fn
        .countAll<number>()
        .filterWhere('address_hash', '=', addressHash)
        .filterWhere('device_hash', 'is', null)
        .as('address'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('at', '>', tx.now.subtract({ minutes: windowMinutes }))
    .where('succeeded', '=', false)
    .where((eb) => eb.or([eb('email_hash', '=', emailHash), eb('address_hash', '=', addressHash)]))
    .executeTakeFirstOrThrow()
}

export async function insertAttempt(tx: Tx, attempt: Attempt): Promise<string> {
  const { id } = await tx.db
    .insertInto('sign_in_attempt')
    .values({
      tenant_id: tx.tenantId,
      email_hash: attempt.emailHash,
      address_hash: attempt.addressHash,
      device_hash: attempt.deviceHash,
      at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateAttemptSucceeded(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('sign_in_attempt')
    .set({ succeeded: true })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}

/** Counting needs a quarter of an hour; a day is for those who look into an attack. */
export async function deleteOldAttempts(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('sign_in_attempt')
    .where('tenant_id', '=', tx.tenantId)
    .where('at', '<', tx.now.subtract({ hours: 24 }))
    .execute()
}
