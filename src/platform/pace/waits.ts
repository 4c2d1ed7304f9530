/** The time has come, or whoever waited went away, or the server stops. */
export type Outcome = 'come' | 'gone' | 'stopping'

/** Somebody who waits. */
export interface Wait {
  outcome: Promise<Outcome>
  /** They went away: nobody waits there any more. */
  leave(): void
}

/** As long as somebody waits in it; `end` is called once, whatever comes first. */
export function newWait(onEnd: () => void): Wait & { end(outcome: Outcome): void } {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  const end = (outcome: Outcome) => {
    onEnd()
    resolve(outcome)
  }
  return { outcome: promise, end, leave: () => end('gone') }
}
