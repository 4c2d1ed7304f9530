/** A passkey as its person sees it. */
export interface Passkey {
  id: string
  name: string
  host: string
  synced: boolean
  createdAt: Temporal.Instant
  lastUsedAt: Temporal.Instant | null
  suspendedAt: Temporal.Instant | null
}

/** More than anybody's devices; fewer than fill a page. */
export const mostPasskeys = 10

/** How long a device may take to sign. */
export const challengeMinutes = 5

export const mostNameLength = 60

/**
 * A device that counts its signatures counts up. One that doesn't go up is a copy, or the one that was copied: who is
 * who can't be told. Devices that sync their passkeys don't count and always say 0.
 */
export const isCountedOn = (before: number, now: number): boolean => now > before || (now === 0 && before === 0)
