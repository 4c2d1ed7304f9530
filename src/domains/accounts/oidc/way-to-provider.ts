import type { Sealer } from '#platform/sealing.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { findProvider, type StoredProvider } from './identity-queries.ts'
import { addressToSignIn, newSent, type Credentials } from './relying-party.ts'
import { sealWayThere, until, type WayThere } from './way-there.ts'

/** The page of ours that the provider sends people back to; its administrator enters it there. */
export const returnPath = '/logowanie/konto-urzedu/powrot'

const purpose = 'identity provider, client secret'

export const sealSecret = (sealer: Sealer, secret: string): Buffer => sealer.seal(purpose, secret)

export const credentialsOf = (sealer: Sealer, provider: StoredProvider): Credentials => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: sealer.unseal(purpose, provider.clientSecret),
  secondFactor: provider.secondFactor,
  acr: provider.acr,
})

/** The centre's provider, when people can sign in by it. */
export async function findProviderInUse(tx: Tx): Promise<StoredProvider | undefined> {
  const provider = await findProvider(tx)
  return provider?.state === 'on' ? provider : undefined
}

interface Begin {
  provider: StoredProvider
  origin: string
  now: Temporal.Instant
  way: Pick<WayThere, 'tenantId' | 'next' | 'lang' | 'link'>
}

/**
 * Where to send the browser, and what it carries along: state, nonce and code verifier are made anew each time.
 * Undefined when the provider doesn't answer. Nothing is written.
 */
export async function beginWay(
  { sealer, config }: Deps,
  { provider, origin, now, way }: Begin,
): Promise<{ address: URL; cookie: string } | undefined> {
  const sent = newSent()
  const address = await addressToSignIn(credentialsOf(sealer, provider), config, {
    ...sent,
    redirectUri: `${origin}${returnPath}`,
    anew: way.link !== undefined,
  })
  if (!address) return undefined
  return { address, cookie: sealWayThere(sealer, { ...way, ...sent, version: provider.version, until: until(now) }) }
}
