/**
 * One row of an aggregate's life: what may happen in a state, who may do it and where it leads.
 * `Action` is a name in the role × action table; `Facts` is what the guard looks at.
 */
export interface Transition<
  State extends string,
  Event extends string,
  Action extends string,
  Facts,
  Refusal extends string,
> {
  readonly from: readonly State[]
  readonly event: Event
  readonly to: State
  readonly who: Action
  readonly guard?: (facts: Facts) => Refusal | undefined
  readonly reasonRequired: boolean
  /** What the step does to the clock of the case; most steps leave it alone. */
  readonly clock?: 'starts' | 'stops'
  /** False for a step whose effect on a person can't be taken back by a later step. */
  readonly reversible: boolean
}

export type TransitionRefusal = 'not-possible-now' | 'not-permitted' | 'reason-missing'

/** Who tries, what is known, and why: `may` is the role × action table applied to the person acting. */
export interface Attempt<Action extends string, Facts> {
  readonly may: (action: Action) => boolean
  readonly facts: Facts
  readonly reason?: string | undefined
}

export type Step<State extends string, Refusal extends string> =
  | { readonly to: State; readonly clock?: 'starts' | 'stops'; readonly reason?: string }
  | { readonly refused: Refusal | TransitionRefusal }

/** The one row for a state and an event; undefined when that can't happen there. */
export function transitionFrom<S extends string, E extends string, A extends string, F, R extends string>(
  table: readonly Transition<S, E, A, F, R>[],
  state: S,
  event: E,
): Transition<S, E, A, F, R> | undefined {
  return table.find((row) => row.event === event && row.from.includes(state))
}

/** Where the event leads, or why it is refused: first whether it can happen, then who, then the guard, then the reason. */
export function nextState<S extends string, E extends string, A extends string, F, R extends string>(
  table: readonly Transition<S, E, A, F, R>[],
  state: S,
  event: E,
  attempt: Attempt<A, F>,
): Step<S, R> {
  const row = transitionFrom(table, state, event)
  if (!row) return { refused: 'not-possible-now' }
  if (!attempt.may(row.who)) return { refused: 'not-permitted' }
  const refused = row.guard?.(attempt.facts)
  if (refused) return { refused }
  const reason = attempt.reason?.trim()
  if (row.reasonRequired && !reason) return { refused: 'reason-missing' }
  return { to: row.to, ...(row.clock && { clock: row.clock }), ...(reason && { reason }) }
}

/** The events to offer as buttons: everything that would be accepted once a reason is typed in. */
export function offeredEvents<S extends string, E extends string, A extends string, F, R extends string>(
  table: readonly Transition<S, E, A, F, R>[],
  state: S,
  attempt: Attempt<A, F>,
): Transition<S, E, A, F, R>[] {
  return table.filter((row) => row.from.includes(state) && attempt.may(row.who) && !row.guard?.(attempt.facts))
}

/** Every state that some sequence of events can reach from the first one, the first included. */
export function reachableStates<S extends string>(
  table: readonly { readonly from: readonly S[]; readonly to: S }[],
  first: S,
): Set<S> {
  const reached = new Set<S>([first])
  // A set may grow while it is walked: each newly reached state is visited in its turn.
  for (const state of reached) for (const row of table) if (row.from.includes(state)) reached.add(row.to)
  return reached
}

/** States and events that two rows claim at once; empty in a sound table. */
export function ambiguousSteps(
  table: readonly { readonly from: readonly string[]; readonly event: string }[],
): string[] {
  const steps = table.flatMap((row) => row.from.map((from) => `${from} ${row.event}`))
  return steps.filter((step, index) => steps.indexOf(step) !== index)
}
