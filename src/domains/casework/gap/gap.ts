import type { GapState } from '../gap-states.ts'

/** A need that no service answers, as the register shows it: without the person. */
export interface Gap {
  readonly id: string
  readonly listedNeedId: string | null
  /** Empty when it was written in one's own words and the gap is veiled. */
  readonly needName: string
  readonly groupCode: string
  readonly districtId: string | null
  readonly words: string
  readonly state: GapState
  readonly ownerId: string | null
  readonly ownerName: string | null
  readonly nextOn: Temporal.PlainDate | null
  readonly serviceId: string | null
  readonly serviceName: string | null
  readonly registeredAt: Temporal.Instant
  readonly version: number
  /** Its person is kept from who looks: the need counts, what was typed about it isn't shown. */
  readonly veiled: boolean
}

/** The need stays in the register, so that a service is found for it; nothing that leads to its person does. */
export const veil = (gap: Gap): Gap =>
  gap.veiled ? { ...gap, needName: gap.listedNeedId === null ? '' : gap.needName, words: '', districtId: null } : gap

/** Gaps of the same need, group, district and state, counted. */
export interface GapCount {
  readonly needName: string
  readonly groupCode: string
  readonly districtId: string | null
  readonly state: GapState
  readonly count: number
}

/** How many wait for the same thing in the same place, the most first. */
export function countGaps(gaps: readonly Gap[]): GapCount[] {
  const counts = new Map<string, GapCount>()
  for (const { needName, groupCode, districtId, state } of gaps) {
    const key = JSON.stringify([needName, groupCode, districtId, state])
    counts.set(key, { needName, groupCode, districtId, state, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.needName.localeCompare(b.needName, 'pl'))
}
