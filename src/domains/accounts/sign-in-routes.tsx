import { Hono } from 'hono'
import { anonymous } from '#platform/actor.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { readCookie } from '#platform/web-cookies.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { formValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { linkRoutes } from './link/link-routes.tsx'
import { safeNextPath } from './next-path.ts'
import { OidcOffer } from './oidc/oidc-offer.tsx'
import { oidcSignInRoutes, providerOf } from './oidc/oidc-sign-in-routes.tsx'
import { oidcText } from './oidc/oidc-text.ts'
import { PasskeyOffer } from './passkey/passkey-offer.tsx'
import { passkeySignInRoutes } from './passkey/passkey-sign-in-routes.tsx'
import { passkeyText } from './passkey/passkey-text.ts'
import { passwordRoutes } from './own/password-routes.tsx'
import { proofRoutes } from './proof/proof-routes.tsx'
import { readSampleAccounts } from './sample-accounts.ts'
import { listSampleOffers, mayOfferSamples, type SampleOffer } from './sample-offer.ts'
import { SignInPage, type SignInPageProps } from './sign-in-page.tsx'
import { signInText } from './sign-in-text.ts'
import { normaliseEmail, signIn, type SignInRefusal } from './sign-in.ts'
import { contextOf, keepSession, visitOf } from './visit.ts'

/**
 * Signing in. It stands before the request's transaction: a password takes time to check, and no connection should
 * wait for it; each step has a short transaction of its own.
 */
export const signInRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/logowanie', (c) =>
      signInPage(c, deps, {
        next: safeNextPath(c.req.query('dalej')),
        done: doneBefore(c),
      }),
    )
    .post('/logowanie', async (c) => {
      const values = await formValues(c)
      const [email, password, code] = ['email', 'password', 'code'].map((field) => valueOf(values, field))
      return enter(c, deps, { email: email!, password: password!, code: code! }, values)
    })
    .post('/logowanie/przyklad', async (c) => {
      const values = await formValues(c)
      const offers = await sampleOffers(c, deps)
      const sample = offers.find(({ email }) => email === valueOf(values, 'konto'))
      if (!sample) return redirect(c, '/logowanie')
      if (!sample.code) return signInPage(c, deps, { next: nextIn(values), refusal: 'sample-wait' })
      return enter(c, deps, { email: sample.email, password: sample.password, code: sample.code }, values)
    })
    .route('/', proofRoutes(deps))
    .route(
      '/',
      passkeySignInRoutes(deps, (c, { next, refusal }) =>
        signInPage(c, deps, {
          next,
          otherRefusal: passkeyText[c.var.lang].signInRefusals[refusal],
          status: statuses[refusal],
        }),
      ),
    )
    .route(
      '/',
      oidcSignInRoutes(deps, (c, { next, refusal }) =>
        signInPage(c, deps, {
          next,
          otherRefusal: oidcText[c.var.lang].refusals[refusal],
          status: refusal === 'too-many' ? 429 : 422,
        }),
      ),
    )
    .route('/', passwordRoutes(deps))
    .route('/', linkRoutes(deps))

/** What led here, to be said above the form. */
const doneBefore = (c: Ctx): SignInPageProps['done'] =>
  c.req.query('haslo') !== undefined ? 'password' : c.req.query('wylogowano') !== undefined ? 'signed-out' : undefined

const nextIn = (values: FormValues) => safeNextPath(valueOf(values, 'dalej'))

async function enter(
  c: Ctx,
  deps: Deps,
  typed: { email: string; password: string; code: string },
  values: FormValues,
): Promise<Response> {
  const result = await signIn(deps, contextOf(c), {
    ...typed,
    address: c.var.address,
    device: readCookie(c, 'device'),
    ...visitOf(c),
  })
  if ('refused' in result) {
    return signInPage(c, deps, { email: normaliseEmail(typed.email), next: nextIn(values), refusal: result.refused })
  }
  keepSession(c, deps.sealer, { token: result.token, email: normaliseEmail(typed.email) })
  return redirect(c, nextIn(values) ?? '/praca')
}

interface Shown {
  email?: string
  next?: string | undefined
  done?: SignInPageProps['done']
  refusal?: SignInRefusal | 'sample-wait'
  otherRefusal?: string
  status?: 422 | 429
}

const statuses = { wrong: 422, 'too-many': 429, 'sample-wait': 429 } as const

async function signInPage(c: Ctx, deps: Deps, { status, ...shown }: Shown): Promise<Response> {
  const own = await ownOrigin(c, deps)
  const provider = own && (await providerOf(c, deps))
  return page(c, {
    title: signInText[c.var.lang].title,
    status: shown.refusal ? statuses[shown.refusal] : (status ?? 200),
    noindex: true,
    body: (
      <SignInPage {...shown} samples={await sampleOffers(c, deps)}>
        {provider && <OidcOffer name={provider.name} next={shown.next} />}
        {own && <PasskeyOffer next={shown.next} />}
      </SignInPage>
    ),
  })
}

async function sampleOffers(c: Ctx, deps: Deps): Promise<SampleOffer[]> {
  const { hostname } = new URL(`http://${c.req.header('host') ?? new URL(c.req.url).host}`)
  const remoteAddress = c.env?.incoming?.socket.remoteAddress
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some(
    (name) => c.req.header(name) !== undefined,
  )
  if (!mayOfferSamples(deps.config, c.var.tenant, { remoteAddress, hostname, forwarded })) return []
  const accounts = await readSampleAccounts(deps.config, c.var.tenant.id)
  return deps.database.inTenant({ ...contextOf(c), actor: anonymous }, (tx) => listSampleOffers(tx, accounts))
}
