import { Hono } from 'hono'
import { staffOf } from '#platform/actor.ts'
import { writeCookie } from '#platform/web-cookies.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { recentProof } from '#platform/web-proof.ts'
import { found, redirect, signedIn, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { BackToAccount } from '../own/own-forms-pages.tsx'
import { GoThere, IdentityPage, identityPath } from './identity-page.tsx'
import { findIdentity } from './identity-queries.ts'
import { unlinkIdentity } from './link-identity.ts'
import { oidcText } from './oidc-text.ts'
import { beginWay, findProviderInUse } from './way-to-provider.ts'

/** A person's own account at the provider: linking it, which wants a recent proof of both factors, and unlinking it. */
export const identityRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(identityPath, signedIn, (c) => identityPage(c))
    .post(identityPath, signedIn, recentProof(), (c) => goThere(c, deps))
    .post(`${identityPath}/rozlaczenie`, signedIn, recentProof(), async (c) => {
      await unlinkIdentity(c.var.tx, accountOf(c))
      return redirect(c, identityPath)
    })

const accountOf = (c: Ctx): string => staffOf(c.var).accountId

async function identityPage(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const shown = {
    provider: (await findProviderInUse(tx))?.name,
    identity: await findIdentity(tx, accountOf(c)),
    linkedNow: c.req.query('polaczono') !== undefined,
  }
  return page(c, { title: oidcText[lang].own, before: <BackToAccount />, body: <IdentityPage {...shown} /> })
}

async function goThere(c: Ctx, deps: Deps): Promise<Response> {
  const { tx, lang, now, tenant } = c.var
  const [own, provider] = [found(await ownOrigin(c, deps)), found(await findProviderInUse(tx))]
  const way = { tenantId: tenant.id, lang, link: accountOf(c) }
  const begun = await beginWay(deps, { provider, origin: own.origin, now, way })
  if (!begun) return redirect(c, identityPath)
  writeCookie(c, 'identity-provider', begun.cookie)
  return page(c, {
    title: oidcText[lang].goTitle,
    before: <BackToAccount />,
    body: <GoThere provider={provider.name} address={begun.address.href} />,
  })
}
