import type { Tx } from '#platform/tx.ts'
import type { Agreement, Approval } from '../plan.ts'
import type { PlanRecord } from './plan-record.ts'

export async function findAgreement(tx: Tx, planId: string, agreementId: string): Promise<Agreement | undefined> {
  return tx.db
    .selectFrom('plan_agreement')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .where('id', '=', agreementId)
    .select(['form', 'agreed_on as agreedOn', 'agreed_by as agreedBy', 'evidence'])
    .executeTakeFirst()
}

export async function insertAgreement(tx: Tx, planId: string, agreement: Agreement, by: string): Promise<string> {
  const { id } = await tx.db
    .insertInto('plan_agreement')
    .values({
      tenant_id: tx.tenantId,
      plan_id: planId,
      form: agreement.form,
      agreed_on: agreement.agreedOn,
      agreed_by: agreement.agreedBy,
      evidence: agreement.evidence,
      recorded_by: by,
      recorded_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface Decision {
  readonly decision: 'approved' | 'returned'
  readonly reasons: string
  readonly by: string
  readonly byName: string
  readonly office: Approval['office']
}

export async function insertDecision(tx: Tx, planId: string, decision: Decision): Promise<void> {
  await tx.db
    .insertInto('plan_decision')
    .values({
      tenant_id: tx.tenantId,
      plan_id: planId,
      decision: decision.decision,
      reasons: decision.reasons,
      decided_by: decision.by,
      decided_by_name: decision.byName,
      office: decision.office,
      decided_at: tx.now,
    })
    .execute()
}

export async function listDecisions(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('plan_decision')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .select(['decision', 'reasons', 'decided_by_name as byName', 'office', 'decided_at as at'])
    .orderBy('decided_at', 'desc')
    .execute()
}

/** Keeps the approved text whole; nothing ever changes it. */
export async function insertSnapshot(tx: Tx, plan: PlanRecord): Promise<void> {
  await tx.db
    .insertInto('plan_snapshot')
    .values({ tenant_id: tx.tenantId, plan_id: plan.id, content: JSON.stringify(plan), taken_at: tx.now })
    .execute()
}
