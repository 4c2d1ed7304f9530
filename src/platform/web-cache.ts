import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { ChangeFeed } from './changes.ts'
import type { Ctx, Env } from './web.ts'

type Encoding = 'identity' | 'br' | 'gzip'

interface KeptPage {
  hash: string
  type: string
  /** The bytes in each encoding that was asked for so far. */
  bytes: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>> & { identity: Uint8Array<ArrayBuffer> }
  keptUntil: number
}

/** Rendered bytes of public pages, the same for everyone, by centre, language and address. */
export interface PageCache {
  middleware: MiddlewareHandler<Env>
  forget(tenantId?: string): void
}

/** Pages that say "open now" may be this old. */
const keptForMilliseconds = 60_000
/** What one centre's pages may take, before compression. */
const maxBytesPerTenant = 16 * 1024 * 1024

/** Oldest pages go first; all pages of a centre go when the database tells of a change of its data. */
export function pageCache(feed?: ChangeFeed): PageCache {
  const byTenant = new Map<string, KeptPages>()
  const forget = (tenantId?: string) => void (tenantId ? byTenant.delete(tenantId) : byTenant.clear())
  feed?.listen((change) => forget(change?.tenantId))

  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return next()
    const key = `${c.var.lang} ${c.var.path}`
    let pages = byTenant.get(c.var.tenant.id)
    if (!pages) byTenant.set(c.var.tenant.id, (pages = new KeptPages()))
    const kept = pages.find(key, c.var.now)
    if (kept) return serve(c, kept)
    await next()
    if (c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const page = keep(new Uint8Array(await c.res.arrayBuffer()), c)
    // A change told while this page was being drawn has dropped the map: then it isn't kept.
    if (byTenant.get(c.var.tenant.id) === pages) pages.add(key, page)
    c.res = serve(c, page)
  }
  return { middleware, forget }
}

class KeptPages {
  #pages = new Map<string, KeptPage>()
  #size = 0

  find(key: string, now: Temporal.Instant): KeptPage | undefined {
    const page = this.#pages.get(key)
    return page && page.keptUntil > now.epochMilliseconds ? page : undefined
  }

  add(key: string, page: KeptPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.#size += page.bytes.identity.byteLength
    while (this.#size > maxBytesPerTenant) this.#drop(this.#pages.keys().next().value!)
  }

  #drop(key: string): void {
    this.#size -= this.#pages.get(key)?.bytes.identity.byteLength ?? 0
    this.#pages.delete(key)
  }
}

const keep = (identity: Uint8Array<ArrayBuffer>, c: Ctx): KeptPage => ({
  hash: createHash('sha256').update(identity).digest('base64url').slice(0, 27),
  type: c.res.headers.get('content-type') ?? 'text/html; charset=utf-8',
  bytes: { identity },
  keptUntil: c.var.now.epochMilliseconds + keptForMilliseconds,
})

function serve(c: Ctx, page: KeptPage): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding: Encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  const headers: Record<string, string> = {
    'Content-Type': page.type,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    Vary: 'Accept-Encoding',
    ETag: `"${page.hash}-${encoding}"`,
  }
  if (c.req.header('if-none-match')?.includes(`"${page.hash}-`)) return new Response(null, { status: 304, headers })
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding
  return new Response(bytesIn(page, encoding), { headers })
}

function bytesIn(page: KeptPage, encoding: Encoding): Uint8Array<ArrayBuffer> {
  page.bytes[encoding] ??= new Uint8Array(
    encoding === 'br'
      ? brotliCompressSync(page.bytes.identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(page.bytes.identity),
  )
  return page.bytes[encoding]
}
