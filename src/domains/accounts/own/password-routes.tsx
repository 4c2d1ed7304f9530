import { Hono } from 'hono'
import { valueOf } from '#platform/forms.ts'
import { proofPath } from '#platform/web-proof.ts'
import { formValues, redirect, type Deps, type Env } from '#platform/web.ts'
import { newPasswordIn, passwordError } from '../link/new-password-form.ts'
import { contextOf, visitOf } from '../visit.ts'
import { changePassword } from './change-password.ts'
import { ownPath } from './own-account-page.tsx'
import { passwordPage } from './own-routes.tsx'
import { ownText } from './own-text.ts'

const path = `${ownPath}/haslo`

/** A new password is checked and hashed before the request's transaction, as when signing in. */
export const passwordRoutes = (deps: Deps) =>
  new Hono<Env>().post(path, async (c) => {
    const { lang } = c.var
    const t = ownText[lang]
    const values = await formValues(c)
    const [current, again] = [valueOf(values, 'current'), valueOf(values, 'again')]
    const typed = { current, password: newPasswordIn(values), again }
    const result = await changePassword(deps, contextOf(c), visitOf(c), typed)
    if ('signedOut' in result) return redirect(c, `/logowanie?dalej=${encodeURIComponent(path)}`)
    if ('proofWanted' in result) return redirect(c, `${proofPath}?dalej=${encodeURIComponent(path)}`)
    if ('changed' in result) return redirect(c, `${ownPath}?zapisano=tak`)
    c.set('actor', result.actor)
    if ('refusedPassword' in result) return passwordPage(c, [passwordError(result.refusedPassword, lang)], 422)
    const message = result.refused === 'wrong' ? t.wrongPassword : t.tooMany
    return passwordPage(c, [{ field: 'current', message }], result.refused === 'wrong' ? 422 : 429)
  })
