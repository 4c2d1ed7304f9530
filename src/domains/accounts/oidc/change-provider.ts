import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import type { SaveRefusal } from './identity-provider.ts'
import { findProvider, insertProvider, updateProvider } from './identity-queries.ts'
import type { ProviderForm } from './provider-form.ts'
import { isReachable } from './relying-party.ts'
import { credentialsOf, sealSecret } from './way-to-provider.ts'

/**
 * Saves the centre's provider. One that people are to sign in by must answer first. Ways that began with the earlier
 * settings end.
 */
export async function saveProvider(tx: Tx, deps: Deps, form: ProviderForm): Promise<SaveRefusal | undefined> {
  const earlier = await findProvider(tx)
  if ((earlier?.version ?? 0) !== form.version) return 'changed-meanwhile'
  const clientSecret =
    form['client-secret'] === '' && earlier ? earlier.clientSecret : sealSecret(deps.sealer, form['client-secret'])
  const provider = {
    name: form.name,
    issuer: form.issuer,
    clientId: form['client-id'],
    clientSecret,
    matchingClaim: form['matching-claim'],
    secondFactor: form['second-factor'],
    acr: form['second-factor'] === 'acr' ? form.acr : null,
    state: form.state,
    version: form.version,
  }
  if (form.state === 'on' && !(await isReachable(credentialsOf(deps.sealer, provider), deps.config)))
    return 'unreachable'
  const isSaved = await (earlier ? updateProvider(tx, provider) : insertProvider(tx, provider))
  if (!isSaved) return 'changed-meanwhile'
  const { state, matchingClaim, secondFactor } = provider
  recordAudit(tx, { event: 'identity-provider.changed', detail: { state, matchingClaim, secondFactor } })
  return undefined
}
