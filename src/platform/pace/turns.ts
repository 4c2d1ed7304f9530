import { newWait, type Outcome, type Wait } from './waits.ts'

type Waiting = ReturnType<typeof newWait>

interface Busy {
  going: number
  waiting: Set<Waiting>
}

/** So many at a time at each place; the others take turns. Nothing is kept of a place where nothing goes on. */
export class Turns {
  readonly #busy = new Map<string, Busy>()
  readonly #atATime: number

  constructor(atATime: number) {
    this.#atATime = atATime
  }

  /** Undefined when it may begin at once. Whoever begins also ends, by `end`. */
  begin(place: string): Wait | undefined {
    const busy = this.#busy.get(place)
    if (!busy) {
      this.#busy.set(place, { going: 1, waiting: new Set() })
      return undefined
    }
    if (busy.going < this.#atATime) {
      busy.going += 1
      return undefined
    }
    const wait = newWait(() => busy.waiting.delete(wait))
    busy.waiting.add(wait)
    return wait
  }

  /** Hands over to who waits longest. */
  end(place: string): void {
    const busy = this.#busy.get(place)
    if (!busy) return
    for (const next of busy.waiting) return next.end('come')
    busy.going -= 1
    if (busy.going === 0) this.#busy.delete(place)
  }

  endAll(outcome: Outcome): void {
    for (const { waiting } of this.#busy.values()) for (const wait of waiting) wait.end(outcome)
  }
}
