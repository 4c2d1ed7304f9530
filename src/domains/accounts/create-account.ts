import type { Role } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { insertAccount, type Secrets } from './account-queries.ts'
import { hashPassword, newPassword, whyNotPassword, type PasswordRefusal } from './password.ts'
import type { AccountRefusal } from './people-text.pl.ts'
import { insertRole } from './role-queries.ts'
import { newTotpSecret } from './totp.ts'

export interface NewAccount {
  name: string
  email: string
  phone: string
  roles: readonly Role[]
  /** One is made when there is none. */
  password?: string
}

/** What is handed to the person, once; afterwards nobody can read it. */
export interface HandedOver {
  password: string
  totpSecret: string
}

export type Created =
  | { id: string; handedOver: HandedOver }
  | { refused: Extract<AccountRefusal, 'e-mail-taken'> }
  | { refusedPassword: PasswordRefusal }

/** Lets a person in: an account with its roles, a first password and the key for their codes. */
export async function createAccount(tx: Tx, sealer: Sealer, account: NewAccount): Promise<Created> {
  const { name, email } = account
  const password = account.password || newPassword()
  const refusedPassword = whyNotPassword(password, { name, email })
  if (refusedPassword) return { refusedPassword }
  const { handedOver, secrets } = await newSecrets(sealer, password)
  const id = await insertAccount(tx, { name, email, phone: account.phone || null }, secrets)
  if (!id) return { refused: 'e-mail-taken' }
  recordAudit(tx, { event: 'account.created', subject: { kind: 'account', id } })
  await insertFirstRoles(tx, id, account.roles)
  return { id, handedOver }
}

/** The roles that an account begins with, from today on. */
export async function insertFirstRoles(tx: Tx, id: string, roles: readonly Role[]): Promise<void> {
  for (const role of roles) {
    await insertRole(tx, id, { role, validFrom: dayOf(tx.now), validUntil: null })
    recordAudit(tx, { event: 'role.granted', subject: { kind: 'account', id }, detail: { role } })
  }
}

export async function newSecrets(
  sealer: Sealer,
  password: string,
): Promise<{ handedOver: HandedOver; secrets: Secrets }> {
  const totpSecret = newTotpSecret()
  return {
    handedOver: { password, totpSecret },
    secrets: { passwordHash: await hashPassword(password), totpSecret: sealer.seal('totp', totpSecret) },
  }
}
