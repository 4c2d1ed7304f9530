import { isIP } from 'node:net'
import type { Ctx, Deps } from './web.ts'

/** The centre's own address, as browsers write it: `https://cus.example.pl`, and its host name alone. */
export interface OwnOrigin {
  origin: string
  host: string
}

/**
 * The origin that the request was sent to, if it is one of the centre's own: the one of SPLOT_BASE_URL or a host name
 * given to the centre. Nobody is identified on any other: a name that merely leads here may be a stranger's.
 */
export async function ownOrigin(
  c: Ctx,
  { config, tenants }: Pick<Deps, 'config' | 'tenants'>,
): Promise<OwnOrigin | undefined> {
  const base = new URL(config.baseUrl)
  const asked = c.req.header('host') ?? new URL(c.req.url).host
  const address = `${base.protocol}//${asked}`
  if (!URL.canParse(address)) return undefined
  const { origin, hostname } = new URL(address)
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return undefined
  const isOwn = hostname === base.hostname || (await tenants.isHostOf(c.var.tenant.id, hostname))
  return isOwn ? { origin, host: hostname } : undefined
}
