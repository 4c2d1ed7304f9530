import type { Tx } from '#platform/tx.ts'
import type { Dose, LegalRegime } from '../plan.ts'

/** What the form of a line says. */
export interface LineContent {
  readonly needId: string
  readonly serviceId: string | undefined
  readonly serviceName: string
  readonly external: boolean
  readonly providerId: string | undefined
  readonly providerName: string
  readonly dose: Dose
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly regime: LegalRegime
  readonly decisionNumber: string | undefined
}

export type LineRow = Awaited<ReturnType<typeof listLines>>[number]

export async function listLines(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('plan_line')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .selectAll()
    .orderBy('position')
    .orderBy('id')
    .execute()
}

const columns = (line: LineContent) => ({
  recognised_need_id: line.needId,
  service_id: line.serviceId ?? null,
  service_name: line.serviceName,
  external: line.external,
  provider_id: line.providerId ?? null,
  provider_name: line.providerName,
  amount: line.dose.amount,
  unit: line.dose.unit,
  times: line.dose.times,
  per: line.dose.per,
  starts_on: line.startsOn,
  ends_on: line.endsOn,
  regime: line.regime,
  decision_number: line.decisionNumber ?? null,
})

export async function insertLine(tx: Tx, planId: string, position: number, line: LineContent): Promise<string> {
  const { id } = await tx.db
    .insertInto('plan_line')
    .values({ tenant_id: tx.tenantId, plan_id: planId, position, ...columns(line) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface LineKey {
  readonly planId: string
  readonly lineId: string
  readonly version: number
}

/** False when the line was changed or removed since `version` was read. */
export async function updateLine(tx: Tx, { planId, lineId, version }: LineKey, line: LineContent): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('plan_line')
    .set((eb) => ({ ...columns(line), version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .where('id', '=', lineId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** False when the line was changed since `version` was read, or is gone. */
export async function deleteLine(tx: Tx, { planId, lineId, version }: LineKey): Promise<boolean> {
  const { numDeletedRows } = await tx.db
    .deleteFrom('plan_line')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .where('id', '=', lineId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}

/** Its place only: what the line says stays as it was, so its version does too. */
export async function updateLinePosition(tx: Tx, planId: string, lineId: string, position: number): Promise<void> {
  await tx.db
    .updateTable('plan_line')
    .set({ position })
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .where('id', '=', lineId)
    .execute()
}

/** Gives a new version of a plan the lines of the one it revises. */
export async function insertCopiedLines(tx: Tx, fromPlanId: string, toPlanId: string): Promise<void> {
  const kept = [
    'recognised_need_id',
    'position',
    'service_id',
    'service_name',
    'external',
    'provider_id',
    'provider_name',
    'amount',
    'unit',
    'times',
    'per',
    'starts_on',
    'ends_on',
    'regime',
    'decision_number',
  ] as const
  await tx.db
    .insertInto('plan_line')
    .columns(['tenant_id', 'plan_id', ...kept])
    .expression((eb) =>
      eb
        .selectFrom('plan_line')
        .where('tenant_id', '=', tx.tenantId)
        .where('plan_id', '=', fromPlanId)
        .select((row) => [
          row.ref('tenant_id').as('tenant_id'),
          row.cast<string>(row.val(toPlanId), 'uuid').as('plan_id'),
        ])
        .select(kept),
    )
    .execute()
}
