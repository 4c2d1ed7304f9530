import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Sealer } from '#platform/sealing.ts'

/**
 * A browser that signed in before carries a signed cookie: a random name and one signature for each account that
 * signed in from it (OWASP, "device cookies"). Its mistakes are counted apart, so that nobody else's guessing locks
 * its person out.
 */
const mostAccounts = 12
const namePattern = /^[A-Za-z0-9_-]{22}$/

const sign = (sealer: Sealer, name: string, email: string): string =>
  sealer.hash('device', `${name} ${email}`).subarray(0, 16).toString('base64url')

const same = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The browser's name, if it signed in to this account before. */
export function knownDevice(sealer: Sealer, cookie: string | undefined, email: string): string | undefined {
  const [name = '', ...signatures] = (cookie ?? '').split('.', mostAccounts + 1)
  if (!namePattern.test(name)) return undefined
  const expected = sign(sealer, name, email)
  return signatures.some((signature) => same(signature, expected)) ? name : undefined
}

/** The cookie after signing in to the account: the newest account stands first. */
export function withAccount(sealer: Sealer, cookie: string | undefined, email: string): string {
  const [name = '', ...signatures] = (cookie ?? '').split('.', mostAccounts + 1)
  if (!namePattern.test(name)) return withAccount(sealer, randomBytes(16).toString('base64url'), email)
  const own = sign(sealer, name, email)
  return [name, own, ...signatures.filter((signature) => signature !== own)].slice(0, mostAccounts + 1).join('.')
}
