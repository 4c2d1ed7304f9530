import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import { verifyPassword } from './password.ts'
import { updateTotpStep, type AccountToSignIn } from './sign-in-queries.ts'
import { newTotpSecret, stepOfCode } from './totp.ts'

/** What is typed to prove who one is. */
export interface Factors {
  password: string
  code: string
}

/** Both factors were right; the code isn't used up yet. */
export interface Checked {
  account: AccountToSignIn
  step: number
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
  const isPassword = await verifyPassword(account?.passwordHash, password)
  const secret = account ? sealer.unseal('totp', account.totpSecret) : newTotpSecret()
  const step = stepOfCode(secret, code, now)
  return account && isPassword && step !== undefined ? { account, step } : undefined
}

/** Uses the code up, for good; false when it was used meanwhile or the account was disabled. */
export const useUpCode = (tx: Tx, { account, step }: Checked): Promise<boolean> => updateTotpStep(tx, account.id, step)
