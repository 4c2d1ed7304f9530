import type { Sealer } from '#platform/sealing.ts'
import { readCookie, writeCookie } from '#platform/web-cookies.ts'
import type { Ctx } from '#platform/web.ts'
import { browserName } from './browser-name.ts'
import { withAccount } from './device.ts'
import type { Visit } from './open-session.ts'

/** For a short transaction of its own, before the request's. */
export const contextOf = (c: Ctx) => ({ tenantId: c.var.tenant.id, requestId: c.var.requestId, now: c.var.now })

const deviceDays = 180

/** The browser that asks to sign in. */
export const visitOf = (c: Ctx): Visit => ({
  session: readCookie(c, 'session'),
  browser: browserName(c.req.header('user-agent')),
  lang: c.var.lang,
  centre: c.var.tenant,
})

/** Gives the browser its new session, and the sign by which it is known when this account signs in again. */
export function keepSession(c: Ctx, sealer: Sealer, signedIn: { token: string; email: string }): void {
  writeCookie(c, 'session', signedIn.token)
  writeCookie(c, 'device', withAccount(sealer, readCookie(c, 'device'), signedIn.email), deviceDays)
}
