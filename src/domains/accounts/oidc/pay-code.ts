import { anonymous } from '#platform/actor.ts'
import { countAttempt, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { openSession, type Visit } from '../open-session.ts'
import { updateTotpStep } from '../sign-in-queries.ts'
import type { SignInContext, SignInRefusal } from '../sign-in.ts'
import { measuresOfOwedCode } from '../throttle.ts'
import { stepOfCode } from '../totp.ts'
import { findLinkedAccount, updateIdentityUsed } from './identity-queries.ts'
import type { CodeOwed } from './way-there.ts'
import { findProviderInUse } from './way-to-provider.ts'

export type Paid = { token: string; email: string } | { refused: SignInRefusal }

/**
 * The second factor after the provider's first: our own code. The attempt is counted in a transaction of its own
 * before the code is checked. Whether the account is still linked, and the provider in use, is asked again.
 */
export async function payCode(
  deps: Deps,
  context: SignInContext,
  { owed, code, visit }: { owed: CodeOwed; code: string; visit: Visit },
): Promise<Paid> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const begun = await inTenant(async (tx) => {
    const provider = await findProviderInUse(tx)
    const account =
      provider?.issuer === owed.issuer ? await findLinkedAccount(tx, owed.issuer, owed.subject) : undefined
    const marks = account && (await countAttempt(tx, deps.sealer, measuresOfOwedCode(account.id)))
    if (!account || !marks) recordRefusal(tx, account?.id, account ? 'too-many' : 'wrong')
    return { account, marks }
  })
  const { account, marks } = begun
  if (!account) return { refused: 'wrong' }
  if (!marks) return { refused: 'too-many' }
  return inTenant(async (tx) => {
    const step = stepOfCode(deps.sealer.unseal('totp', account.totpSecret), code, tx.now)
    const isRight = step !== undefined && (await updateTotpStep(tx, account.id, step))
    const token = isRight ? await openSession(tx, account, 'identity-provider-and-code', visit) : undefined
    if (!token) {
      recordRefusal(tx, account.id, 'wrong')
      return { refused: 'wrong' }
    }
    await updateIdentityUsed(tx, account.id)
    await forgetAttempt(tx, marks)
    return { token, email: account.email }
  })
}

const recordRefusal = (tx: Tx, accountId: string | undefined, reason: SignInRefusal): void =>
  recordAudit(tx, {
    event: 'session.refused',
    ...(accountId !== undefined && { subject: { kind: 'account', id: accountId } }),
    detail: { way: 'identity-provider-and-code', reason },
  })
