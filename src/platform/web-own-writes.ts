import type { MiddlewareHandler } from 'hono'
import { isStaff } from './actor.ts'
import type { ChangeFeed } from './changes.ts'
import { currentPosition, readPosition, writePosition, type LogPosition } from './replica/position.ts'
import { readCookie, writeCookie } from './web-cookies.ts'
import type { Deps, Env } from './web.ts'

/** Longer than that a copy is hardly behind; if it is, the change that was told keeps it from answering. */
const rememberedDays = 5 / (24 * 60)
const purpose = 'own write'

/**
 * Whoever wrote sees it on the next page, whichever process answers and from whatever copy of the database. The answer
 * to a form carries how far the primary was (sealed: it would tell how much is written here). A page asked for with
 * that waits until this process has heard of every change up to now, so that nothing old is in its memory. Residents
 * change nothing that everyone sees, and their own pages come from the primary: their browsers are told nothing.
 */
export function ownWrites({ database, sealer }: Deps, feed: ChangeFeed): MiddlewareHandler<Env> {
  const positionNow = (): Promise<string> => currentPosition(database).then(writePosition, () => '')
  return async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') {
      const token = readCookie(c, 'written')
      if (token === undefined) return next()
      c.set('written', open(token))
      await feed.hearAll()
      return next()
    }
    await next()
    if (c.res.status >= 400 || !isStaff(c.get('actor'))) return
    writeCookie(c, 'written', sealer.seal(purpose, await positionNow()).toString('base64url'), rememberedDays)
  }

  function open(token: string): LogPosition | 'unknown' {
    try {
      return readPosition(sealer.unseal(purpose, Buffer.from(token, 'base64url'))) ?? 'unknown'
    } catch {
      return 'unknown'
    }
  }
}
