import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Ctx } from './web.ts'

/** The cookies there are; each is bound to this host, out of reach of scripts and not sent from other sites. */
export type CookieName =
  | 'session'
  | 'device'
  | 'passkey'
  | 'identity-provider'
  | 'interrupted'
  | 'draft'
  | 'staff-draft'
  | 'receipt'
  | 'case'
  | 'written'

export const readCookie = (c: Ctx, name: CookieName): string | undefined => getCookie(c, name, 'host')

/** Without days it ends with the browser. */
export function writeCookie(c: Ctx, name: CookieName, value: string, days?: number): void {
  setCookie(c, name, value, {
    prefix: 'host',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    ...(days !== undefined && { maxAge: days * 24 * 60 * 60 }),
  })
}

export const dropCookie = (c: Ctx, name: CookieName): void =>
  void deleteCookie(c, name, { prefix: 'host', path: '/', secure: true })
