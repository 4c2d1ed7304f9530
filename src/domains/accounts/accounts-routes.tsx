import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { parseForm, type FieldError, type FormValues } from '#platform/forms.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { dayOf } from '#platform/i18n.ts'
import { page } from '#ui/page.tsx'
import { newAccountForm } from './account-forms.ts'
import { listAccounts } from './account-queries.ts'
import { AccountsPage, HandedOverPage, NewAccountPage, type AccountLine } from './accounts-page.tsx'
import { createAccount } from './create-account.ts'
import type { Typed } from './days-fields.tsx'
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
    .get(`${path}/nowe`, mayManage, (c) => newAccountPage(c, {}, 200))
    .post(path, mayManage, async (c) => create(c, deps, await formValues(c)))

async function accountLines(c: Ctx): Promise<AccountLine[]> {
  const { tx } = c.var
  const [accounts, roles] = [await listAccounts(tx), await listAllRolesOn(tx, dayOf(tx.now))]
  const byAccount = Map.groupBy(roles, ({ accountId }) => accountId)
  return accounts.map((account) => ({ ...account, roles: (byAccount.get(account.id) ?? []).map(({ role }) => role) }))
}

/** The secrets are shown in the answer itself: a page to go to would have to keep them. */
async function create(c: Ctx, deps: Deps, values: FormValues): Promise<Response> {
  const t = peopleText[c.var.lang]
  const form = parseForm(newAccountForm(t), values)
  if (!form.ok) return newAccountPage(c, form, 422)
  const refused = (error: FieldError) => newAccountPage(c, { values, errors: [error] }, 422)
  return once(c, values, path, async () => {
    const created = await createAccount(c.var.tx, deps.sealer, form.value)
    if ('refusedPassword' in created) {
      return refused({ field: 'password', message: t.passwordRefusals[created.refusedPassword] })
    }
    if ('refused' in created) return refused({ field: 'email', message: t.refusals[created.refused] })
    const account = { ...form.value, id: created.id }
    const body = <HandedOverPage account={account} handedOver={created.handedOver} />
    return { page: page(c, { title: t.secretsTitle, body }), path: `${path}/${created.id}` }
  })
}

const newAccountPage = (c: Ctx, typed: Typed, status: 200 | 422): Response =>
  page(c, {
    title: peopleText[c.var.lang].newAccount,
    status,
    body: <NewAccountPage typed={typed} formKey={newFormKey()} />,
  })
