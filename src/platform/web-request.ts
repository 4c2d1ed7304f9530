import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { anonymous } from './actor.ts'
import { splitLang } from './i18n.ts'
import { NotFound, type Deps, type Env } from './web.ts'

/** The path that routes are matched with: `/uk/uslugi` and `/uslugi` are one page. */
export const pathWithoutLang = (request: Request): string => splitLang(new URL(request.url).pathname).path

/** Gives the request its id, clock and language, and writes one line about it: no query, no address, no person. */
export function requestContext(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const requestId = randomUUID()
    const { pathname, search } = new URL(c.req.url)
    const { lang, path } = splitLang(pathname)
    const log = deps.log.child({ requestId })
    const started = performance.now()
    c.set('requestId', requestId)
    c.set('log', log)
    c.set('now', deps.now())
    c.set('lang', lang)
    c.set('path', path + search)
    c.set('assets', deps.assets)
    c.set('actor', anonymous)
    await next()
    c.res.headers.set('X-Request-Id', requestId)
    const milliseconds = Math.round(performance.now() - started)
    log.info({ method: c.req.method, route: routePath(c, -1), status: c.res.status, milliseconds }, 'request')
  }
}

/** Finds the centre by the host name; an unknown host on an installation of several centres is 404. */
export function tenantOfHost(deps: Deps): MiddlewareHandler<Env> {
  return async (c, next) => {
    const tenant = await deps.tenants.find(c.req.header('host') ?? new URL(c.req.url).host)
    if (!tenant) throw new NotFound('no centre has this host name')
    c.set('tenant', tenant)
    return next()
  }
}
