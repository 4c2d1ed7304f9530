import { Secret, TOTP } from 'otpauth'

/** RFC 6238 as every authenticator app speaks it: 30 seconds, six digits, one step of tolerance each way. */
const period = 30
const tolerance = 1

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period })

/** The number of the half minute that the instant falls in. */
export const stepAt = (now: Temporal.Instant): number => Math.floor(now.epochMilliseconds / 1000 / period)

/** The step that the code belongs to; undefined when it is of none near now. Spaces between digits are welcome. */
export function stepOfCode(secret: string, code: string, now: Temporal.Instant): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totp(secret).validate({ token, timestamp: now.epochMilliseconds, window: tolerance })
  return delta === null ? undefined : stepAt(now) + delta
}

export const codeAtStep = (secret: string, step: number): string =>
  totp(secret).generate({ timestamp: step * period * 1000 })

/** A code that is still accepted: of the first step near now later than the last used one. None for up to a minute. */
export function nextUnusedCode(secret: string, lastStep: number, now: Temporal.Instant): string | undefined {
  const step = Math.max(stepAt(now) - tolerance, lastStep + 1)
  return step <= stepAt(now) + tolerance ? codeAtStep(secret, step) : undefined
}

/** What an authenticator app reads: `otpauth://totp/…`. */
export const totpUri = (secret: string, email: string, issuer: string): string =>
  new TOTP({ issuer, label: email, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period }).toString()
