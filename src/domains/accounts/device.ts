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

/** A cookie in its parts; nothing when its name wasn't given out by us. */
function read(sealer: Sealer, cookie: string | undefined): { name: string; signatures: string[] } | undefined {
  const [name = '', own = '', ...signatures] = (cookie ?? '').split('.', mostAccounts + 2)
  return namePattern.test(name) && same(own, sign(sealer, name, '')) ? { name, signatures } : undefined
}

/** Somebody signed in from this browser before. */
export const isKnownBrowser = (sealer: Sealer, cookie: string | undefined): boolean =>
  read(sealer, cookie) !== undefined

/** The browser's name, if it signed in to this very account before. */
export function knownDevice(sealer: Sealer, cookie: string | undefined, email: string): string | undefined {
  const device = read(sealer, cookie)
  if (!device) return undefined
  const expected = sign(sealer, device.name, email)
  return device.signatures.some((signature) => same(signature, expected)) ? device.name : undefined
}

/** The cookie after signing in to the account: the newest account stands first. */
export function withAccount(sealer: Sealer, cookie: string | undefined, email: string): string {
  const { name, signatures } = read(sealer, cookie) ?? { name: randomBytes(16).toString('base64url'), signatures: [] }
  const own = sign(sealer, name, email)
  const others = signatures.filter((signature) => signature !== own).slice(0, mostAccounts - 1)
  return [name, sign(sealer, name, ''), own, ...others].join('.')
}
