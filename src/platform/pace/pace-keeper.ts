import { Buckets } from './buckets.ts'
import { HeldAnswers } from './held-answers.ts'
import { KnownSessions } from './known-sessions.ts'
import { Lines } from './lines.ts'
import { Turns } from './turns.ts'
import type { Wait } from './waits.ts'

/** Seconds of the pace that a bucket holds: thirty people who open a page together, and then the next one. */
const secondsAtOnce = 5
/** Nobody waits longer for their turn. */
const longestWaitSeconds = 3
/** Pages that are drawn for one place at the same time: less than half of the connections to the database. */
const atATime = 3
/** Of all places together; each costs some 20 kB of memory. */
const most = { waiting: 1000, heldAnswers: 2000 }

export interface PaceOptions {
  /** Pages that one place may have drawn in a second, by and by. */
  perSecond: number
  secondsAtOnce?: number
  longestWaitSeconds?: number
  mostHeldAnswers?: number
  now?: () => number
}

/**
 * How many pages a place may have drawn anew by nobody in particular. Who asks for more waits for a turn, and who asks
 * for far more is refused, slowly. What is drawn for one place at the same time is
 * little, so that others' pages come in between. While nobody asks for that much it keeps a number for each place, and
 * no timer.
 */
export class PaceKeeper {
  readonly #now: () => number
  readonly #buckets: Buckets
  readonly #lines: Lines
  readonly #held: HeldAnswers
  readonly #turns = new Turns(atATime)
  readonly #known = new KnownSessions()
  #stopping = false

  constructor({ perSecond, now = () => performance.now(), ...options }: PaceOptions) {
    this.#now = now
    const atOnce = perSecond * (options.secondsAtOnce ?? secondsAtOnce)
    this.#buckets = new Buckets({ atOnce, perSecond })
    this.#lines = new Lines(
      this.#buckets,
      { each: perSecond * (options.longestWaitSeconds ?? longestWaitSeconds), all: most.waiting },
      now,
    )
    this.#held = new HeldAnswers(options.mostHeldAnswers ?? most.heldAnswers)
  }

  /** True when this page may be drawn at once: nobody is passed over for it. */
  mayGo(place: string): boolean {
    return !this.#lines.isWaitedAt(place) && this.#buckets.take(place, this.#now())
  }

  /** Whether somebody of the staff was served by this session lately. */
  isAtWork(session: string | undefined): boolean {
    return session !== undefined && this.#known.has(session, this.#now())
  }

  sawAtWork(session: string | undefined): void {
    if (session !== undefined) this.#known.add(session, this.#now())
  }

  /** Waits for a turn; undefined where the line is too long. */
  waitForTurn(place: string): Wait | undefined {
    return this.#stopping ? undefined : this.#lines.join(place)
  }

  /** Keeps a refusal back; undefined where it goes out at once. */
  holdAnswer(): Wait | undefined {
    return this.#stopping ? undefined : this.#held.hold()
  }

  /** Undefined when the page may be drawn now; in the end `endDrawing` is called, unless the wait ended otherwise. */
  beginDrawing(place: string): Wait | undefined {
    return this.#turns.begin(place)
  }

  endDrawing(place: string): void {
    this.#turns.end(place)
  }

  /** Nobody waits any more, and no timer is left. */
  stop(): void {
    this.#stopping = true
    this.#lines.endAll('stopping')
    this.#held.endAll('stopping')
    this.#turns.endAll('stopping')
  }
}
