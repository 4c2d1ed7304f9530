import { beginWalk, endWalk, stepWalk } from './focus.ts'
import { lookAround } from './look.ts'

/** What the test calls in the page. */
export const inPage = { lookAround, beginWalk, stepWalk, endWalk }

Object.assign(globalThis, { splotLook: inPage })
