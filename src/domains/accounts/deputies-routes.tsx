import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { parseForm } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, idParam, redirect, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { deputyForm, type DeputyForm } from './account-forms.ts'
import { findAccount, listAccounts } from './account-queries.ts'
import { appointDeputy, endDeputy } from './appoint-deputy.ts'
import type { Typed } from './days-fields.tsx'
import { DeputiesPage } from './deputies-page.tsx'
import { listDeputies } from './deputy-queries.ts'
import type { DeputyRefusal } from './people-text.pl.ts'
import { peopleText } from './people-text.ts'

const path = '/praca/zastepstwa'
const mayAppoint = allow('deputy.appoint')

export const deputiesRoutes = () =>
  new Hono<Env>()
    .get(path, mayAppoint, (c) => deputiesPage(c, {}, 200))
    .post(path, mayAppoint, async (c) => {
      const t = peopleText[c.var.lang]
      const values = await formValues(c)
      const form = parseForm(deputyForm(t), values)
      if (!form.ok) return deputiesPage(c, form, 422)
      return once(c, values, path, async () => {
        const refusal = await appoint(c, form.value)
        return refusal ? deputiesPage(c, { values, errors: [mistake(c, refusal)] }, 422) : path
      })
    })
    .post(`${path}/:id/koniec`, mayAppoint, async (c) => {
      await endDeputy(c.var.tx, idParam(c))
      return redirect(c, path)
    })

const fieldOf: Record<DeputyRefusal, string> = {
  'same-person': 'deputy',
  yourself: 'deputy',
  'role-not-held': 'role',
  'ends-before-it-begins': 'until',
}

const mistake = (c: Ctx, refusal: DeputyRefusal) => ({
  field: fieldOf[refusal],
  message: peopleText[c.var.lang].deputyRefusals[refusal],
})

/** An id of nobody here is a person who doesn't hold the role. */
async function appoint(c: Ctx, form: DeputyForm): Promise<DeputyRefusal | undefined> {
  const { absent, deputy, role, from, until, reason } = form
  if (!(await findAccount(c.var.tx, deputy))) return 'role-not-held'
  return appointDeputy(c.var.tx, {
    absentId: absent,
    deputyId: deputy,
    role,
    validFrom: from,
    validUntil: until,
    reason,
  })
}

async function deputiesPage(c: Ctx, typed: Typed, status: 200 | 422): Promise<Response> {
  const { tx, lang } = c.var
  const [deputies, accounts] = [await listDeputies(tx), await listAccounts(tx)]
  const people = accounts.filter(({ state }) => state === 'active')
  const shown = { deputies, people, today: dayOf(tx.now), typed, formKey: newFormKey() }
  return page(c, { title: peopleText[lang].deputies, status, wide: true, body: <DeputiesPage {...shown} /> })
}
