import { anonymous, type Actor, type StaffActor } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { readCookie } from '#platform/web-cookies.ts'
import type { Ctx } from '#platform/web.ts'
import { findSession, listRolesOn, updateLastSeen, type HeldRole } from './session-queries.ts'
import { hashToken, isOver, isSeenAgain } from './session.ts'

/** Who stands behind the request: the session's person with the roles of this very day, or nobody known. */
export async function identify(c: Ctx, tx: Tx): Promise<Actor> {
  const known = await findSignedIn(tx, readCookie(c, 'session'))
  if (!known) return anonymous
  c.set('provenAt', known.provenAt)
  return known.actor
}

/**
 * Whose session the token is, as of now: nothing is remembered between requests, so that a disabled account and an
 * ended role are out with the next one.
 */
export async function findSignedIn(
  tx: Tx,
  token: string | undefined,
): Promise<{ actor: StaffActor; provenAt: Temporal.Instant } | undefined> {
  const tokenHash = hashToken(token)
  if (!tokenHash) return undefined
  const session = await findSession(tx, tokenHash)
  if (!session || session.state === 'disabled' || isOver(session, tx.now)) return undefined
  if (isSeenAgain(session.lastSeenAt, tx.now)) await updateLastSeen(tx, tokenHash)
  const actor = staffActor(session, await listRolesOn(tx, session.accountId, dayOf(tx.now)))
  return { actor, provenAt: session.provenAt }
}

export function staffActor(account: { accountId: string; name: string }, held: readonly HeldRole[]): StaffActor {
  const own = new Set(held.filter(({ asDeputy }) => !asDeputy).map(({ role }) => role))
  const all = new Set([...own, ...held.map(({ role }) => role)])
  return {
    kind: 'staff',
    accountId: account.accountId,
    name: account.name,
    roles: [...all],
    deputyRoles: [...all].filter((role) => !own.has(role)),
  }
}
