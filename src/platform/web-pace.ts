import type { MiddlewareHandler } from 'hono'
import { isStaff } from './actor.ts'
import type { Lang } from './i18n.ts'
import type { Logger } from './log.ts'
import type { PaceKeeper } from './pace/pace-keeper.ts'
import type { Outcome, Wait } from './pace/waits.ts'
import { readCookie } from './web-cookies.ts'
import type { Ctx, Env } from './web.ts'

const retryAfterSeconds = 5

/** Before a body is read, before a page that none was kept of, and around drawing it. */
export interface Paced {
  forms: MiddlewareHandler<Env>
  pages: MiddlewareHandler<Env>
  drawing: MiddlewareHandler<Env>
}

/**
 * Keeps a place that isn't signed in to its pace. `refusal` is the page for those who ask for far more, drawn
 * beforehand: it goes out when there is least time for it.
 */
export function paced(keeper: PaceKeeper, refusal: (lang: Lang) => Uint8Array<ArrayBuffer>, log: Logger): Paced {
  const tell = onceAMinute((refused) => log.warn({ refused }, 'an address asks for more than SPLOT_PAGES_PER_SECOND'))
  const isAtWork = (c: Ctx) => keeper.isAtWork(readCookie(c, 'session'))

  const gate: MiddlewareHandler<Env> = async (c, next) => {
    if (keeper.mayGo(c.get('address')) || isAtWork(c)) return next()
    const turn = await outcomeOf(keeper.waitForTurn(c.get('address')), c)
    if (turn === 'come') return next()
    if (turn !== 'none') return refuse(c, turn)
    tell()
    return refuse(c, await outcomeOf(keeper.holdAnswer(), c))
  }

  const drawing: MiddlewareHandler<Env> = async (c, next) => {
    const place = c.get('address')
    const wait = isAtWork(c) ? 'none' : keeper.beginDrawing(place)
    if (typeof wait === 'object') {
      const turn = await outcomeOf(wait, c)
      if (turn !== 'come') return refuse(c, turn)
    }
    try {
      await next()
    } finally {
      if (wait !== 'none') keeper.endDrawing(place)
    }
    if (isStaff(c.get('actor'))) keeper.sawAtWork(readCookie(c, 'session'))
    if (c.res.status === 429) await holdLimited(c)
    return undefined
  }

  /** A limit of the page itself was reached, such as that of wrong passwords: this answer isn't hurried either. */
  async function holdLimited(c: Ctx): Promise<void> {
    const held = await outcomeOf(keeper.holdAnswer(), c)
    if (held !== 'come') c.res.headers.set('Connection', 'close')
  }

  function refuse(c: Ctx, held: Outcome | 'none'): Response {
    const headers: Record<string, string> = {
      ...c.get('standingHeaders'),
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Retry-After': String(retryAfterSeconds),
    }
    // Not held back: then the next one has to be asked for by a new connection, and a stopping server waits for none.
    if (held !== 'come') headers['Connection'] = 'close'
    c.set('complete', true)
    return new Response(refusal(c.get('lang')), { status: 429, headers })
  }

  return { forms: when(isForm, gate), pages: when((c) => !isForm(c), gate), drawing }
}

const isForm = (c: Ctx): boolean => c.req.method !== 'GET' && c.req.method !== 'HEAD'

const when =
  (applies: (c: Ctx) => boolean, gate: MiddlewareHandler<Env>): MiddlewareHandler<Env> =>
  (c, next) =>
    applies(c) ? gate(c, next) : next()

/** Called with the number of times since the last call, at once and then at most once a minute. */
function onceAMinute(say: (times: number) => void): () => void {
  let [times, quietUntil] = [0, 0]
  return () => {
    times += 1
    if (performance.now() < quietUntil) return
    say(times)
    quietUntil = performance.now() + 60_000
    times = 0
  }
}

/** Waits until it ends, or the other end hangs up; `none` where there is nothing to wait in. */
async function outcomeOf(wait: Wait | undefined, c: Ctx): Promise<Outcome | 'none'> {
  if (!wait) return 'none'
  const outgoing = c.env?.outgoing
  outgoing?.once('close', wait.leave)
  const outcome = await wait.outcome
  outgoing?.off('close', wait.leave)
  return outcome
}
