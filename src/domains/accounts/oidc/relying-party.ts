import * as oidc from 'openid-client'
import type { Config } from '#platform/config.ts'
import { guardedFetch, OutboundRefused } from '#platform/guarded-fetch.ts'
import type { Claims, IdentityProvider } from './identity-provider.ts'

/** The provider with its secret unsealed, for one exchange. */
export interface Credentials extends Pick<IdentityProvider, 'issuer' | 'clientId' | 'secondFactor' | 'acr'> {
  clientSecret: string
}

/** Why an answer of the provider isn't taken; the person gets one sentence for most. */
export type TokenRefusal =
  | 'declined'
  | 'refused-by-provider'
  | 'unreachable'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'wrong-nonce'
  | 'expired'
  | 'wrong-signature'
  | 'wrong-answer'

/** What was sent along and must come back with the answer. */
export interface Sent {
  state: string
  nonce: string
  codeVerifier: string
}

export interface Outbound {
  innerNetworks: Config['innerNetworks']
}

const timeoutSeconds = 5

interface Discovered {
  at: number
  known: Promise<oidc.Configuration>
}

/** What providers said of themselves lately, so that many who sign in at once don't ask again and again. */
const discovered = new Map<string, Discovered>()
const keptMs = 60_000
const mostKept = 200

/** A failure isn't kept for longer than it takes to see it. */
function discover(provider: Credentials, outbound: Outbound): Promise<oidc.Configuration> {
  const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret])
  const lately = discovered.get(key)
  if (lately && performance.now() - lately.at < keptMs) return lately.known
  if (discovered.size >= mostKept) discovered.clear()
  const known = ask(provider, outbound)
  discovered.set(key, { at: performance.now(), known })
  known.catch(() => discovered.delete(key))
  return known
}

/** Reads what the provider says of itself. */
async function ask(provider: Credentials, { innerNetworks }: Outbound): Promise<oidc.Configuration> {
  const issuer = new URL(provider.issuer)
  const fetchGuarded = guardedFetch({ origin: issuer.origin, allowed: innerNetworks, timeoutMs: timeoutSeconds * 1000 })
  return oidc.discovery(issuer, provider.clientId, undefined, oidc.ClientSecretBasic(provider.clientSecret), {
    // The fetch itself wants TLS everywhere but on loopback that the operator opened. Signatures are always checked.
    execute: [oidc.allowInsecureRequests, oidc.enableNonRepudiationChecks],
    timeout: timeoutSeconds,
    [oidc.customFetch]: (url, options) =>
      fetchGuarded(url, {
        method: options.method,
        headers: options.headers,
        body: options.body as string | URLSearchParams | undefined,
        signal: options.signal,
      }),
  })
}

/** Whether the provider answers and calls itself by the issuer's name. */
export const isReachable = (provider: Credentials, outbound: Outbound): Promise<boolean> =>
  discover(provider, outbound).then(
    () => true,
    () => false,
  )

export const newSent = (): Sent => ({
  state: oidc.randomState(),
  nonce: oidc.randomNonce(),
  codeVerifier: oidc.randomPKCECodeVerifier(),
})

interface Asked extends Sent {
  redirectUri: string
  /** The person shall sign in there now, whoever is signed in there already. */
  anew: boolean
}

/** Where the browser goes; undefined when the provider doesn't answer. */
export async function addressToSignIn(
  provider: Credentials,
  outbound: Outbound,
  { state, nonce, codeVerifier, redirectUri, anew }: Asked,
): Promise<URL | undefined> {
  const known = await discover(provider, outbound).catch(() => undefined)
  if (!known) return undefined
  return oidc.buildAuthorizationUrl(known, {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    response_type: 'code',
    state,
    nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
    ...(provider.secondFactor === 'acr' && provider.acr !== null && { acr_values: provider.acr }),
    ...(anew && { prompt: 'login' }),
  })
}

/** Exchanges the code for what the provider says of the person, and checks all of it. */
export async function claimsFrom(
  provider: Credentials,
  outbound: Outbound,
  answer: { address: URL; sent: Sent },
): Promise<{ claims: Claims } | { refused: TokenRefusal }> {
  try {
    const known = await discover(provider, outbound)
    const tokens = await oidc.authorizationCodeGrant(known, answer.address, {
      expectedState: answer.sent.state,
      expectedNonce: answer.sent.nonce,
      pkceCodeVerifier: answer.sent.codeVerifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    return claims ? { claims } : { refused: 'wrong-answer' }
  } catch (error) {
    return { refused: refusalOf(error) }
  }
}

function refusalOf(error: unknown): TokenRefusal {
  if (error instanceof oidc.AuthorizationResponseError) {
    return error.error === 'access_denied' ? 'declined' : 'refused-by-provider'
  }
  if (error instanceof oidc.ResponseBodyError) return 'refused-by-provider'
  const causes = chainOf(error)
  if (causes.some((cause) => cause instanceof OutboundRefused || isNetworkError(cause))) return 'unreachable'
  const codes = causes.map((cause) => (cause as { code?: unknown }).code)
  if (codes.includes('OAUTH_JWT_TIMESTAMP_CHECK_FAILED')) return 'expired'
  if (codes.includes('OAUTH_KEY_SELECTION_FAILED')) return 'wrong-signature'
  if (causes.some((cause) => /signature|"alg"|algorithm/i.test((cause as Error).message))) return 'wrong-signature'
  return byClaim[claimIn(causes)] ?? 'wrong-answer'
}

const byClaim: Record<string, TokenRefusal> = {
  iss: 'wrong-issuer',
  aud: 'wrong-audience',
  azp: 'wrong-audience',
  nonce: 'wrong-nonce',
}

const claimIn = (causes: readonly unknown[]): string =>
  causes.map((cause) => (cause as { claim?: unknown }).claim).find((claim) => typeof claim === 'string') ?? ''

/** The error, and what it says it was caused by. */
function chainOf(error: unknown): unknown[] {
  const causes: unknown[] = []
  for (let one = error; typeof one === 'object' && one !== null && causes.length < 6; one = (one as Error).cause) {
    causes.push(one)
  }
  return causes
}

const isNetworkError = (cause: unknown): boolean =>
  /^(E[A-Z]+|ERR_TLS_[A-Z_]+|UNABLE_[A-Z_]+|CERT_[A-Z_]+|DEPTH_[A-Z_]+|SELF_[A-Z_]+)$/.test(
    String((cause as { code?: unknown }).code),
  )
