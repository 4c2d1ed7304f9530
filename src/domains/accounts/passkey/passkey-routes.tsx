import { Hono } from 'hono'
import { z } from 'zod'
import { staffOf } from '#platform/actor.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { parseForm, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { readCookie } from '#platform/web-cookies.ts'
import { once } from '#platform/web-once.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { recentProof } from '#platform/web-proof.ts'
import {
  formValues,
  found,
  idParam,
  NotFound,
  redirect,
  signedIn,
  type Ctx,
  type Deps,
  type Env,
} from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { findAccount } from '../account-queries.ts'
import { BackToAccount } from '../own/own-forms-pages.tsx'
import { visitOf } from '../visit.ts'
import { addPasskey, challengeToAdd, removePasskey, whyNotAdd } from './change-passkeys.ts'
import { NewPasskeyPage } from './new-passkey-page.tsx'
import { optionsToAdd } from './passkey-options.ts'
import { listCredentialIds, listPasskeys, updatePasskeyName } from './passkey-queries.ts'
import type { PasskeyText } from './passkey-text.pl.ts'
import { passkeyText } from './passkey-text.ts'
import { mostNameLength } from './passkey.ts'
import { passkeysPath, PasskeysPage, type Renamed } from './passkeys-page.tsx'

const nameForm = (t: PasskeyText) =>
  z.object({ name: z.string(t.nameMissing).trim().min(1, t.nameMissing).max(mostNameLength, t.nameTooLong) })

/** A person's own passkeys: adding, naming, removing. What changes who can get in wants a recent proof. */
export const passkeyRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(passkeysPath, signedIn, (c) => passkeysPage(c, deps))
    .get(`${passkeysPath}/nowy`, signedIn, recentProof(), (c) => newPasskeyPage(c, { name: '', errors: [] }))
    .post(`${passkeysPath}/wyzwanie`, signedIn, recentProof(), (c) => challenge(c, deps))
    .post(passkeysPath, signedIn, recentProof(), async (c) => add(c, deps, await formValues(c)))
    .post(`${passkeysPath}/:id/nazwa`, signedIn, async (c) => rename(c, deps, idParam(c)))
    .post(`${passkeysPath}/:id/usuniecie`, signedIn, recentProof(), async (c) => {
      await removePasskey(c.var.tx, accountOf(c), idParam(c))
      return redirect(c, passkeysPath)
    })

/** Each passkey of the list has a field for its name, so the field is named by the passkey. */
async function rename(c: Ctx, deps: Deps, id: string): Promise<Response> {
  const field = `name-${id}`
  const value = valueOf(await formValues(c), field)
  const form = parseForm(nameForm(passkeyText[c.var.lang]), { name: value })
  if (!form.ok) {
    return passkeysPage(c, deps, { id, value, errors: form.errors.map(({ message }) => ({ field, message })) })
  }
  if (!(await updatePasskeyName(c.var.tx, accountOf(c), id, form.value.name))) throw new NotFound('passkey')
  return redirect(c, passkeysPath)
}

const accountOf = (c: Ctx): string => staffOf(c.var).accountId

/** For the browser's script. What isn't right with the form is told by the page when the form itself is sent. */
async function challenge(c: Ctx, deps: Deps): Promise<Response> {
  const { tx, tenant } = c.var
  const own = await ownOrigin(c, deps)
  const form = parseForm(nameForm(passkeyText[c.var.lang]), await formValues(c))
  if (!own || !form.ok || (await whyNotAdd(tx, accountOf(c)))) return c.json({ refused: 'see the page' }, 422)
  const account = found(await findAccount(tx, accountOf(c)))
  const [fresh, known] = [await challengeToAdd(tx, readCookie(c, 'session')), await listCredentialIds(tx, account.id)]
  const owner = { accountId: account.id, email: account.email, name: account.name }
  return c.json(optionsToAdd(found(fresh), owner, { host: own.host, centre: tenant.name, known }))
}

async function add(c: Ctx, deps: Deps, values: FormValues): Promise<Response> {
  const t = passkeyText[c.var.lang]
  const own = found(await ownOrigin(c, deps))
  const form = parseForm(nameForm(t), values)
  const name = valueOf(values, 'name')
  if (!form.ok) return newPasskeyPage(c, { name, errors: form.errors })
  const sent = {
    credentialId: valueOf(values, 'credentialId'),
    clientData: valueOf(values, 'clientData'),
    authenticatorData: valueOf(values, 'authenticatorData'),
    publicKey: valueOf(values, 'publicKey'),
  }
  return once(c, values, passkeysPath, async () => {
    const account = found(await findAccount(c.var.tx, accountOf(c)))
    const refusal = await addPasskey(c.var.tx, account, { sent, name: form.value.name, visit: visitOf(c), own })
    if (!refusal) return passkeysPath
    return newPasskeyPage(c, { name, errors: [{ field: 'name', message: t.refusals[refusal] }] })
  })
}

const newPasskeyPage = (c: Ctx, typed: { name: string; errors: readonly FieldError[] }): Response =>
  page(c, {
    title: passkeyText[c.var.lang].addTitle,
    status: typed.errors.length > 0 ? 422 : 200,
    before: <BackToAccount />,
    body: <NewPasskeyPage {...typed} formKey={newFormKey()} />,
  })

async function passkeysPage(c: Ctx, deps: Deps, renamed?: Renamed): Promise<Response> {
  const passkeys = await listPasskeys(c.var.tx, accountOf(c))
  const mayAdd = (await ownOrigin(c, deps)) !== undefined
  const body = <PasskeysPage passkeys={passkeys} mayAdd={mayAdd} renamed={renamed} />
  const title = passkeyText[c.var.lang].title
  return page(c, { title, status: renamed ? 422 : 200, before: <BackToAccount />, body })
}
