import type { Tx } from '#platform/tx.ts'
import type { ApplicationState } from '../application-states.ts'
import type { PlanState } from '../plan-state.ts'

export async function findReportByReceipt(
  tx: Tx,
  receiptHashes: readonly Buffer[],
): Promise<{ id: string; birthYear: number | null } | undefined> {
  return tx.db
    .selectFrom('need_report')
    .select(['id', 'birth_year as birthYear'])
    .where('tenant_id', '=', tx.tenantId)
    .where('receipt_hash', 'in', receiptHashes)
    .executeTakeFirst()
}

/** The application that a report became: what of it concerns the page of its resident. */
export async function findApplicationForResident(tx: Tx, reportId: string) {
  return tx.db
    .selectFrom('application')
    .select((eb) => [
      'id',
      'number',
      'person_id as personId',
      'coordinator_id as coordinatorId',
      'received_on as receivedOn',
      'plan_due_on as planDueOn',
      eb.ref('state').$castTo<ApplicationState>().as('state'),
    ])
    .where('tenant_id', '=', tx.tenantId)
    .where('need_report_id', '=', reportId)
    .executeTakeFirst()
}

/** The plan of an application that counts for its person: the version that runs, before one that is being written. */
export async function findPlanForResident(
  tx: Tx,
  applicationId: string,
): Promise<{ state: PlanState; endsOn: Temporal.PlainDate | undefined } | undefined> {
  const row = await tx.db
    .selectFrom('plan')
    .select((eb) => [eb.ref('state').$castTo<PlanState>().as('state'), 'ends_on as endsOn'])
    .where('tenant_id', '=', tx.tenantId)
    .where('application_id', '=', applicationId)
    .where('state', 'not in', ['abandoned', 'replaced'])
    .orderBy((eb) => eb('state', 'in', ['active', 'suspended', 'ended', 'interviewed', 'described']), 'desc')
    .orderBy('revision', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { state: row.state, endsOn: row.endsOn ?? undefined }
}
