import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { ApplicationState } from '../application-states.ts'
import type { PlanState } from '../plan-state.ts'

export async function findReportByReceipt(
  tx: Tx,
  receiptHash: Buffer,
): Promise<{ id: string; birthYear: number | null } | undefined> {
  return tx.db
    .selectFrom('need_report')
    .select(['id', 'birth_year as birthYear'])
    .where('tenant_id', '=', tx.tenantId)
    .where('receipt_hash', '=', receiptHash)
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

export interface ReceiptAttempt {
  addressHash: Buffer
  receiptHash: Buffer
}

/** Puts the guesses from one address and at one code in order, so that many at once are counted one by one. */
export async function lockReceiptAttempts(tx: Tx, { addressHash, receiptHash }: ReceiptAttempt): Promise<void> {
  for (const hash of [addressHash, receiptHash]) {
    await sql`select pg_advisory_xact_lock(${hash.readInt32BE(0)}::int, ${hash.readInt32BE(4)}::int)`.execute(tx.db)
  }
}

/** Failed guesses since an instant, from this address and at this code. */
export async function countFailedReceipts(
  tx: Tx,
  attempt: ReceiptAttempt,
  since: { address: Temporal.Instant; code: Temporal.Instant },
) {
  return tx.db
    .selectFrom('receipt_attempt')
    .where('tenant_id', '=', tx.tenantId)
    .where('succeeded', '=', false)
    .where((eb) => eb.or([eb('address_hash', '=', attempt.addressHash), eb('receipt_hash', '=', attempt.receiptHash)]))
    .select((eb) => [
      eb.fn
        .countAll<number>()
        .filterWhere('address_hash', '=', attempt.addressHash)
        .filterWhere('attempted_at', '>', since.address)
        .as('address'),
      eb.fn
        .countAll<number>()
        .filterWhere('receipt_hash', '=', attempt.receiptHash)
        .filterWhere('attempted_at', '>', since.code)
        .as('code'),
    ])
    .executeTakeFirstOrThrow()
}

export async function insertReceiptAttempt(tx: Tx, attempt: ReceiptAttempt, succeeded: boolean): Promise<void> {
  await tx.db
    .insertInto('receipt_attempt')
    .values({
      tenant_id: tx.tenantId,
      address_hash: attempt.addressHash,
      receipt_hash: attempt.receiptHash,
      attempted_at: tx.now,
      succeeded,
    })
    .execute()
}

/** Counting needs an hour; a day is for those who look into an attack. */
export async function deleteOldReceiptAttempts(tx: Tx): Promise<void> {
  await tx.db
    .deleteFrom('receipt_attempt')
    .where('tenant_id', '=', tx.tenantId)
    .where('attempted_at', '<', tx.now.subtract({ hours: 24 }))
    .execute()
}

/** The newest plan of an application that counts: an abandoned one doesn't. */
export async function findPlanForResident(
  tx: Tx,
  applicationId: string,
): Promise<{ state: PlanState; endsOn: Temporal.PlainDate | undefined } | undefined> {
  const row = await tx.db
    .selectFrom('plan')
    .select((eb) => [eb.ref('state').$castTo<PlanState>().as('state'), 'ends_on as endsOn'])
    .where('tenant_id', '=', tx.tenantId)
    .where('application_id', '=', applicationId)
    .where('state', '!=', 'abandoned')
    .orderBy('revision', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { state: row.state, endsOn: row.endsOn ?? undefined }
}
