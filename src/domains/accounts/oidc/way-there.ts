import { z } from 'zod'
import type { Sealer } from '#platform/sealing.ts'

/** How long somebody may take at the provider, and then for our code. */
export const minutesAway = 10

/** What goes along in the browser, sealed, while its person is at the provider: nobody can read or change it. */
const wayThere = z.object({
  tenantId: z.string(),
  state: z.string(),
  nonce: z.string(),
  codeVerifier: z.string(),
  /** The provider's settings that the way began with; changed ones end it. */
  version: z.number(),
  /** The account to be linked; without one it is signing in. */
  link: z.string().optional(),
  next: z.string().optional(),
  lang: z.enum(['pl', 'uk', 'en']),
  until: z.number(),
})
export type WayThere = z.output<typeof wayThere>

/** Who came back from the provider, and still owes our code. */
const codeOwed = z.object({
  tenantId: z.string(),
  issuer: z.string(),
  subject: z.string(),
  next: z.string().optional(),
  until: z.number(),
})
export type CodeOwed = z.output<typeof codeOwed>

const kept = { 'way there': wayThere, 'code owed': codeOwed }

/** The time is measured by the centre's clock, in milliseconds since 1970. */
export const until = (now: Temporal.Instant): number => now.add({ minutes: minutesAway }).epochMilliseconds

export const sealWayThere = (sealer: Sealer, way: WayThere): string => seal(sealer, 'way there', way)
export const sealCodeOwed = (sealer: Sealer, owed: CodeOwed): string => seal(sealer, 'code owed', owed)

interface Request {
  tenantId: string
  now: Temporal.Instant
}

/** Undefined for what wasn't sealed here for this, for another centre, or too long ago. */
export const openWayThere = (sealer: Sealer, request: Request, cookie: string | undefined): WayThere | undefined =>
  open(sealer, request, 'way there', cookie) as WayThere | undefined

export const openCodeOwed = (sealer: Sealer, request: Request, cookie: string | undefined): CodeOwed | undefined =>
  open(sealer, request, 'code owed', cookie) as CodeOwed | undefined

const seal = (sealer: Sealer, kind: keyof typeof kept, content: object): string =>
  sealer.seal(`identity provider, ${kind}`, JSON.stringify(content)).toString('base64url')

function open(sealer: Sealer, { tenantId, now }: Request, kind: keyof typeof kept, cookie: string | undefined) {
  if (!cookie || cookie.length > 4000) return undefined
  try {
    const text = sealer.unseal(`identity provider, ${kind}`, Buffer.from(cookie, 'base64url'))
    const content = kept[kind].parse(JSON.parse(text))
    return content.tenantId === tenantId && now.epochMilliseconds < content.until ? content : undefined
  } catch {
    return undefined
  }
}
