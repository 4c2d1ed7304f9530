import { staffOf } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { whyNotAgreed } from '../plan-rules.ts'
import type { Agreement } from '../plan.ts'
import { insertAgreement } from './plan-approval-queries.ts'
import type { PlanRecord } from './plan-record.ts'
import { stepPlan, type PlanStepped } from './plan-steps.ts'

/** Records how the person agreed to the text as it stands (R-IPUS-04). Any later change of it takes this back. */
export async function agreePlan(tx: Tx, plan: PlanRecord, version: number, agreement: Agreement): Promise<PlanStepped> {
  const refused = whyNotAgreed({ agreement }, dayOf(tx.now))
  const facts = { whyNotAgreed: refused }
  if (refused) return stepPlan(tx, plan, { event: 'agree', version, facts })
  const also: { agreementId?: string } = {}
  const before = async () => {
    also.agreementId = await insertAgreement(tx, plan.id, agreement, staffOf(tx).accountId)
  }
  return stepPlan(tx, plan, { event: 'agree', version, facts, before, also })
}
