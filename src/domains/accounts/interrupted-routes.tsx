import { Hono, type MiddlewareHandler } from 'hono'
import { isStaff, staffOf } from '#platform/actor.ts'
import { newDraftToken } from '#platform/drafts.ts'
import { dropCookie, readCookie, writeCookie } from '#platform/web-cookies.ts'
import { formValues, isForm, isMultipart, redirect, signedIn, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { isKnownBrowser } from './device.ts'
import { InterruptedPage } from './interrupted-page.tsx'
import { discardPath, findForm, forgetForm, isWorkplacePath, keepForm } from './interrupted.ts'
import { findSession } from './session-queries.ts'
import { hashToken } from './session.ts'
import { signInText } from './sign-in-text.ts'

/** How long the browser remembers that a form waits. */
const cookieDays = 1

/**
 * Nothing typed is lost when a session ends: a form sent to the workplace by somebody who isn't signed in any more is
 * kept, and offered after signing in. Only browsers that signed in here before are kept for, so nobody can fill the disk.
 */
export function keepInterruptedForm(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method !== 'POST' || !isWorkplacePath(c.var.path)) return next()
    if (!isStaff(c.var.actor)) return keep(c, deps)
    await next()
    if (c.var.proofWanted) return keepMeanwhile(c)
    await forgetWhenSent(c)
  }
}

/** Its person is led away to prove who they are; the form waits for them. */
async function keepMeanwhile(c: Ctx): Promise<void> {
  if (!isForm(c)) return
  const token = newDraftToken()
  const form = { path: c.var.path, values: await formValues(c) }
  await keepForm(c.var.tx, token, form, accountOf(c))
  writeCookie(c, 'interrupted', token, cookieDays)
}

async function keep(c: Ctx, deps: Deps): Promise<Response> {
  const tokenHash = hashToken(readCookie(c, 'session'))
  const session = tokenHash && (await findSession(c.var.tx, tokenHash))
  // A file was not even read, so there is nothing to keep.
  if (isMultipart(c)) return redirect(c, '/logowanie')
  if (!session && !isKnownBrowser(deps.sealer, readCookie(c, 'device'))) return redirect(c, '/logowanie')
  const token = newDraftToken()
  const form = { path: c.var.path, values: await formValues(c) }
  await keepForm(c.var.tx, token, form, session?.accountId)
  writeCookie(c, 'interrupted', token, cookieDays)
  return redirect(c, `/logowanie?dalej=${encodeURIComponent(discardPath)}`)
}

/** The kept form has been sent, or one like it: it needn't wait any more. */
async function forgetWhenSent(c: Ctx): Promise<void> {
  const token = readCookie(c, 'interrupted')
  if (!token || c.res.status >= 400) return
  const form = await findForm(c.var.tx, token, accountOf(c))
  if (form?.path !== c.var.path) return
  await forgetForm(c.var.tx, token)
  dropCookie(c, 'interrupted')
}

const accountOf = (c: Ctx): string => staffOf(c.var).accountId

export const interruptedRoutes = () =>
  new Hono<Env>()
    .get(discardPath, signedIn, async (c) => {
      const token = readCookie(c, 'interrupted')
      const form = token ? await findForm(c.var.tx, token, accountOf(c)) : undefined
      return page(c, { title: signInText[c.var.lang].resumeTitle, body: <InterruptedPage form={form} /> })
    })
    .post(discardPath, signedIn, async (c) => {
      const token = readCookie(c, 'interrupted')
      if (token && (await findForm(c.var.tx, token, accountOf(c)))) await forgetForm(c.var.tx, token)
      dropCookie(c, 'interrupted')
      return redirect(c, '/praca')
    })
