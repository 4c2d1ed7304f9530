import { may, type Action } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { nextState, type Transition, type TransitionRefusal } from '#platform/transitions.ts'
import type { StepSubjectKind } from './case-step.ts'
import { insertCaseStep } from './case-step-queries.ts'

/** A kind of thing that moves through states: its table, and the audit event (`noun.past`) of each of its events. */
export interface Aggregate<S extends string, E extends string, Facts, Refusal extends string> {
  readonly kind: StepSubjectKind
  readonly transitions: readonly Transition<S, E, Action, Facts, Refusal>[]
  readonly audited: Readonly<Record<E, string>>
}

/** The thing as it was read; `version` is the one that the person acting has seen. */
export interface Subject<S extends string> {
  readonly id: string
  readonly state: S
  readonly version: number
  readonly personId?: string | null | undefined
}

export interface StateChange<S extends string> {
  readonly id: string
  readonly version: number
  readonly state: S
}

export interface StepRequest<S extends string, E extends string, Facts> {
  readonly event: E
  readonly facts: Facts
  readonly reason?: string | undefined
  /** Stores the new state in one `update … where version = change.version`; false when somebody was faster. */
  readonly save: (change: StateChange<S>) => Promise<boolean>
}

export type StepRefusal = TransitionRefusal | 'changed-meanwhile'

export type Applied<S extends string, Refusal extends string> =
  | { readonly to: S; readonly clock?: 'starts' | 'stops' }
  | { readonly refused: Refusal | StepRefusal }

/** The only way a state changes: transition table, version, history and audit in the request's one transaction. */
export async function applyStep<S extends string, E extends string, F, R extends string>(
  tx: Tx,
  aggregate: Aggregate<S, E, F, R>,
  subject: Subject<S>,
  request: StepRequest<S, E, F>,
): Promise<Applied<S, R>> {
  const { event, facts, reason, save } = request
  const step = nextState(aggregate.transitions, subject.state, event, {
    may: (action) => may(tx.actor, action),
    facts,
    reason,
  })
  if ('refused' in step) return step
  const saved = await save({ id: subject.id, version: subject.version, state: step.to })
  if (!saved) return { refused: 'changed-meanwhile' }
  await insertCaseStep(tx, {
    subjectKind: aggregate.kind,
    subjectId: subject.id,
    event,
    fromState: subject.state,
    toState: step.to,
    reason: step.reason ?? null,
  })
  recordAudit(tx, {
    event: aggregate.audited[event],
    subject: { kind: aggregate.kind, id: subject.id },
    ...(subject.personId && { personId: subject.personId }),
    detail: { from: subject.state, to: step.to },
  })
  return { to: step.to, ...(step.clock && { clock: step.clock }) }
}

export interface Beginning {
  readonly kind: StepSubjectKind
  readonly id: string
  readonly event: string
  readonly state: string
  /** The audit event, `noun.past`. */
  readonly audited: string
  readonly personId?: string | undefined
}

/** The first line of a thing's history, written when it is made. */
export async function recordBeginning(tx: Tx, { kind, id, event, state, ...rest }: Beginning): Promise<void> {
  await insertCaseStep(tx, {
    subjectKind: kind,
    subjectId: id,
    event,
    fromState: null,
    toState: state,
    reason: null,
  })
  recordAudit(tx, {
    event: rest.audited,
    subject: { kind, id },
    ...(rest.personId && { personId: rest.personId }),
    detail: { to: state },
  })
}
