import { Hono } from 'hono'
import { anonymous, isStaff } from '#platform/actor.ts'
import { valueOf } from '#platform/forms.ts'
import type { Tx } from '#platform/tx.ts'
import { writeCookie } from '#platform/web-cookies.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { proofPath } from '#platform/web-proof.ts'
import { formValues, found, redirect, signedIn, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { safeNextPath } from '../next-path.ts'
import { optionsToSignIn } from '../passkey/passkey-options.ts'
import { hasPasskeyAt } from '../passkey/passkey-queries.ts'
import { assertionIn } from '../passkey/passkey-sign-in-routes.tsx'
import { contextOf, visitOf } from '../visit.ts'
import { passkeyProofPath, ProofPage, type ProofPageProps } from './proof-page.tsx'
import { proofText } from './proof-text.ts'
import { proveAgain, type ProvenAgain } from './prove-again.ts'
import { challengeToProve, proveByPasskey } from './prove-by-passkey.ts'

/** Like signing in it stands before the request's transaction: a password takes time to check. */
export const proofRoutes = (deps: Deps) =>
  new Hono<Env>()
    .post(proofPath, async (c) => {
      const values = await formValues(c)
      const typed = { password: valueOf(values, 'password'), code: valueOf(values, 'code') }
      return answer(c, deps, valueOf(values, 'dalej'), await proveAgain(deps, contextOf(c), visitOf(c), typed))
    })
    .post(`${passkeyProofPath}/wyzwanie`, async (c) => {
      const own = found(await ownOrigin(c, deps))
      const asking = { session: visitOf(c).session, address: c.var.address }
      const challenge = await challengeToProve(deps, contextOf(c), asking)
      if (challenge === 'signed-out') return redirect(c, '/logowanie')
      if (challenge === 'too-many') return c.json({ refused: challenge }, 429)
      return c.json(optionsToSignIn(challenge, own.host))
    })
    .post(passkeyProofPath, async (c) => {
      const own = found(await ownOrigin(c, deps))
      const values = await formValues(c)
      const sent = { assertion: assertionIn(values), own }
      return answer(c, deps, valueOf(values, 'dalej'), await proveByPasskey(deps, contextOf(c), visitOf(c), sent))
    })

async function answer(c: Ctx, deps: Deps, wanted: string, result: ProvenAgain): Promise<Response> {
  const next = safeNextPath(wanted) ?? '/praca'
  if ('signedOut' in result) return redirect(c, `/logowanie?dalej=${encodeURIComponent(next)}`)
  if ('refused' in result) {
    c.set('actor', result.actor)
    const byPasskey = await deps.database.inTenant({ ...contextOf(c), actor: anonymous }, (tx) =>
      mayUsePasskey(c, deps, tx),
    )
    return proofPage(c, { next, refusal: result.refused, byPasskey })
  }
  writeCookie(c, 'session', result.token)
  return redirect(c, next)
}

/** The page that asks; it needs to know who is signed in. */
export const proofPageRoutes = (deps: Deps) =>
  new Hono<Env>().get(proofPath, signedIn, async (c) => {
    const next = safeNextPath(c.req.query('dalej')) ?? '/praca'
    return proofPage(c, { next, byPasskey: await mayUsePasskey(c, deps, c.var.tx) })
  })

const statuses = { wrong: 422, 'wrong-passkey': 422, 'too-many': 429 } as const

const proofPage = (c: Ctx, shown: ProofPageProps): Response =>
  page(c, {
    title: proofText[c.var.lang].title,
    status: shown.refusal ? statuses[shown.refusal] : 200,
    body: <ProofPage {...shown} />,
  })

/** Whether who is signed in has a passkey for this address. */
async function mayUsePasskey(c: Ctx, deps: Deps, tx: Tx): Promise<boolean> {
  const { actor } = c.var
  const own = await ownOrigin(c, deps)
  return own !== undefined && isStaff(actor) && hasPasskeyAt(tx, actor.accountId, own.host)
}
