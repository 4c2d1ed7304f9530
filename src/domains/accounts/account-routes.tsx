import { Hono } from 'hono'
import { parseForm, valueOf } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import { recentProof } from '#platform/web-proof.ts'
import {
  allow,
  BadRequest,
  formValues,
  found,
  idParam,
  redirect,
  type Ctx,
  type Deps,
  type Env,
} from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { approvalForm, roleForm, versionForm } from './account-forms.ts'
import { AccountPage } from './account-page.tsx'
import { findAccount } from './account-queries.ts'
import { HandedOverPage } from './accounts-page.tsx'
import * as change from './change-account.ts'
import type { Typed } from './days-fields.tsx'
import { inviteAgain } from './link/invite-colleague.ts'
import { findInvitationEnd } from './link/link-queries.ts'
import { senderOf } from './link/link-sender.ts'
import type { AccountRefusal } from './people-text.pl.ts'
import { peopleText } from './people-text.ts'
import { listAuthorisations, listRoles } from './role-queries.ts'

const path = '/praca/konta/:id'
const mayManage = allow('account.manage')

/** One account: its roles, its authorisations, its access. */
export const accountRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(path, mayManage, (c) => accountPage(c))
    .post(`${path}/role`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      const form = parseForm(roleForm(peopleText[c.var.lang]), await formValues(c))
      if (!form.ok) return accountPage(c, { ...form, form: 'role' })
      const { role, from, until } = form.value
      const refusal = await change.grantRole(c.var.tx, id, { role, validFrom: from, validUntil: until ?? null })
      return answer(c, id, refusal, { values: form.values, form: 'role' })
    })
    .post(`${path}/role/:roleId/koniec`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      return answer(c, id, await change.endRole(c.var.tx, id, idParam(c, 'roleId')))
    })
    .post(`${path}/upowaznienia`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      const form = parseForm(approvalForm(peopleText[c.var.lang]), await formValues(c))
      if (!form.ok) return accountPage(c, { ...form, form: 'authorisation' })
      const days = { validFrom: form.value['approval-from'], validUntil: form.value['approval-until'] ?? null }
      const refusal = await change.authoriseApproval(c.var.tx, id, days)
      return answer(c, id, refusal, { values: form.values, form: 'authorisation' })
    })
    .post(`${path}/upowaznienia/:authorisationId/koniec`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      return answer(c, id, await change.endAuthorisation(c.var.tx, id, idParam(c, 'authorisationId')))
    })
    .post(`${path}/stan`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      const values = await formValues(c)
      const version = versionIn(values)
      const state = valueOf(values, 'state') === 'disabled' ? 'disabled' : 'active'
      return answer(c, id, await change.setAccountState(c.var.tx, { id, version }, state))
    })
    .post(`${path}/zaproszenie`, mayManage, recentProof(), async (c) => {
      const account = found(await findAccount(c.var.tx, idParam(c)))
      const version = versionIn(await formValues(c))
      return answer(c, account.id, await inviteAgain(c.var.tx, { ...account, version }, await senderOf(c, deps)))
    })
    .post(`${path}/dane-logowania`, mayManage, recentProof(), async (c) => {
      const id = await accountId(c)
      const version = versionIn(await formValues(c))
      const renewed = await change.renewSecrets(c.var.tx, deps.sealer, { id, version })
      if ('refused' in renewed) return answer(c, id, renewed.refused)
      const account = found(await findAccount(c.var.tx, id))
      const body = <HandedOverPage account={account} handedOver={renewed.handedOver} />
      return page(c, { title: peopleText[c.var.lang].secretsTitle, body })
    })

async function accountId(c: Ctx): Promise<string> {
  return found(await findAccount(c.var.tx, idParam(c))).id
}

/** The version comes from a hidden field: without it the request isn't from our page. */
function versionIn(values: Awaited<ReturnType<typeof formValues>>): number {
  const form = parseForm(versionForm, values)
  if (!form.ok) throw new BadRequest(400, 'the version is missing')
  return form.value.version
}

type TypedForm = Typed & { form: 'role' | 'authorisation' | 'account' }

function answer(c: Ctx, id: string, refusal: AccountRefusal | undefined, typed?: TypedForm) {
  if (!refusal) return redirect(c, `/praca/konta/${id}`)
  const errors = [{ field: 'form', message: peopleText[c.var.lang].refusals[refusal] }]
  return accountPage(c, { form: 'account', ...typed, errors }, 409)
}

async function accountPage(c: Ctx, typed?: TypedForm, status: 409 | 422 = 422): Promise<Response> {
  const { tx } = c.var
  const account = found(await findAccount(tx, idParam(c)))
  const shown = {
    account,
    roles: await listRoles(tx, account.id),
    authorisations: await listAuthorisations(tx, account.id),
    today: dayOf(tx.now),
    invitedUntil: await findInvitationEnd(tx, account.id),
    whyNot: change.whyNotChange(tx, account.id),
    ...(typed && { typed }),
  }
  return page(c, { title: account.name, status: typed ? status : 200, body: <AccountPage {...shown} /> })
}
