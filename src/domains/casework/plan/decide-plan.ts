import { staffOf } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { approvalOffice, whyNotApprove, type ApproveRefusal, type Approver } from '../plan-rules.ts'
import type { Approval } from '../plan.ts'
import { insertDecision, insertSnapshot } from './plan-approval-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { approverOf, planFacts, rulesOf, stepPlan, type PlanStepped } from './plan-steps.ts'

export interface PlanDecision {
  readonly decision: 'approved' | 'returned'
  readonly version: number
  readonly reasons: string
  /** Why the thirty days were exceeded, when the author hasn't said it (R-IPUS-02). */
  readonly lateReason: string | undefined
}

/** Whether someone may decide on a plan at all, either way; approving asks more (R-IPUS-05). */
export function whyNotDecide(
  plan: PlanRecord,
  approver: Approver,
  today: Temporal.PlainDate,
): ApproveRefusal | undefined {
  const refusal = whyNotApprove(plan, approver, rulesOf(plan), today)
  const ofPerson = ['approver-is-author', 'approver-not-authorised', 'authorisation-not-active'] as const
  return ofPerson.find((reason) => reason === refusal)
}

/** Approves a plan or sends it back with reasons; the approved text is kept whole. */
export async function decidePlan(tx: Tx, plan: PlanRecord, decision: PlanDecision): Promise<PlanStepped> {
  const approver = await approverOf(tx)
  const today = dayOf(tx.now)
  const refused = whyNotDecide(plan, approver, today)
  if (plan.state === 'submitted' && refused) return { refused }
  const { accountId, name } = staffOf(tx)
  const office = approvalOffice(approver, today) ?? 'director'
  const approval: Approval = { accountId, name, office, approvedOn: today }
  const { version, reasons, lateReason } = decision
  const note = () =>
    insertDecision(tx, plan.id, { decision: decision.decision, reasons, by: accountId, byName: name, office })
  if (decision.decision === 'returned') {
    return stepPlan(tx, plan, { event: 'return', version, reason: reasons, before: note })
  }
  return stepPlan(tx, plan, {
    event: 'approve',
    version,
    reason: reasons || undefined,
    facts: planFacts(plan, approver, today),
    also: { approval, ...(lateReason !== undefined && { lateReason }) },
    before: async () => {
      await note()
      await insertSnapshot(tx, { ...plan, state: 'approved', approval, lateReason: lateReason ?? plan.lateReason })
    },
  })
}
