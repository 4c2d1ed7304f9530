import { anonymous } from '#platform/actor.ts'
import { countOrTell, forgetAttempt } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { checkCode, useUpCode, type Checked } from '../factors.ts'
import { openSession, type Visit } from '../open-session.ts'
import { findAccountToProve, type AccountToSignIn } from '../sign-in-queries.ts'
import type { SignInContext, SignInRefusal } from '../sign-in.ts'
import { findLinkedAccount, updateIdentityUsed } from './identity-queries.ts'
import { measuresOfOwedCode } from './measures.ts'
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
  const { account, marks } = await inTenant((tx) => begin(tx, deps, owed))
  if (!account) return { refused: 'wrong' }
  if (!marks) return { refused: 'too-many' }
  const checked = await checkCode(deps.sealer, account, code, context.now)
  return inTenant((tx) => end(tx, { account, marks, checked, visit }))
}

async function begin(tx: Tx, { sealer }: Deps, { issuer, subject }: CodeOwed) {
  const provider = await findProviderInUse(tx)
  const linked = provider?.issuer === issuer ? await findLinkedAccount(tx, issuer, subject) : undefined
  const account = linked && (await findAccountToProve(tx, linked.id))
  if (!account) {
    recordRefusal(tx, undefined, 'wrong')
    return { account, marks: undefined }
  }
  const measures = measuresOfOwedCode(account.id)
  const marks = await countOrTell(tx, sealer, measures, () => recordRefusal(tx, account.id, 'too-many'))
  return { account, marks }
}

interface Begun {
  account: AccountToSignIn
  marks: readonly string[]
  checked: Checked | undefined
  visit: Visit
}

async function end(tx: Tx, { account, marks, checked, visit }: Begun): Promise<Paid> {
  const isRight = checked !== undefined && (await useUpCode(tx, checked, visit)) !== undefined
  const token = isRight ? await openSession(tx, account, 'identity-provider-and-code', visit) : undefined
  if (!token) {
    recordRefusal(tx, account.id, 'wrong')
    return { refused: 'wrong' }
  }
  await updateIdentityUsed(tx, account.id)
  await forgetAttempt(tx, marks)
  return { token, email: account.email }
}

const recordRefusal = (tx: Tx, accountId: string | undefined, reason: SignInRefusal): void =>
  recordAudit(tx, {
    event: 'session.refused',
    ...(accountId !== undefined && { subject: { kind: 'account', id: accountId } }),
    detail: { way: 'identity-provider-and-code', reason },
  })
