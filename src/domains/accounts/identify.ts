import { anonymous, type Actor } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { readCookie } from '#platform/web-cookies.ts'
import type { Ctx } from '#platform/web.ts'
import { findSession, listRolesOn, updateLastSeen, type HeldRole } from './session-queries.ts'
import { hashToken, isOver, isSeenAgain } from './session.ts'

/** Who stands behind the request: the session's person with the roles of this very day, or nobody known. */
export async function identify(c: Ctx, tx: Tx): Promise<Actor> {
  const tokenHash = hashToken(readCookie(c, 'session'))
  if (!tokenHash) return anonymous
  const session = await findSession(tx, tokenHash)
  if (!session || session.state === 'disabled' || isOver(session, tx.now)) return anonymous
  if (isSeenAgain(session.lastSeenAt, tx.now)) await updateLastSeen(tx, tokenHash)
  return staffActor(session, await listRolesOn(tx, session.accountId, dayOf(tx.now)))
}

export function staffActor(account: { accountId: string; name: string }, held: readonly HeldRole[]): Actor {
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
