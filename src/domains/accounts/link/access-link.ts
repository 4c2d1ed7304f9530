import { createHash, randomBytes } from 'node:crypto'

export type LinkKind = 'invitation' | 'reset'

/** Three days to take up an invitation; ten minutes for a reset, since whoever reads the mailbox later mustn't use it. */
const lifetimes = { invitation: { hours: 72 }, reset: { minutes: 10 } } as const satisfies Record<
  LinkKind,
  Temporal.DurationLike
>

export const endOfLink = (kind: LinkKind, now: Temporal.Instant): Temporal.Instant => now.add(lifetimes[kind])

/** 128 random bits, written so that no mail program cuts the address short. */
export const newLinkToken = (): string => randomBytes(16).toString('hex')

const shape = /^[0-9a-f]{32}$/

/** What the database keeps of a token; undefined for what can't be one. */
export const hashLinkToken = (token: string): Buffer | undefined =>
  shape.test(token) ? createHash('sha256').update(token).digest() : undefined

export const resetPath = '/logowanie/haslo'

const paths = { invitation: '/zaproszenie', reset: resetPath } as const satisfies Record<LinkKind, string>

export const pathOfLink = (kind: LinkKind, token: string): string => `${paths[kind]}/${token}`

/**
 * Where a letter leads to. On an installation of one centre it is the address from the settings, whatever host a request
 * names; where there are several, each has host names of its own, and the request's is one that is known.
 */
export function siteOf(baseUrl: string, centres: number, host: string): string {
  if (centres === 1) return baseUrl
  const site = new URL(baseUrl)
  site.hostname = host.replace(/:\d{1,5}$/, '')
  return site.origin
}
