import type { MiddlewareHandler } from 'hono'
import { BadRequest, isForm, isMultipart, type Ctx, type Env } from './web.ts'

/** Nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Record<string, string> = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'X-Frame-Options': 'DENY',
}

const onlyHttps = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }

/** Puts the security headers on every answer. What belongs to one person is never kept by a cache. */
export function securityHeaders(https: boolean): MiddlewareHandler<Env> {
  const standing = https ? { ...headers, ...onlyHttps } : headers
  return async (c, next) => {
    const standingHeaders = { ...standing, 'X-Request-Id': c.get('requestId') }
    c.set('standingHeaders', standingHeaders)
    await next()
    if (c.get('complete')) return
    for (const [name, value] of Object.entries(standingHeaders)) c.res.headers.set(name, value)
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/** An unsafe request must come from a page of this very site: Sec-Fetch-Site says so, or else Origin does. */
export const sameOriginOnly: MiddlewareHandler<Env> = async (c, next) => {
  if (!safeMethods.has(c.req.method) && !isSameOrigin(c)) throw new BadRequest(403, 'from another site')
  return next()
}

function isSameOrigin(c: Ctx): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site) return site === 'same-origin'
  const origin = c.req.header('origin')
  const host = c.req.header('host') ?? new URL(c.req.url).host
  if (!origin || !URL.canParse(origin)) return false
  return new URL(origin).host === host
}

/** The most that a form may send; far above the longest plan. */
export const maxFormBytes = 512 * 1024

/**
 * Receives a sent form whole, before the request's transaction: who sends slowly holds no database connection. Given
 * up as soon as it is, or says it is, larger than any form. A form with a file is left unread for the routes that take
 * one (web-upload.ts).
 */
export const receiveForm: MiddlewareHandler<Env> = async (c, next) => {
  const announced = Number(c.req.header('content-length') ?? 0)
  if (announced > maxFormBytes && !isMultipart(c)) throw new BadRequest(413, 'too large')
  if (isForm(c)) c.set('body', await readBody(c))
  return next()
}

async function readBody(c: Ctx): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > maxFormBytes) throw new BadRequest(413, 'too large')
      chunks.push(chunk)
    }
  } catch (error) {
    // Whoever goes away in the middle of sending is no surprise of ours, and must not fill the log with them.
    throw error instanceof BadRequest ? error : new BadRequest(400, 'cut off')
  }
  return Buffer.concat(chunks).toString('utf8')
}
