import { Hono } from 'hono'
import { anonymous } from '#platform/actor.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { dropCookie, readCookie } from '#platform/web-cookies.ts'
import { formValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { normaliseEmail } from '../sign-in.ts'
import { contextOf, keepSession, visitOf } from '../visit.ts'
import { acceptInvitation, findInvited } from './accept-invitation.ts'
import { hashLinkToken, pathOfLink, resetPath, type LinkKind } from './access-link.ts'
import { InvitationPage } from './invitation-page.tsx'
import { linkText } from './link-text.ts'
import { canSendLetters, senderOf } from './link-sender.ts'
import { newPasswordIn, passwordError, whyNotSame } from './new-password-form.ts'
import { requestReset } from './request-reset.ts'
import { AskResetPage, BackToSignIn, GonePage, ResetPage, SentPage } from './reset-pages.tsx'
import { findAccountOfReset, resetPassword } from './reset-password.ts'
import { totpSetup } from './totp-setup.ts'

const sentPath = `${resetPath}/wyslane`

/** What links from letters open. Like signing in it stands before the request's transaction. */
export const linkRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(resetPath, (c) => askPage(c, deps, {}))
    .post(resetPath, async (c) => {
      const email = normaliseEmail(valueOf(await formValues(c), 'email'))
      const t = linkText[c.var.lang]
      if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 200) {
        return askPage(c, deps, { email, errors: [{ field: 'email', message: t.askMissing }] }, 422)
      }
      const asked = { email, address: c.var.address, device: readCookie(c, 'device') }
      const answer = await requestReset(deps, contextOf(c), asked, await senderOf(c, deps))
      if (answer === 'answered') return redirect(c, sentPath)
      return askPage(c, deps, { email, errors: [{ field: 'email', message: t.askTooMany }] }, 429)
    })
    .get(sentPath, (c) =>
      page(c, { title: linkText[c.var.lang].sentTitle, noindex: true, before: <BackToSignIn />, body: <SentPage /> }),
    )
    .get(pathOfLink('reset', ':token'), (c) => resetPage(c, deps, []))
    .post(pathOfLink('reset', ':token'), (c) => reset(c, deps))
    .get(pathOfLink('invitation', ':token'), (c) => invitationPage(c, deps, []))
    .post(pathOfLink('invitation', ':token'), (c) => accept(c, deps))

interface Asked {
  email?: string
  errors?: readonly FieldError[]
}

const askPage = (c: Ctx, { config }: Deps, asked: Asked, status: 200 | 422 | 429 = 200): Response =>
  page(c, {
    title: linkText[c.var.lang].askTitle,
    status,
    noindex: true,
    before: <BackToSignIn />,
    body: <AskResetPage {...asked} canSend={canSendLetters(config)} />,
  })

const gonePage = (c: Ctx, kind: LinkKind): Response =>
  page(c, { title: linkText[c.var.lang].goneTitle, status: 410, noindex: true, body: <GonePage kind={kind} /> })

const tokenOf = (c: Ctx): string => c.req.param('token') ?? ''

/** Reads what a link opens, in a short transaction. */
async function opened<T>(c: Ctx, deps: Deps, find: (tx: Tx, tokenHash: Buffer) => Promise<T | undefined>) {
  const tokenHash = hashLinkToken(tokenOf(c))
  if (!tokenHash) return undefined
  return deps.database.inTenant({ ...contextOf(c), actor: anonymous }, (tx) => find(tx, tokenHash))
}

type Status = 200 | 422 | 429

async function resetPage(c: Ctx, deps: Deps, errors: FieldError[], status: Status = 200): Promise<Response> {
  const account = await opened(c, deps, findAccountOfReset)
  if (!account) return gonePage(c, 'reset')
  const body = <ResetPage token={tokenOf(c)} email={account.email} errors={errors} />
  return page(c, { title: linkText[c.var.lang].resetTitle, status, noindex: true, body })
}

async function reset(c: Ctx, deps: Deps): Promise<Response> {
  const { lang } = c.var
  const values = await formValues(c)
  const different = whyNotSame(values, lang)
  if (different.length > 0) return resetPage(c, deps, [...different, ...missingCode(values, lang)], 422)
  const typed = { token: tokenOf(c), password: newPasswordIn(values), code: valueOf(values, 'code') }
  const result = await resetPassword(deps, contextOf(c), visitOf(c), typed)
  if (result === 'done') {
    dropCookie(c, 'session')
    return redirect(c, '/logowanie?haslo=nowe')
  }
  if ('refusedPassword' in result) {
    return resetPage(c, deps, [passwordError(result.refusedPassword, lang), ...missingCode(values, lang)], 422)
  }
  if (result.refused === 'gone') return gonePage(c, 'reset')
  const error = { field: 'code', message: linkText[lang].refusals[result.refused] }
  return resetPage(c, deps, [error], result.refused === 'too-many' ? 429 : 422)
}

async function invitationPage(c: Ctx, deps: Deps, errors: FieldError[], sealed?: string): Promise<Response> {
  const account = await opened(c, deps, findInvited)
  if (!account) return gonePage(c, 'invitation')
  const { name, email, id } = account
  const setup = totpSetup(deps.sealer, id, sealed)
  return page(c, {
    title: linkText[c.var.lang].invitationTitle,
    status: errors.length > 0 ? 422 : 200,
    noindex: true,
    body: <InvitationPage token={tokenOf(c)} name={name} email={email} setup={setup} errors={errors} />,
  })
}

async function accept(c: Ctx, deps: Deps): Promise<Response> {
  const { lang } = c.var
  const values = await formValues(c)
  const setup = valueOf(values, 'setup')
  const different = whyNotSame(values, lang)
  if (different.length > 0) return invitationPage(c, deps, [...different, ...missingCode(values, lang)], setup)
  const typed = { token: tokenOf(c), password: newPasswordIn(values), setup, code: valueOf(values, 'code') }
  const result = await acceptInvitation(deps, contextOf(c), visitOf(c), typed)
  if ('token' in result) {
    keepSession(c, deps.sealer, result)
    return redirect(c, '/praca/moje-konto/kody')
  }
  if ('refusedPassword' in result) {
    return invitationPage(c, deps, [passwordError(result.refusedPassword, lang), ...missingCode(values, lang)], setup)
  }
  if (result.refused === 'gone') return gonePage(c, 'invitation')
  return invitationPage(c, deps, [{ field: 'code', message: linkText[lang].refusals['wrong-code'] }], setup)
}

/** Told together with the mistakes of the password, so that nobody corrects one only to hear of the next. */
const missingCode = (values: FormValues, lang: Lang): FieldError[] =>
  valueOf(values, 'code').trim() === '' ? [{ field: 'code', message: linkText[lang].codeMissing }] : []
