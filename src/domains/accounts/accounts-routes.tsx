import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { parseForm, type FormValues } from '#platform/forms.ts'
import { once } from '#platform/web-once.ts'
import { recentProof } from '#platform/web-proof.ts'
import { allow, formValues, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { dayOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { newAccountForm } from './account-forms.ts'
import { listAccounts } from './account-queries.ts'
import { AccountsPage, HandedOverPage, InvitedPage, NewAccountPage, type AccountLine } from './accounts-page.tsx'
import { createAccount } from './create-account.ts'
import type { Typed } from './days-fields.tsx'
import { inviteColleague } from './link/invite-colleague.ts'
import { canSendLetters, senderOf } from './link/link-sender.ts'
import { peopleText } from './people-text.ts'
import { listAllRolesOn } from './role-queries.ts'

const path = '/praca/konta'
const mayManage = allow('account.manage')

/** The list of accounts, and a new one. */
export const accountListRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(path, mayManage, async (c) => {
      const body = <AccountsPage accounts={await accountLines(c)} />
      return page(c, { title: peopleText[c.var.lang].accounts, wide: true, body })
    })
    .get(`${path}/nowe`, mayManage, recentProof(), (c) => newAccountPage(c, deps, {}, 200))
    .post(path, mayManage, recentProof(), async (c) => create(c, deps, await formValues(c)))

async function accountLines(c: Ctx): Promise<AccountLine[]> {
  const { tx } = c.var
  const [accounts, roles] = [await listAccounts(tx), await listAllRolesOn(tx, dayOf(tx.now))]
  const byAccount = Map.groupBy(roles, ({ accountId }) => accountId)
  return accounts.map((account) => ({ ...account, roles: (byAccount.get(account.id) ?? []).map(({ role }) => role) }))
}

/** Secrets that are handed over are shown in the answer itself: a page to go to would have to keep them. */
async function create(c: Ctx, deps: Deps, values: FormValues): Promise<Response> {
  const t = peopleText[c.var.lang]
  const form = parseForm(newAccountForm(t), values)
  if (!form.ok) return newAccountPage(c, deps, form, 422)
  const { way, role: roles, ...person } = form.value
  return once(c, values, path, async () => {
    const made = await (way === 'mail'
      ? inviteColleague(c.var.tx, { ...person, roles }, await senderOf(c, deps))
      : createAccount(c.var.tx, deps.sealer, { ...person, roles }))
    if (!('id' in made)) {
      const errors = [{ field: 'email', message: t.refusals['e-mail-taken'] }]
      return newAccountPage(c, deps, { values, errors }, 422)
    }
    const account = { ...person, id: made.id }
    const to = `${path}/${made.id}`
    if (!('handedOver' in made)) {
      return { page: page(c, { title: t.invite.inviteTitle, body: <InvitedPage account={account} /> }), path: to }
    }
    const body = <HandedOverPage account={account} handedOver={made.handedOver} />
    return { page: page(c, { title: t.secretsTitle, body }), path: to }
  })
}

const newAccountPage = (c: Ctx, { config }: Deps, typed: Typed, status: 200 | 422): Response =>
  page(c, {
    title: peopleText[c.var.lang].newAccount,
    status,
    body: <NewAccountPage typed={typed} formKey={newFormKey()} canSend={canSendLetters(config)} />,
  })
