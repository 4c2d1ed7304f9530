import type { Config } from '#platform/config.ts'
import type { Tx } from '#platform/tx.ts'
import { listTotpSteps } from './account-queries.ts'
import type { SampleAccount } from './sample-accounts.ts'
import { nextUnusedCode } from './totp.ts'

/** A sample account with the code that opens it now; without one it has used up the codes of this minute. */
export type SampleOffer = SampleAccount & { code: string | undefined }

export async function listSampleOffers(tx: Tx, accounts: readonly SampleAccount[]): Promise<SampleOffer[]> {
  if (accounts.length === 0) return []
  const emails = accounts.map(({ email }) => email)
  const steps = await listTotpSteps(tx, emails)
  return accounts
    .filter(({ email }) => steps.has(email))
    .map((account) => ({ ...account, code: nextUnusedCode(account.totpSecret, steps.get(account.email)!, tx.now) }))
}

/** Where a request came from, as the socket and its own words tell. */
export interface Origin {
  remoteAddress: string | undefined
  /** The host name that was asked for. */
  hostname: string
  /** A proxy says that it passed the request on. */
  forwarded: boolean
}

/**
 * Sample accounts are offered only where nobody but the person at this machine can see them: embedded database, our
 * server and the request both on loopback, a centre of sample data, no proxy between.
 */
export function mayOfferSamples(config: Config, tenant: { sample: boolean }, origin: Origin): boolean {
  return (
    config.sample &&
    config.databaseUrl === undefined &&
    isLoopback(config.host) &&
    tenant.sample &&
    isLoopback(origin.remoteAddress) &&
    isLoopback(origin.hostname) &&
    !origin.forwarded
  )
}

const isLoopback = (host: string | undefined): boolean =>
  host !== undefined &&
  (host === 'localhost' ||
    host.endsWith('.localhost') ||
    /^(?:(?:::ffff:)?127(?:\.\d{1,3}){3}|::1|\[::1\])$/.test(host))
