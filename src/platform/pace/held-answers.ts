import { newWait, type Outcome, type Wait } from './waits.ts'

type Held = ReturnType<typeof newWait>

/** Milliseconds; no two refused at the same time are answered at the same time. */
const least = 1000
const most = 2000

/**
 * Answers that are kept back for a while, so that a program that asks again as soon as it has its answer asks about
 * once a second and not a thousand times.
 */
export class HeldAnswers {
  readonly #held = new Set<Held>()
  readonly #room: number

  constructor(room: number) {
    this.#room = room
  }

  /** Undefined where no more are kept back. */
  hold(): Wait | undefined {
    if (this.#held.size >= this.#room) return undefined
    const timer = setTimeout(() => held.end('come'), least + Math.random() * (most - least))
    const held = newWait(() => {
      clearTimeout(timer)
      this.#held.delete(held)
    })
    this.#held.add(held)
    return held
  }

  endAll(outcome: Outcome): void {
    for (const held of this.#held) held.end(outcome)
  }
}
