/** What the audit shows that a data protection officer may want to ask about. Hints, never verdicts. */
export const alertKinds = ['many-records', 'no-open-case', 'same-surname', 'kept-person'] as const
export type AlertKind = (typeof alertKinds)[number]

export interface Alert {
  kind: AlertKind
  at: Temporal.Instant
  accountId: string
  worker: string
  /** Whose record; undefined where it is about many. */
  personId: string | undefined
  /** Different people, or looks at one. */
  count: number
}

/** More records of different people than this within an hour are worth a question. */
export const mostPersonsAnHour = 50

/** One opening of a record, in the order of time. */
export interface Opening {
  at: Temporal.Instant
  accountId: string
  worker: string
  personId: string
}

/**
 * Each stretch in which one account opened the records of more than `most` different people within any sixty minutes:
 * when it began to be too many, and how many it came to.
 */
export function findBusyHours(openings: readonly Opening[], most = mostPersonsAnHour): Alert[] {
  return [...Map.groupBy(openings, ({ accountId }) => accountId).values()].flatMap((own) => busyHoursOf(own, most))
}

const hour = 3_600_000

function busyHoursOf(openings: readonly Opening[], most: number): Alert[] {
  const alerts: Alert[] = []
  const inWindow = new Map<string, number>()
  let [first, isBusy] = [0, false]
  for (const opening of openings) {
    inWindow.set(opening.personId, (inWindow.get(opening.personId) ?? 0) + 1)
    while (opening.at.epochMilliseconds - openings[first]!.at.epochMilliseconds >= hour) {
      const { personId } = openings[first]!
      const left = inWindow.get(personId)! - 1
      if (left === 0) inWindow.delete(personId)
      else inWindow.set(personId, left)
      first += 1
    }
    if (inWindow.size <= most) isBusy = false
    else if (isBusy) alerts.at(-1)!.count = Math.max(alerts.at(-1)!.count, inWindow.size)
    else {
      isBusy = true
      const { at, accountId, worker } = opening
      alerts.push({ kind: 'many-records', at, accountId, worker, personId: undefined, count: inWindow.size })
    }
  }
  return alerts
}

/** A longer stretch than this is asked for in parts. */
export const mostAlertDays = 92

export type AlertDaysRefusal = 'backwards' | 'too-long'

export function whyNotAlertDays(from: Temporal.PlainDate, until: Temporal.PlainDate): AlertDaysRefusal | undefined {
  const { days } = from.until(until, { largestUnit: 'days' })
  if (days < 0) return 'backwards'
  return days >= mostAlertDays ? 'too-long' : undefined
}
