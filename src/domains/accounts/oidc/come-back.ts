import { anonymous } from '#platform/actor.ts'
import { countAttempt, forgetAttempt, isFirstOverFull } from '#platform/attempts.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Lang } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { Deps } from '#platform/web.ts'
import { openSession, type Visit } from '../open-session.ts'
import type { SignInContext } from '../sign-in.ts'
import { measureOfReturns } from './measures.ts'
import { provedBothFactors, type Claims } from './identity-provider.ts'
import * as queries from './identity-queries.ts'
import { linkIdentity, type LinkRefusal } from './link-identity.ts'
import { claimsFrom, type TokenRefusal } from './relying-party.ts'
import { openWayThere, sealCodeOwed, until, type WayThere } from './way-there.ts'
import { credentialsOf, findProviderInUse, returnPath } from './way-to-provider.ts'

export type ReturnRefusal =
  | TokenRefusal
  | LinkRefusal
  | 'no-way-there'
  | 'another-state'
  | 'taken-already'
  | 'switched-off'
  | 'not-linked'
  | 'disabled'
  | 'too-many'

export type CameBack =
  | { token: string; email: string }
  /** Our own code is owed; the cookie says by whom. */
  | { codeOwed: string }
  | { linked: true }
  | { refused: ReturnRefusal }

export type Returned = CameBack & Partial<Pick<WayThere, 'next' | 'link'>> & { lang?: Lang }

interface Sent {
  /** What the provider added to our address. */
  query: URLSearchParams
  cookie: string | undefined
  origin: string
  address: string
  visit: Visit
}

/**
 * Takes somebody back from the provider: the answer must belong to the way that this very browser was sent on, and is
 * taken once. What is refused is audited with its reason and logged; neither says whom the provider named.
 */
export async function comeBack(deps: Deps, context: SignInContext, sent: Sent): Promise<Returned> {
  const way = openWayThere(deps.sealer, context, sent.cookie)
  const result = await takeAnswer(deps, context, { sent, way })
  if ('refused' in result) await noteRefusal(deps, context, result.refused, sent.address)
  return { ...result, ...(way && { next: way.next, link: way.link, lang: way.lang }) }
}

async function takeAnswer(
  deps: Deps,
  context: SignInContext,
  { sent, way }: { sent: Sent; way: WayThere | undefined },
): Promise<CameBack> {
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => deps.database.inTenant({ ...context, actor: anonymous }, work)
  const marks = await inTenant((tx) => countAttempt(tx, deps.sealer, [measureOfReturns(sent.address)]))
  if (!marks) return { refused: 'too-many' }
  if (!way) return { refused: 'no-way-there' }
  if (sent.query.get('state') !== way.state) return { refused: 'another-state' }
  const provider = await inTenant((tx) => providerOf(tx, deps, way))
  if (typeof provider === 'string') return { refused: provider }
  const address = new URL(`${sent.origin}${returnPath}?${sent.query}`)
  const told = await claimsFrom(credentialsOf(deps.sealer, provider), deps.config, { address, sent: way })
  if ('refused' in told) return told
  const result = await inTenant((tx) => letIn(tx, deps, { claims: told.claims, provider, way, visit: sent.visit }))
  if (!('refused' in result)) await inTenant((tx) => forgetAttempt(tx, marks))
  return result
}

/** The provider as it was when the way began; this answer of it counts once. */
async function providerOf(
  tx: Tx,
  { sealer }: Deps,
  { state, version }: WayThere,
): Promise<queries.StoredProvider | ReturnRefusal> {
  const provider = await findProviderInUse(tx)
  if (!provider || provider.version !== version) return 'switched-off'
  const stateHash = sealer.hash('identity provider, state', state)
  const isFirst = await queries.insertAnswer(tx, stateHash, tx.now.add({ hours: 1 }))
  return isFirst ? provider : 'taken-already'
}

interface Told {
  claims: Claims
  provider: queries.StoredProvider
  way: WayThere
  visit: Visit
}

async function letIn(tx: Tx, { sealer }: Deps, { claims, provider, way, visit }: Told): Promise<CameBack> {
  if (way.link !== undefined) {
    const refused = await linkIdentity(tx, { accountId: way.link, visit, claims, provider })
    return refused ? { refused } : { linked: true }
  }
  const account = await queries.findLinkedAccount(tx, provider.issuer, claims.sub)
  if (!account) return { refused: 'not-linked' }
  if (!provedBothFactors(claims, provider)) {
    const { tenantId, next } = way
    return {
      codeOwed: sealCodeOwed(sealer, {
        tenantId,
        next,
        issuer: provider.issuer,
        subject: claims.sub,
        until: until(tx.now),
      }),
    }
  }
  const token = await openSession(tx, account, 'identity-provider', visit)
  if (!token) return { refused: 'disabled' }
  await queries.updateIdentityUsed(tx, account.id)
  return { token, email: account.email }
}

async function noteRefusal(
  { database, log, sealer }: Deps,
  context: SignInContext,
  reason: ReturnRefusal,
  address: string,
): Promise<void> {
  log.warn({ requestId: context.requestId, reason }, 'an identity provider’s answer was refused')
  await database.inTenant({ ...context, actor: anonymous }, async (tx) => {
    if (reason === 'too-many' && !(await isFirstOverFull(tx, sealer, [measureOfReturns(address)]))) return
    recordAudit(tx, { event: 'session.refused', detail: { way: 'identity-provider', reason } })
  })
}
