import { Hono } from 'hono'
import { valueOf } from '#platform/forms.ts'
import { writeCookie } from '#platform/web-cookies.ts'
import { proofPath } from '#platform/web-proof.ts'
import { formValues, redirect, signedIn, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { safeNextPath } from '../next-path.ts'
import { contextOf, visitOf } from '../visit.ts'
import { ProofPage } from './proof-page.tsx'
import { proofText } from './proof-text.ts'
import { proveAgain, type ProofRefusal } from './prove-again.ts'

/** Like signing in it stands before the request's transaction: a password takes time to check. */
export const proofRoutes = (deps: Deps) =>
  new Hono<Env>().post(proofPath, async (c) => {
    const values = await formValues(c)
    const next = safeNextPath(valueOf(values, 'dalej')) ?? '/praca'
    const typed = { password: valueOf(values, 'password'), code: valueOf(values, 'code') }
    const result = await proveAgain(deps, contextOf(c), visitOf(c), typed)
    if ('signedOut' in result) return redirect(c, `/logowanie?dalej=${encodeURIComponent(next)}`)
    if ('refused' in result) {
      c.set('actor', result.actor)
      return proofPage(c, next, result.refused)
    }
    writeCookie(c, 'session', result.token)
    return redirect(c, next)
  })

/** The page that asks; it needs to know who is signed in. */
export const proofPageRoutes = () =>
  new Hono<Env>().get(proofPath, signedIn, (c) => proofPage(c, safeNextPath(c.req.query('dalej')) ?? '/praca'))

const statuses = { wrong: 422, 'too-many': 429 } as const

const proofPage = (c: Ctx, next: string, refusal?: ProofRefusal): Response =>
  page(c, {
    title: proofText[c.var.lang].title,
    status: refusal ? statuses[refusal] : 200,
    body: <ProofPage next={next} refusal={refusal} />,
  })
