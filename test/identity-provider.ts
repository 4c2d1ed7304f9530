import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose'
import { Provider } from 'oidc-provider'

/** The provider warns of being set up as for tests. */
for (const way of ['info', 'warn'] as const) {
  const say = console[way].bind(console)
  console[way] = (...said: unknown[]) => void (String(said[0]).startsWith('oidc-provider') || say(...said))
}

/** Who signs in at the provider, and what it says of them. */
export interface Someone {
  sub: string
  email?: string
  emailVerified?: boolean
  amr?: string[]
  acr?: string
}

export interface TestProvider {
  issuer: string
  clientId: string
  clientSecret: string
  stop(): Promise<void>
}

const client = { clientId: 'splot', clientSecret: 'a secret that only the tests and their issuer know' }

async function listen(answer: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function stopping(server: Server): () => Promise<void> {
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}

/** A certified provider on loopback, at which `someone.now` is whoever signs in. */
export async function aRealProvider(redirectUri: string): Promise<TestProvider & { someone: { now: Someone } }> {
  const someone = { now: { sub: 'nobody' } as Someone }
  let answer: RequestListener = (_, response) => void response.writeHead(503).end()
  const { server, origin } = await listen((request, response) => answer(request, response))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(origin, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' }] },
    pkce: { required: () => true },
    cookies: { keys: ['a key of the tests'] },
    claims: { openid: ['sub', 'email', 'email_verified', 'amr', 'acr'] },
    conformIdTokenClaims: false,
    acrValues: ['urn:office:two-factors'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/enter' },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, email: someone.now.email, email_verified: someone.now.emailVerified ?? true }),
    }),
  })
  provider.use(async (ctx, next) => {
    if (ctx.path !== '/enter') return next()
    const { params } = await provider.interactionDetails(ctx.req, ctx.res)
    const grant = new provider.Grant({ accountId: someone.now.sub, clientId: params.client_id })
    grant.addOIDCScope(params.scope)
    const { sub: accountId, amr, acr } = someone.now
    await provider.interactionFinished(ctx.req, ctx.res, {
      login: { accountId, ...(amr && { amr }), ...(acr && { acr }) },
      consent: { grantId: await grant.save() },
    })
  })
  answer = provider.callback()
  return { issuer: origin, ...client, someone, stop: stopping(server) }
}

/** Where the provider's pages lead a browser that keeps cookies, until they lead away from it. */
export async function walkThrough(address: string): Promise<URL> {
  const { origin } = new URL(address)
  const cookies = new Map<string, string>()
  let at = new URL(address)
  for (let step = 0; at.origin === origin; step += 1) {
    if (step > 10) throw new Error('the provider leads in circles')
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const one of answer.headers.getSetCookie()) {
      const [pair = ''] = one.split('; ')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`)
    at = new URL(location, at)
  }
  return at
}

/** How a forged token differs from an honest one. */
export interface Forgery {
  claims?: Record<string, unknown>
  /** Signed by a key that isn't in the issuer's set, under the name of one that is or its own; not at all; or by the client's secret. */
  signature?: 'another-key' | 'unknown-key' | 'none' | 'secret'
  /** What the discovery document says instead. */
  metadata?: Record<string, unknown>
  redirectTo?: string
}

/** An issuer that signs whatever it is told to: for what no honest provider would say. */
export async function aForger(): Promise<TestProvider & { forgery: Forgery; sent: Record<string, string> }> {
  const [own, another] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
  const forger = { ...client, issuer: '', forgery: {} as Forgery, sent: {} as Record<string, string> }
  const { server, origin } = await listen((request, response) => {
    const location = forger.forgery.redirectTo
    if (location) response.writeHead(302, { location }).end()
    else
      void answerJson(
        response,
        body(request).then((form) => say(request.url ?? '', form)),
      )
  })
  const say = async (path: string, form: URLSearchParams): Promise<object> => {
    if (path.startsWith('/.well-known/')) return { ...metadataOf(origin), ...forger.forgery.metadata }
    if (path === '/jwks')
      return { keys: [{ ...(await exportJWK(own.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
    forger.sent = Object.fromEntries(form)
    return {
      access_token: 'unused',
      token_type: 'Bearer',
      id_token: await idToken(origin, forger.forgery, { own, another }),
    }
  }
  return Object.assign(forger, { issuer: origin, stop: stopping(server) })
}

async function answerJson(response: ServerResponse, said: Promise<object>): Promise<void> {
  const text = JSON.stringify(await said)
  response.writeHead(200, { 'content-type': 'application/json' }).end(text)
}

const metadataOf = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/auth`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
})

async function body(request: AsyncIterable<Buffer>): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

interface Keys {
  own: { privateKey: CryptoKey }
  another: { privateKey: CryptoKey }
}

async function idToken(origin: string, { claims = {}, signature }: Forgery, { own, another }: Keys): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  const said = { iss: origin, aud: client.clientId, sub: 'someone', iat: now, exp: now + 300, ...claims }
  if (signature === 'none') return new UnsecuredJWT(said).encode()
  if (signature === 'secret') {
    const secret = createHash('sha256').update(client.clientSecret).digest()
    return new SignJWT(said).setProtectedHeader({ alg: 'HS256' }).sign(secret)
  }
  const { privateKey } = signature === undefined ? own : another
  const kid = signature === 'unknown-key' ? 'two' : 'one'
  return new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey)
}
