import { statfs } from 'node:fs/promises'
import type { MiddlewareHandler } from 'hono'
import { Unavailable } from './unavailable.ts'
import type { Env } from './web.ts'

/** PostgreSQL ends when it can't write its log any more, so writing stops while there is room for what is under way. */
const leastBytes = 64 * 2 ** 20

/**
 * Refuses forms with 503 while the disk of the embedded database is nearly full; reading goes on. A database of its own
 * has a disk that can't be seen from here.
 */
export function needsRoom(folder: string, least = leastBytes): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (c.req.method === 'POST' && (await freeBytes(folder)) < least) throw new Unavailable('the disk is nearly full')
    return next()
  }
}

/** What a program without special rights may still write; without the folder there is nothing to run out of. */
async function freeBytes(folder: string): Promise<number> {
  const disk = await statfs(folder).catch(() => undefined)
  return disk ? disk.bavail * disk.bsize : Number.POSITIVE_INFINITY
}
