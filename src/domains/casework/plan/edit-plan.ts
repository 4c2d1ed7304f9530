import { may } from '#platform/access.ts'
import { staffOf, type Actor } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { PlanState } from '../plan-state.ts'
import { isWritable } from '../plan-states.ts'
import { lockPlan, updatePlanAuthors, updatePlanHead, type PlanHead } from './plan-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { stepPlan } from './plan-steps.ts'

export type EditRefusal = 'not-permitted' | 'not-possible-now' | 'changed-meanwhile'
export type Edited = { readonly done: true } | { readonly refused: EditRefusal }

/** The text of a plan is written by coordinators, until it is submitted and after it came back. */
export function whyNotEdit(
  plan: { readonly state: PlanState },
  actor: Actor,
): 'not-permitted' | 'not-possible-now' | undefined {
  if (!may(actor, 'plan.write')) return 'not-permitted'
  return isWritable(plan.state) ? undefined : 'not-possible-now'
}

export interface TextChange {
  /** What was changed, for the audit: `line`, `goal`, `period`. */
  readonly what: string
  /** False when what it wanted to change has been changed by somebody else. */
  readonly write: () => Promise<boolean>
}

/**
 * Every change of a plan's text goes through here: one writer at a time, authors noted, and an agreement that was
 * given to the old text is taken back.
 */
export async function editPlan(tx: Tx, plan: PlanRecord, change: TextChange): Promise<Edited> {
  const now = await lockPlan(tx, plan.id)
  const refused = now ? whyNotEdit(now, tx.actor) : 'not-possible-now'
  if (refused || !now) return { refused: refused ?? 'not-possible-now' }
  if (!(await change.write())) return { refused: 'changed-meanwhile' }
  if (now.state !== 'draft') {
    const step = { event: 'edit', version: now.version, also: { agreementId: null } } as const
    const stepped = await stepPlan(tx, { ...plan, state: now.state }, step)
    if ('refused' in stepped) return { refused: 'not-possible-now' }
  }
  await updatePlanAuthors(tx, plan.id, [...new Set([...now.authorIds, staffOf(tx).accountId])])
  recordAudit(tx, {
    event: 'plan.written',
    subject: { kind: 'plan', id: plan.id },
    personId: plan.personId,
    detail: { what: change.what },
  })
  return { done: true }
}

/** Period, commitments, monitoring days and the reasons that the rules ask for. */
export const saveHead = (tx: Tx, plan: PlanRecord, headVersion: number, head: PlanHead): Promise<Edited> =>
  editPlan(tx, plan, { what: 'period', write: () => updatePlanHead(tx, plan.id, headVersion, head) })
