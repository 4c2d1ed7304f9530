import { Hono } from 'hono'
import { staffOf } from '#platform/actor.ts'
import { dropCookie, readCookie } from '#platform/web-cookies.ts'
import { allow, redirect, signedIn, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { accountRoutes } from './account-routes.tsx'
import { accountListRoutes } from './accounts-routes.tsx'
import { auditRoutes, type EventWords } from './audit-routes.tsx'
import { deputiesRoutes } from './deputies-routes.tsx'
import { DeskPage } from './desk-page.tsx'
import type { Desk } from './desk.ts'
import { interruptedRoutes } from './interrupted-routes.tsx'
import { identityRoutes } from './oidc/identity-routes.tsx'
import { providerRoutes } from './oidc/provider-routes.tsx'
import { passkeyRoutes } from './passkey/passkey-routes.tsx'
import { ownRoutes } from './own/own-routes.tsx'
import { staffSessionsRoutes } from './own/staff-sessions-routes.tsx'
import { peopleText } from './people-text.ts'
import { PermissionsPage } from './permissions-page.tsx'
import { proofPageRoutes } from './proof/proof-routes.tsx'
import { signInText } from './sign-in-text.ts'
import { signOut } from './sign-in.ts'

export interface AccountsOptions {
  /** What needs the person today, from the domains whose work it is. */
  desk?: Desk
  eventWords?: EventWords
}

/** Every page of this domain but signing in, which stands before the request's transaction: signInRoutes. */
export const accountsRoutes = (deps: Deps, { desk, eventWords }: AccountsOptions = {}) =>
  new Hono<Env>()
    .post('/wylogowanie', async (c) => {
      await signOut(c.var.tx, readCookie(c, 'session'))
      dropCookie(c, 'session')
      return redirect(c, '/logowanie?wylogowano=tak')
    })
    .get('/praca', signedIn, async (c) => {
      const { tx, lang } = c.var
      const items = (await desk?.(tx, lang)) ?? []
      return page(c, { title: signInText[lang].deskTitle, body: <DeskPage actor={staffOf(c.var)} items={items} /> })
    })
    .get('/praca/uprawnienia', allow('access.read'), (c) =>
      page(c, { title: peopleText[c.var.lang].permissions, wide: true, body: <PermissionsPage /> }),
    )
    .route('/', interruptedRoutes())
    .route('/', proofPageRoutes(deps))
    .route('/', passkeyRoutes(deps))
    .route('/', identityRoutes(deps))
    .route('/', providerRoutes(deps))
    .route('/', ownRoutes(deps))
    .route('/', staffSessionsRoutes())
    .route('/', accountListRoutes(deps))
    .route('/', accountRoutes(deps))
    .route('/', deputiesRoutes())
    .route('/', auditRoutes(eventWords))
