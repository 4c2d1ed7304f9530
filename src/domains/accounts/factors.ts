import { recordAudit } from '#platform/audit.ts'
import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { writeNotice, type Correspondence } from './letters/letters.ts'
import type { Way } from './open-session.ts'
import { verifyPassword } from './password.ts'
import { hashRecoveryCode, isRecoveryCode, newSalt } from './recovery/recovery-code.ts'
import { countCodesLeft, updateCodeUsed } from './recovery/recovery-queries.ts'
import { lockActiveAccount, updateTotpStep, type AccountToSignIn } from './sign-in-queries.ts'
import { newTotpSecret, stepOfCode } from './totp.ts'

/** What is typed to prove who one is. */
export interface Factors {
  password: string
  /** From the phone, or one of the recovery codes. */
  code: string
}

/** The half minute of a code from the phone, or what a recovery code is found by. Neither is used up yet. */
type SecondFactor = { step: number } | { recoveryHash: Buffer }

/** What was typed is right as far as can be told without using it up. */
export interface Checked {
  account: AccountToSignIn
  second: SecondFactor
}

/**
 * Checks the password and the code. It takes long and needs no transaction; without an account the same work is done
 * for nothing.
 */
export async function checkFactors(
  sealer: Sealer,
  account: AccountToSignIn | undefined,
  { password, code }: Factors,
  now: Temporal.Instant,
): Promise<Checked | undefined> {
  const isPassword = await verifyPassword(account?.passwordHash ?? undefined, password)
  const checked = await checkCode(sealer, account, code, now)
  return isPassword ? checked : undefined
}

/** Checks the code alone, where something else proves who they are. */
export async function checkCode(
  sealer: Sealer,
  account: AccountToSignIn | undefined,
  code: string,
  now: Temporal.Instant,
): Promise<Checked | undefined> {
  const second = isRecoveryCode(code)
    ? { recoveryHash: await hashRecoveryCode(code, account?.recoverySalt ?? newSalt()) }
    : stepIn(sealer, account, code, now)
  return account && second && { account, second }
}

function stepIn(sealer: Sealer, account: AccountToSignIn | undefined, code: string, now: Temporal.Instant) {
  const secret = account?.totpSecret ? sealer.unseal('totp', account.totpSecret) : newTotpSecret()
  const step = stepOfCode(secret, code, now)
  return step === undefined ? undefined : { step }
}

/**
 * Uses the code up, for good, and tells by which way the person came; undefined when it was none, was used meanwhile,
 * or the account was disabled. A used recovery code is told to its person by letter.
 */
export async function useUpCode(
  tx: Tx,
  { account, second }: Checked,
  correspondence: Correspondence,
): Promise<Way | undefined> {
  if ('step' in second) return (await updateTotpStep(tx, account.id, second.step)) ? 'password' : undefined
  if (!(await lockActiveAccount(tx, account.id))) return undefined
  if (!(await updateCodeUsed(tx, account.id, second.recoveryHash))) return undefined
  const left = await countCodesLeft(tx, account.id)
  recordAudit(tx, { event: 'recovery-code.used', subject: { kind: 'account', id: account.id }, detail: { left } })
  await writeNotice(tx, account, { kind: 'code-used', left }, correspondence)
  return 'recovery-code'
}
