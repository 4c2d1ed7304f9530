import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { MiddlewareHandler } from 'hono'
import type { ChangeFeed } from './changes.ts'
import type { Ctx, Env } from './web.ts'

type Encoding = 'identity' | 'br' | 'gzip'

interface DrawnPage {
  /** Only pages that are kept have one: on the others it would cost more than it saves. */
  hash?: string
  /** The bytes in each encoding that was asked for so far. */
  bytes: Partial<Record<Encoding, Uint8Array<ArrayBuffer>>> & { identity: Uint8Array<ArrayBuffer> }
}

interface KeptPage extends DrawnPage {
  hash: string
  keptUntil: number
}

/** Rendered bytes of public pages, the same for everyone, by centre, language and address. */
export interface PageCache {
  middleware: MiddlewareHandler<Env>
  forget(tenantId?: string): void
}

/** Pages that say "open now" may be this old. */
const keptForMilliseconds = 60_000
/** What all pages kept may take. */
const maxBytes = 64 * 1024 * 1024
/** A longer address isn't one that people share: its page is drawn each time. */
const longestPath = 300
/** How many addresses that were asked for once are remembered, for each centre. */
const mostAskedOnce = 1000

/**
 * A page is kept when its address is asked for a second time: what one person types into the search stays nowhere and
 * doesn't push out the pages that many ask for. The oldest pages of the centre with the most go first, so that a flood
 * at one costs no other; all pages of a centre go when the database tells of a change of its data.
 */
export function pageCache(feed?: ChangeFeed, most = maxBytes): PageCache {
  const byTenant = new Map<string, KeptPages>()
  const forget = (tenantId?: string) => void (tenantId ? byTenant.delete(tenantId) : byTenant.clear())
  feed?.listen('directory', (change) => forget(change?.tenantId))

  const middleware: MiddlewareHandler<Env> = async (c, next) => {
    if ((c.req.method !== 'GET' && c.req.method !== 'HEAD') || c.get('path').length > longestPath) return next()
    const tenantId = c.get('tenant').id
    const key = `${c.get('lang')} ${c.get('path')}`
    let pages = byTenant.get(tenantId)
    if (!pages) byTenant.set(tenantId, (pages = new KeptPages()))
    const kept = pages.find(key, c.get('now'))
    if (kept) return serve(c, kept)
    c.set('sameForEveryone', true)
    await next()
    const html = c.get('html')
    if (html === undefined || c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const page = pages.wants(key) ? keep(html, c.get('now')) : { bytes: { identity: Buffer.from(html) } }
    // A change told while this page was being drawn has dropped the map: then it isn't kept.
    if ('keptUntil' in page && byTenant.get(tenantId) === pages) {
      pages.add(key, page)
      shrink(byTenant, most)
    }
    // Taken away first, since Hono would copy the old answer's headers over, slowly.
    c.res = undefined
    c.res = serve(c, page)
  }
  return { middleware, forget }
}

function shrink(byTenant: ReadonlyMap<string, KeptPages>, most: number): void {
  const all = [...byTenant.values()]
  for (let size = all.reduce((sum, pages) => sum + pages.size, 0); size > most;) {
    const largest = all.reduce((a, b) => (b.size > a.size ? b : a))
    size -= largest.dropOldest()
  }
}

class KeptPages {
  #pages = new Map<string, KeptPage>()
  #askedOnce = new Set<string>()
  size = 0

  find(key: string, now: Temporal.Instant): KeptPage | undefined {
    const page = this.#pages.get(key)
    return page && page.keptUntil > now.epochMilliseconds ? page : undefined
  }

  /** Whether this address was asked for before; remembers it if not. */
  wants(key: string): boolean {
    if (this.#pages.has(key) || this.#askedOnce.delete(key)) return true
    this.#askedOnce.add(key)
    if (this.#askedOnce.size > mostAskedOnce) this.#askedOnce.delete(this.#askedOnce.values().next().value ?? '')
    return false
  }

  add(key: string, page: KeptPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    this.size += sizeOf(key, page)
  }

  /** Gives the bytes that this made free. */
  dropOldest(): number {
    return this.#drop(this.#pages.keys().next().value!)
  }

  #drop(key: string): number {
    const page = this.#pages.get(key)
    const freed = page ? sizeOf(key, page) : 0
    this.#pages.delete(key)
    this.size -= freed
    return freed
  }
}

/** The address, the bytes, and half as much again for the same bytes compressed. */
const sizeOf = (key: string, { bytes }: KeptPage): number => 2 * key.length + 1.5 * bytes.identity.byteLength

function keep(html: string, now: Temporal.Instant): KeptPage {
  const identity = Buffer.from(html)
  return {
    hash: hash('sha256', identity, 'base64url').slice(0, 27),
    bytes: { identity },
    keptUntil: now.epochMilliseconds + keptForMilliseconds,
  }
}

/** A plain record of headers and bytes goes to the socket as it is; a `Headers` object costs more than all the rest. */
function serve(c: Ctx, page: DrawnPage): Response {
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding: Encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : 'identity'
  const headers: Record<string, string> = {
    ...c.get('standingHeaders'),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'public, max-age=0, must-revalidate',
    Vary: 'Accept-Encoding',
  }
  if (page.hash !== undefined) headers['ETag'] = `"${page.hash}-${encoding}"`
  c.set('complete', true)
  if (page.hash !== undefined && c.req.header('if-none-match')?.includes(`"${page.hash}-`)) {
    return new Response(null, { status: 304, headers })
  }
  if (encoding !== 'identity') headers['Content-Encoding'] = encoding
  return new Response(bytesIn(page, encoding), { headers })
}

function bytesIn(page: DrawnPage, encoding: Encoding): Uint8Array<ArrayBuffer> {
  page.bytes[encoding] ??= new Uint8Array(
    encoding === 'br'
      ? brotliCompressSync(page.bytes.identity, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : gzipSync(page.bytes.identity),
  )
  return page.bytes[encoding]
}
