/** So many tokens at once, and so many a second after them. */
export interface Pace {
  atOnce: number
  perSecond: number
}

/** More places than that aren't counted at a time; the one that was quiet for longest is forgotten first. */
const mostPlaces = 20_000

/**
 * A bucket of tokens for each place. Of a bucket only the millisecond is kept at which it will be full again: that
 * tells how many tokens are in it at any time, and a forgotten place has a full one.
 */
export class Buckets {
  readonly #fullAt = new Map<string, number>()
  readonly #millisecondsEach: number
  readonly #mostMissing: number
  readonly #mostPlaces: number

  constructor({ atOnce, perSecond }: Pace, most = mostPlaces) {
    this.#millisecondsEach = 1000 / perSecond
    this.#mostMissing = (atOnce - 1) * this.#millisecondsEach
    this.#mostPlaces = most
  }

  /** Takes a token of the place, if there is one. */
  take(place: string, now: number): boolean {
    const fullAt = Math.max(this.#fullAt.get(place) ?? now, now)
    if (fullAt - now > this.#mostMissing) return false
    this.#fullAt.delete(place)
    this.#fullAt.set(place, fullAt + this.#millisecondsEach)
    if (this.#fullAt.size > this.#mostPlaces) this.#fullAt.delete(this.#fullAt.keys().next().value!)
    return true
  }

  /** Milliseconds until the place has a token; none when it has one. */
  wait(place: string, now: number): number {
    return Math.max((this.#fullAt.get(place) ?? now) - now - this.#mostMissing, 0)
  }

  get size(): number {
    return this.#fullAt.size
  }
}
