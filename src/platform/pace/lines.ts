import type { Buckets } from './buckets.ts'
import { newWait, type Outcome, type Wait } from './waits.ts'

type Waiting = ReturnType<typeof newWait>

interface Line {
  waiting: Set<Waiting>
  timer?: NodeJS.Timeout
}

export interface Room {
  /** How many may wait at one place. */
  each: number
  /** And at all places together. */
  all: number
}

/** At each place those who wait for a token stand in a line; a place where nobody waits costs nothing. */
export class Lines {
  readonly #lines = new Map<string, Line>()
  readonly #buckets: Buckets
  readonly #room: Room
  readonly #now: () => number
  #waiting = 0

  constructor(buckets: Buckets, room: Room, now: () => number) {
    this.#buckets = buckets
    this.#room = room
    this.#now = now
  }

  isWaitedAt(place: string): boolean {
    return this.#lines.has(place)
  }

  /** Undefined where no more may wait. */
  join(place: string): Wait | undefined {
    const line = this.#lines.get(place) ?? { waiting: new Set() }
    if (line.waiting.size >= this.#room.each || this.#waiting >= this.#room.all) return undefined
    const wait = newWait(() => this.#leave(place, line, wait))
    line.waiting.add(wait)
    this.#waiting += 1
    if (line.waiting.size === 1) {
      this.#lines.set(place, line)
      this.#waitForToken(place, line)
    }
    return wait
  }

  endAll(outcome: Outcome): void {
    for (const { waiting } of this.#lines.values()) for (const wait of waiting) wait.end(outcome)
  }

  #waitForToken(place: string, line: Line): void {
    line.timer = setTimeout(() => this.#advance(place, line), this.#buckets.wait(place, this.#now()))
  }

  #advance(place: string, line: Line): void {
    for (const wait of line.waiting) {
      if (!this.#buckets.take(place, this.#now())) return this.#waitForToken(place, line)
      wait.end('come')
    }
  }

  #leave(place: string, line: Line, wait: Waiting): void {
    if (!line.waiting.delete(wait)) return
    this.#waiting -= 1
    if (line.waiting.size > 0) return
    clearTimeout(line.timer)
    this.#lines.delete(place)
  }
}
