import { Hono } from 'hono'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { dropCookie, readCookie, writeCookie } from '#platform/web-cookies.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { formValues, found, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { safeNextPath } from '../next-path.ts'
import { newSessionToken } from '../session.ts'
import { contextOf, keepSession, visitOf } from '../visit.ts'
import { optionsToSignIn } from './passkey-options.ts'
import { challengeToSignIn, signInWithPasskey, type PasskeyRefusal } from './sign-in-with-passkey.ts'

/** Draws the sign-in page with the sentence of a refusal. */
type ShowRefusal = (c: Ctx, shown: { next: string | undefined; refusal: PasskeyRefusal }) => Promise<Response>

/** Signing in by a passkey: the browser's script asks for a challenge, then sends the signature as a form. */
export const passkeySignInRoutes = (deps: Deps, showRefusal: ShowRefusal) =>
  new Hono<Env>()
    .post('/logowanie/klucz/wyzwanie', async (c) => {
      const own = found(await ownOrigin(c, deps))
      const token = newSessionToken()
      const challenge = await challengeToSignIn(deps, contextOf(c), { token, address: c.var.address })
      if (!challenge) return c.json({ refused: 'too-many' }, 429)
      writeCookie(c, 'passkey', token)
      return c.json(optionsToSignIn(challenge, own.host))
    })
    .post('/logowanie/klucz', async (c) => {
      const own = found(await ownOrigin(c, deps))
      const values = await formValues(c)
      const next = safeNextPath(valueOf(values, 'dalej'))
      const [token, address, visit] = [readCookie(c, 'passkey'), c.var.address, visitOf(c)]
      dropCookie(c, 'passkey')
      const sent = { assertion: assertionIn(values), token, address, own, visit }
      const result = await signInWithPasskey(deps, contextOf(c), sent)
      if ('refused' in result) return showRefusal(c, { next, refusal: result.refused })
      keepSession(c, deps.sealer, result)
      return redirect(c, next ?? '/praca')
    })

/** What the script sends of the device's answer. */
export const assertionIn = (values: FormValues) => ({
  credentialId: valueOf(values, 'credentialId'),
  clientData: valueOf(values, 'clientData'),
  authenticatorData: valueOf(values, 'authenticatorData'),
  signature: valueOf(values, 'signature'),
  userHandle: valueOf(values, 'userHandle'),
})
