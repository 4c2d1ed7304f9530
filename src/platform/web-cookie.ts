import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './web.ts'

/** A cookie of this host alone, out of reach of scripts; `__Host-` makes the browser insist on it. */
export type HostCookie = `__Host-${string}`

export const readCookie = (c: Ctx, name: HostCookie): string | undefined => getCookie(c, name)

/** Lives for so many seconds, or until the browser is closed. */
export function writeCookie(c: Ctx, name: HostCookie, value: string, maxAge?: number): void {
  setCookie(c, name, value, { ...scope, httpOnly: true, ...(maxAge !== undefined && { maxAge }) })
}

export const dropCookie = (c: Ctx, name: HostCookie): void => void deleteCookie(c, name, scope)

const scope = { path: '/', secure: true, sameSite: 'Lax' } as const
