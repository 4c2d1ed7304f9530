import { hash } from 'node:crypto'

const rememberedMilliseconds = 10 * 60_000
const mostSessions = 10_000

/**
 * The sessions by which somebody of the staff was served in the last minutes, by the hash of their token. It opens
 * nothing: it only tells somebody at work from a flood that comes from the same address.
 */
export class KnownSessions {
  readonly #until = new Map<string, number>()
  readonly #most: number

  constructor(most = mostSessions) {
    this.#most = most
  }

  add(token: string, now: number): void {
    const key = hash('sha256', token, 'base64url')
    this.#until.delete(key)
    this.#until.set(key, now + rememberedMilliseconds)
    if (this.#until.size > this.#most) this.#until.delete(this.#until.keys().next().value!)
  }

  has(token: string, now: number): boolean {
    return (this.#until.get(hash('sha256', token, 'base64url')) ?? 0) > now
  }
}
