import { Hono } from 'hono'
import { parseForm, type FieldError, type FormValues } from '#platform/forms.ts'
import { ownOrigin } from '#platform/web-origin.ts'
import { recentProof } from '#platform/web-proof.ts'
import { allow, formValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { saveProvider } from './change-provider.ts'
import { findProvider, type StoredProvider } from './identity-queries.ts'
import { oidcText } from './oidc-text.ts'
import { providerForm } from './provider-form.ts'
import { BackToAccounts, ProviderPage, providerPath } from './provider-page.tsx'
import { returnPath } from './way-to-provider.ts'

const mayManage = allow('account.manage')

/** The administrator's page of the centre's identity provider. */
export const providerRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(providerPath, mayManage, recentProof(), async (c) => {
      const values = valuesOf(await findProvider(c.var.tx))
      return providerPage(c, deps, { values, saved: c.req.query('zapisano') !== undefined })
    })
    .post(providerPath, mayManage, recentProof(), async (c) => save(c, deps, await formValues(c)))

async function save(c: Ctx, deps: Deps, values: FormValues): Promise<Response> {
  const t = oidcText[c.var.lang]
  const form = parseForm(providerForm(t), values)
  if (!form.ok) return providerPage(c, deps, { values, errors: form.errors })
  if (form.value['client-secret'] === '' && form.value.version === 0) {
    return providerPage(c, deps, { values, errors: [{ field: 'client-secret', message: t.clientSecretMissing }] })
  }
  const refusal = await saveProvider(c.var.tx, deps, form.value)
  if (!refusal) return redirect(c, `${providerPath}?zapisano=tak`)
  const field = refusal === 'unreachable' ? 'issuer' : 'form'
  return providerPage(c, deps, { values, errors: [{ field, message: t.saveRefusals[refusal] }] })
}

/** What the form begins with: the saved settings, without the secret. */
const valuesOf = (provider: StoredProvider | undefined): FormValues =>
  provider
    ? {
        name: provider.name,
        issuer: provider.issuer,
        'client-id': provider.clientId,
        'matching-claim': provider.matchingClaim,
        'second-factor': provider.secondFactor,
        acr: provider.acr ?? '',
        state: provider.state,
        version: String(provider.version),
      }
    : { 'matching-claim': 'email', 'second-factor': 'amr-mfa', state: 'off', version: '0' }

interface Shown {
  values: FormValues
  errors?: readonly FieldError[]
  saved?: boolean
}

async function providerPage(c: Ctx, deps: Deps, { values, errors = [], saved = false }: Shown): Promise<Response> {
  const own = await ownOrigin(c, deps)
  const returnAddress = own && `${own.origin}${returnPath}`
  return page(c, {
    title: oidcText[c.var.lang].settings,
    status: errors.length > 0 ? 422 : 200,
    before: <BackToAccounts />,
    body: <ProviderPage values={values} errors={errors} returnAddress={returnAddress} saved={saved} />,
  })
}
