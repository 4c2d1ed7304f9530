import type { Fault } from '../fault.ts'
import { typedForm, type Look } from './elements.ts'
import { fingerprint, type Fingerprint } from './fingerprint.ts'
import { beginWalk, endWalk, stepWalk } from './focus.ts'
import { lookAround } from './look.ts'

/** What one look at a page tells. */
export interface Around extends Fingerprint {
  faults: Fault[]
  title: string
  /** How many forms there are to type into. */
  forms: number
}

const look = (asked: Look): Around => ({
  ...fingerprint(),
  faults: lookAround(asked),
  title: document.title,
  forms: document.querySelectorAll(typedForm).length,
})

/** What the test calls in the page. */
export const inPage = { look, beginWalk, stepWalk, endWalk }

Object.assign(globalThis, { splotLook: inPage })
