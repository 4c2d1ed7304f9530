import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { CaseStep, NewCaseStep } from './case-step.ts'

/** Appends to the history. The caller holds the subject's row, so two steps can't take the same number. */
export async function insertCaseStep(tx: Tx, step: NewCaseStep): Promise<void> {
  await tx.db
    .insertInto('case_step')
    .values((eb) => ({
      tenant_id: tx.tenantId,
      subject_kind: step.subjectKind,
      subject_id: step.subjectId,
      event: step.event,
      from_state: step.fromState,
      to_state: step.toState,
      reason: step.reason,
      actor_id: tx.actor.kind === 'staff' ? tx.actor.accountId : null,
      actor_name: tx.actor.kind === 'staff' || tx.actor.kind === 'system' ? tx.actor.name : tx.actor.kind,
      happened_at: tx.now,
      seq: eb
        .selectFrom('case_step as earlier')
        .where('earlier.tenant_id', '=', tx.tenantId)
        .where('earlier.subject_id', '=', step.subjectId)
        .select(sql<number>`coalesce(max(earlier.seq), 0) + 1`.as('next')),
    }))
    .execute()
}

export async function listCaseSteps(tx: Tx, subjectId: string): Promise<CaseStep[]> {
  return tx.db
    .selectFrom('case_step')
    .where('tenant_id', '=', tx.tenantId)
    .where('subject_id', '=', subjectId)
    .select([
      'event',
      'from_state as fromState',
      'to_state as toState',
      'reason',
      'actor_id as actorId',
      'actor_name as actorName',
      'happened_at as happenedAt',
      'seq',
    ])
    .orderBy('seq')
    .execute()
}
