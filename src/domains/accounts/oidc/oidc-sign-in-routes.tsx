import { Hono } from 'hono'
import { anonymous } from '#platform/actor.ts'
import { valueOf } from '#platform/forms.ts'
import { dropCookie, readCookie, writeCookie } from '#platform/web-cookies.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { formValues, found, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { safeNextPath } from '../next-path.ts'
import type { SignInRefusal } from '../sign-in.ts'
import { contextOf, keepSession, visitOf } from '../visit.ts'
import { CodePage, codePath } from './code-page.tsx'
import { comeBack, type ReturnRefusal } from './come-back.ts'
import { identityPath } from './identity-page.tsx'
import { beginPath } from './oidc-offer.tsx'
import { oidcText } from './oidc-text.ts'
import { payCode } from './pay-code.ts'
import { openCodeOwed } from './way-there.ts'
import { beginWay, findProviderInUse, returnPath } from './way-to-provider.ts'

/** Draws the sign-in page with the sentence of a refusal. */
type ShowRefusal = (c: Ctx, shown: { next: string | undefined; refusal: ReturnRefusal }) => Promise<Response>

/** Signing in with an account elsewhere: there, back, and our code if the provider asked for no second factor. */
export const oidcSignInRoutes = (deps: Deps, showRefusal: ShowRefusal) =>
  new Hono<Env>()
    .get(beginPath, async (c) => {
      const next = safeNextPath(c.req.query('dalej'))
      const [own, provider] = [await ownOrigin(c, deps), await providerOf(c, deps)]
      if (!own || !provider) return showRefusal(c, { next, refusal: 'switched-off' })
      const way = { tenantId: c.var.tenant.id, lang: c.var.lang, next }
      const begun = await beginWay(deps, { provider, origin: own.origin, now: c.var.now, way })
      if (!begun) return showRefusal(c, { next, refusal: 'unreachable' })
      writeCookie(c, 'identity-provider', begun.cookie)
      return c.redirect(begun.address.href, 303)
    })
    .get(returnPath, async (c) => {
      const own = found(await ownOrigin(c, deps))
      const cookie = readCookie(c, 'identity-provider')
      dropCookie(c, 'identity-provider')
      const query = new URL(c.req.url).searchParams
      const sent = { query, cookie, origin: own.origin, address: c.var.address, visit: visitOf(c) }
      return welcome(c, deps, await comeBack(deps, contextOf(c), sent), showRefusal)
    })
    .get(codePath, async (c) => (owedBy(c, deps) ? codePage(c) : redirect(c, '/logowanie')))
    .post(codePath, async (c) => {
      const owed = owedBy(c, deps)
      const values = await formValues(c)
      if (!owed) return showRefusal(c, { next: undefined, refusal: 'no-way-there' })
      const paid = await payCode(deps, contextOf(c), { owed, code: valueOf(values, 'code'), visit: visitOf(c) })
      if ('refused' in paid) return codePage(c, paid.refused)
      dropCookie(c, 'identity-provider')
      keepSession(c, deps.sealer, paid)
      return redirect(c, owed.next ?? '/praca')
    })

/** The provider that the sign-in page offers. */
export const providerOf = (c: Ctx, { database }: Deps) =>
  database.inTenant({ ...contextOf(c), actor: anonymous }, findProviderInUse)

const owedBy = (c: Ctx, { sealer }: Deps) =>
  openCodeOwed(sealer, { tenantId: c.var.tenant.id, now: c.var.now }, readCookie(c, 'identity-provider'))

/** Back in the language that the way began in. */
async function welcome(
  c: Ctx,
  deps: Deps,
  result: Awaited<ReturnType<typeof comeBack>>,
  showRefusal: ShowRefusal,
): Promise<Response> {
  const { lang, next } = result
  if (lang) c.set('lang', lang)
  if ('refused' in result) return showRefusal(c, { next, refusal: result.refused })
  if ('linked' in result) return redirect(c, `${identityPath}?polaczono=tak`)
  if ('codeOwed' in result) {
    writeCookie(c, 'identity-provider', result.codeOwed)
    return redirect(c, codePath)
  }
  keepSession(c, deps.sealer, result)
  return redirect(c, next ?? '/praca')
}

const codeStatuses = { wrong: 422, 'too-many': 429 } as const

const codePage = (c: Ctx, refusal?: SignInRefusal): Response =>
  page(c, {
    title: oidcText[c.var.lang].codeTitle,
    status: refusal ? codeStatuses[refusal] : 200,
    noindex: true,
    body: <CodePage refusal={refusal} />,
  })
