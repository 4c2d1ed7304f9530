import type { MiddlewareHandler } from 'hono'
import { redirect, type Ctx, type Env } from './web.ts'

/** How long a proof of both factors is fresh enough for what does harm in wrong hands. */
export const proofMinutes = 10

/** Where a person proves again who they are; `dalej` is where they go on to. */
export const proofPath = '/praca/potwierdzenie'

/** Where a form waits for its person to be sent: after an interrupted session, or while they prove who they are. */
export const waitingFormPath = '/praca/dokoncz'

export const isRecent = (provenAt: Temporal.Instant | undefined, now: Temporal.Instant, minutes: number): boolean =>
  provenAt !== undefined && Temporal.Instant.compare(now, provenAt.add({ minutes })) < 0

/**
 * Lets through who proved both factors in this session within these minutes; others prove them first. Put it after
 * `allow`, on the page with the form and on the form itself. What a form sent is kept meanwhile and offered to be sent
 * afterwards; a body that isn't a form is not.
 */
export function recentProof(minutes = proofMinutes): MiddlewareHandler<Env> {
  return async (c, next) => {
    if (isRecent(c.var.provenAt, c.var.now, minutes)) return next()
    c.set('proofWanted', true)
    return redirect(c, `${proofPath}?dalej=${encodeURIComponent(goingOnTo(c))}`)
  }
}

const goingOnTo = (c: Ctx): string => (c.req.method === 'GET' ? c.var.path : waitingFormPath)
