import type { MiddlewareHandler } from 'hono'
import { isStaff } from './actor.ts'
import type { Lang } from './i18n.ts'
import type { Logger } from './log.ts'
import type { PaceKeeper } from './pace/pace-keeper.ts'
import type { Outcome, Wait } from './pace/waits.ts'
import { readCookie } from './web-cookies.ts'
import type { Ctx, Env } from './web.ts'

const retryAfterSeconds = 5

/** Who stands in front of a page that has to be drawn: `forms` before a body is read, `pages` where none was kept. */
export interface Paced {
  forms: MiddlewareHandler<Env>
  pages: MiddlewareHandler<Env>
}

/**
 * Keeps a place that isn't signed in to its pace. `refusal` is the page for those who ask for far more, drawn
 * beforehand: it goes out when there is least time for it.
 */
export function paced(keeper: PaceKeeper, refusal: (lang: Lang) => Uint8Array<ArrayBuffer>, log: Logger): Paced {
  const tell = onceAMinute((refused) => log.warn({ refused }, 'an address asks for more than SPLOT_PAGES_PER_SECOND'))
  const gate: MiddlewareHandler<Env> = async (c, next) => {
    const waits = !keeper.mayGo(c.get('address')) && !keeper.isAtWork(readCookie(c, 'session'))
    const refused = waits ? await waitOrRefuse(c) : undefined
    if (refused) return refused
    await next()
    if (isStaff(c.get('actor'))) keeper.sawAtWork(readCookie(c, 'session'))
    return undefined
  }

  async function waitOrRefuse(c: Ctx): Promise<Response | undefined> {
    const turn = await outcomeOf(keeper.waitForTurn(c.get('address')), c)
    if (turn === 'come') return undefined
    if (turn === 'none') tell()
    const held = turn === 'none' ? await outcomeOf(keeper.holdAnswer(), c) : turn
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

  return { forms: when(isForm, gate), pages: when((c) => !isForm(c), gate) }
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
