/** A browser that is signed in now, as people are told of it. */
export interface SignedInBrowser {
  id: string
  /** In a few words; empty when it can't be told. */
  browser: string
  since: Temporal.Instant
  lastSeen: Temporal.Instant
  /** The one that asks. */
  current: boolean
}
