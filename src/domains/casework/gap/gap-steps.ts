import { may } from '#platform/access.ts'
import type { Tx } from '#platform/tx.ts'
import { applyStep, recordBeginning, type Aggregate, type Applied } from '../case-steps.ts'
import { gapTransitions, type GapEvent, type GapFacts, type GapRefusal, type GapState } from '../gap-states.ts'
import { insertGap, updateGapState, type NewGap, type WithGapState } from './gap-queries.ts'
import type { Gap } from './gap.ts'

const gap: Aggregate<GapState, GapEvent, GapFacts, GapRefusal> = {
  kind: 'gap',
  transitions: gapTransitions,
  audited: {
    initiate: 'gap.initiated',
    'find-service': 'gap.answered',
    drop: 'gap.dropped',
    reopen: 'gap.reopened',
  },
}

/** Puts a need that nothing answers into the register, in one step; a need stands there once. */
export async function registerGap(
  tx: Tx,
  need: Omit<NewGap, 'registeredBy'> & { readonly personId: string },
): Promise<{ readonly done: true } | { readonly refused: 'not-permitted' }> {
  if (tx.actor.kind !== 'staff' || !may(tx.actor, 'gap.register')) return { refused: 'not-permitted' }
  const id = await insertGap(tx, { ...need, registeredBy: tx.actor.accountId })
  if (!id) return { done: true }
  const beginning = { kind: 'gap', id, event: 'register', state: 'registered', audited: 'gap.registered' } as const
  await recordBeginning(tx, { ...beginning, personId: need.personId })
  return { done: true }
}

export interface GapStep {
  readonly event: GapEvent
  readonly version: number
  readonly reason: string | undefined
  readonly owner: { readonly id: string; readonly name: string } | undefined
  readonly nextOn: Temporal.PlainDate | undefined
  readonly service: { readonly id: string | null; readonly name: string } | undefined
}

export async function stepGap(tx: Tx, subject: Gap, step: GapStep): Promise<Applied<GapState, GapRefusal>> {
  const { event, version, reason, owner, nextOn, service } = step
  const also: Record<GapEvent, WithGapState> = {
    initiate: owner && nextOn ? { owner: { ...owner, nextOn } } : {},
    'find-service': service ? { service } : {},
    drop: {},
    reopen: { owner: null, service: null },
  }
  return applyStep(
    tx,
    gap,
    { ...subject, version },
    {
      event,
      // A service that the directory doesn't have yet is found by its name.
      facts: { ownerId: owner?.id, nextOn, serviceId: service?.id ?? service?.name },
      reason,
      save: (change) => updateGapState(tx, change, also[event]),
    },
  )
}
