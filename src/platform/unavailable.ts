/**
 * SQLSTATE classes and codes that say "not now" rather than "not so": the connection broke (08), resources such as
 * disk, memory or connections ran out (53), an operator or a crash ended the session (57P), the storage failed (58),
 * the server only reads for now (25006), somebody else holds the row for too long (55P03). PostgreSQL documentation,
 * appendix A. A statement that itself takes too long (57014) is a fault of ours.
 */
const notNow = /^(08|53|57P|58|25006|55P03)/

/** What a socket says when nobody listens, or who listened is gone; ENOENT is a unix socket that isn't there. */
const broken = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND'])

/** The driver's own errors carry no code. */
const said =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Said by ourselves: not now, though nothing is wrong with the request. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}

/** True when the database can't serve now though the same request may succeed in a moment: the answer is 503. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Unavailable) return true
  const { code, syscall } = error as Error & { code?: unknown; syscall?: unknown }
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(isUnavailable)
  if (typeof code !== 'string') return said.test(error.message)
  if (broken.has(code)) return typeof syscall === 'string' && /^(connect|read|write|getaddrinfo)$/.test(syscall)
  return code.length === 5 && notNow.test(code)
}
