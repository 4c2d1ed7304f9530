import { createHash, randomBytes } from 'node:crypto'

/** Without a click for an hour, or twelve hours after signing in, one signs in again. */
export const idleMinutes = 60
export const absoluteHours = 12

/** 256 random bits; only the browser has them. */
export const newSessionToken = (): string => randomBytes(32).toString('base64url')

const shape = /^[A-Za-z0-9_-]{43}$/

/** What the database keeps of a token; undefined for what can't be one. */
export const hashToken = (token: string | undefined): Buffer | undefined =>
  token !== undefined && shape.test(token) ? createHash('sha256').update(token).digest() : undefined

export interface SessionTimes {
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

export const isOver = ({ lastSeenAt, expiresAt }: SessionTimes, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, expiresAt) >= 0 ||
  Temporal.Instant.compare(now, lastSeenAt.add({ minutes: idleMinutes })) >= 0

/** Being seen is written down at most once a minute. */
export const isSeenAgain = (lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, lastSeenAt.add({ minutes: 1 })) >= 0

export const endOfSession = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: absoluteHours })
