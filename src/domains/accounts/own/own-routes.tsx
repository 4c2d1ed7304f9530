import { Hono } from 'hono'
import { staffOf, type StaffActor } from '#platform/actor.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FieldError } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import { dropCookie, readCookie } from '#platform/web-cookies.ts'
import { once } from '#platform/web-once.ts'
import { recentProof } from '#platform/web-proof.ts'
import { formValues, idParam, redirect, signedIn, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { findAccount } from '../account-queries.ts'
import type { Account } from '../account.ts'
import { linkText } from '../link/link-text.ts'
import { provenTotp, totpSetup } from '../link/totp-setup.ts'
import { findIdentity } from '../oidc/identity-queries.ts'
import { listPasskeys } from '../passkey/passkey-queries.ts'
import { CodesPage, CodesShownPage } from '../recovery/codes-pages.tsx'
import { countCodesLeft, findCodesMadeAt } from '../recovery/recovery-queries.ts'
import { renewCodes } from '../recovery/renew-codes.ts'
import { hashToken } from '../session.ts'
import { visitOf } from '../visit.ts'
import { changePhone } from './change-phone.ts'
import { endOwnSession, endOwnSessions } from './end-session.ts'
import { OwnAccountPage, ownPath } from './own-account-page.tsx'
import { BackToAccount, PasswordPage, PhonePage } from './own-forms-pages.tsx'
import { ownText } from './own-text.ts'
import { listSessionsOf } from './session-list-queries.ts'

/** A person's own account: how they sign in, and where they are signed in now. */
export const ownRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(ownPath, signedIn, (c) => ownPage(c))
    .get(`${ownPath}/haslo`, signedIn, recentProof(), (c) => passwordPage(c))
    .get(`${ownPath}/telefon`, signedIn, recentProof(), async (c) => phonePage(c, deps, await ownAccount(c)))
    .post(`${ownPath}/telefon`, signedIn, recentProof(), (c) => savePhone(c, deps))
    .get(`${ownPath}/kody`, signedIn, recentProof(), (c) => codesPage(c))
    .post(`${ownPath}/kody`, signedIn, recentProof(), (c) => showCodes(c))
    .post(`${ownPath}/sesje/koniec`, signedIn, async (c) => {
      await endOwnSessions(c.var.tx, self(c))
      dropCookie(c, 'session')
      return redirect(c, '/logowanie?wylogowano=tak')
    })
    .post(`${ownPath}/sesje/:id/koniec`, signedIn, async (c) => {
      await endOwnSession(c.var.tx, self(c), idParam(c))
      return redirect(c, ownPath)
    })

const self = (c: Ctx): StaffActor => staffOf(c.var)

const ownAccount = async (c: Ctx): Promise<Account> => (await findAccount(c.var.tx, self(c).accountId))!

async function ownPage(c: Ctx): Promise<Response> {
  const { tx } = c.var
  const account = await ownAccount(c)
  const hasCodes = (await findCodesMadeAt(tx, account.id)) !== null
  const shown = {
    account,
    codesLeft: hasCodes ? await countCodesLeft(tx, account.id) : undefined,
    passkeys: (await listPasskeys(tx, account.id)).length,
    linked: (await findIdentity(tx, account.id)) !== undefined,
    sessions: await listSessionsOf(tx, account.id, hashToken(readCookie(c, 'session'))),
    changed: c.req.query('zapisano') !== undefined,
  }
  return page(c, { title: ownText[c.var.lang].title, wide: true, body: <OwnAccountPage {...shown} /> })
}

/** The page alone: what it sends is handled before the request's transaction, in password-routes. */
export const passwordPage = (c: Ctx, errors: FieldError[] = [], status: 200 | 422 | 429 = 200): Response =>
  page(c, {
    title: ownText[c.var.lang].passwordTitle,
    status,
    before: <BackToAccount />,
    body: <PasswordPage errors={errors} />,
  })

function phonePage(c: Ctx, { sealer }: Deps, { id, email }: Account, sent?: { setup: string; errors: FieldError[] }) {
  const setup = totpSetup(sealer, id, sent?.setup)
  return page(c, {
    title: ownText[c.var.lang].phoneTitle,
    status: sent ? 422 : 200,
    before: <BackToAccount />,
    body: <PhonePage email={email} setup={setup} errors={sent?.errors ?? []} />,
  })
}

async function savePhone(c: Ctx, deps: Deps): Promise<Response> {
  const { tx, lang } = c.var
  const account = await ownAccount(c)
  const values = await formValues(c)
  const setup = valueOf(values, 'setup')
  const totp = provenTotp(deps.sealer, totpSetup(deps.sealer, account.id, setup), valueOf(values, 'code'), tx.now)
  if (!totp) {
    const errors = [{ field: 'code', message: linkText[lang].refusals['wrong-code'] }]
    return phonePage(c, deps, account, { setup, errors })
  }
  await changePhone(tx, account, totp, visitOf(c))
  return redirect(c, `${ownPath}?zapisano=tak`)
}

async function codesPage(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const { accountId } = self(c)
  const [left, madeAt] = [await countCodesLeft(tx, accountId), await findCodesMadeAt(tx, accountId)]
  return page(c, {
    title: ownText[lang].codesTitle,
    before: <BackToAccount />,
    body: <CodesPage left={left} madeAt={madeAt} formKey={newFormKey()} />,
  })
}

/** The codes are in the answer itself, as the secrets of a new account are. */
async function showCodes(c: Ctx): Promise<Response> {
  const path = `${ownPath}/kody`
  return once(c, await formValues(c), path, async () => {
    const { tx, lang } = c.var
    const account = await ownAccount(c)
    const codes = await renewCodes(tx, account, visitOf(c))
    const body = <CodesShownPage codes={codes} email={account.email} day={dayOf(tx.now)} />
    return { page: page(c, { title: ownText[lang].codesShownTitle, body }), path }
  })
}
