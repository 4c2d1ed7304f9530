import type { Tx } from '#platform/tx.ts'
import type { MonitoringEvent } from './monitoring.ts'
import type { ClosingInterview, ResultDescription } from '../plan-closing.ts'

export interface By {
  readonly id: string
  readonly name: string
}

export async function insertMonitoringEvent(tx: Tx, planId: string, event: MonitoringEvent, by: By): Promise<string> {
  const { id } = await tx.db
    .insertInto('monitoring_event')
    .values({
      tenant_id: tx.tenantId,
      plan_id: planId,
      happened_on: event.happenedOn,
      form: event.form,
      course: event.course,
      resident_opinion: event.residentOpinion,
      actions: event.actions,
      next_on: event.nextOn ?? null,
      recorded_by: by.id,
      recorded_by_name: by.name,
      recorded_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertMonitoringLines(tx: Tx, eventId: string, lines: MonitoringEvent['lines']): Promise<void> {
  if (lines.size === 0) return
  await tx.db
    .insertInto('monitoring_line')
    .values(
      [...lines].map(([lineId, status]) => ({ tenant_id: tx.tenantId, event_id: eventId, line_id: lineId, status })),
    )
    .execute()
}

/** The newest first. */
export async function listMonitoringEvents(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('monitoring_event')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .select([
      'id',
      'happened_on as happenedOn',
      'form',
      'course',
      'resident_opinion as residentOpinion',
      'actions',
      'next_on as nextOn',
      'recorded_by_name as byName',
      'recorded_at as recordedAt',
    ])
    .orderBy('happened_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
}

/** How each line went at every event of the plan. */
export async function listMonitoringLines(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('monitoring_line')
    .innerJoin('monitoring_event', (join) =>
      join
        .onRef('monitoring_event.tenant_id', '=', 'monitoring_line.tenant_id')
        .onRef('monitoring_event.id', '=', 'monitoring_line.event_id'),
    )
    .where('monitoring_line.tenant_id', '=', tx.tenantId)
    .where('monitoring_event.plan_id', '=', planId)
    .select(['event_id as eventId', 'line_id as lineId', 'status'])
    .execute()
}

export async function insertInterview(tx: Tx, planId: string, interview: ClosingInterview, by: string): Promise<void> {
  const said =
    interview.kind === 'held'
      ? {
          held_on: interview.heldOn,
          participants: [...interview.participants],
          resident_opinion: interview.residentOpinion,
          further_needs: interview.furtherNeeds,
        }
      : { why: interview.why, note: interview.note }
  await tx.db
    .insertInto('closing_interview')
    .values({
      tenant_id: tx.tenantId,
      plan_id: planId,
      kind: interview.kind,
      ...said,
      recorded_by: by,
      recorded_at: tx.now,
    })
    .execute()
}

export async function findInterview(tx: Tx, planId: string): Promise<ClosingInterview | undefined> {
  const row = await tx.db
    .selectFrom('closing_interview')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .selectAll()
    .executeTakeFirst()
  if (!row) return undefined
  if (row.kind === 'not-held') return { kind: 'not-held', why: row.why!, note: row.note }
  return {
    kind: 'held',
    heldOn: row.held_on!,
    participants: row.participants,
    residentOpinion: row.resident_opinion,
    furtherNeeds: row.further_needs,
  }
}

export async function insertDescription(
  tx: Tx,
  planId: string,
  description: ResultDescription & { readonly recommendations: string },
  by: string,
): Promise<void> {
  const { narrative, recommendations } = description
  await tx.db
    .insertInto('result_description')
    .values({
      tenant_id: tx.tenantId,
      plan_id: planId,
      narrative,
      recommendations,
      recorded_by: by,
      recorded_at: tx.now,
    })
    .execute()
}

export async function insertGoalResults(tx: Tx, planId: string, goals: ResultDescription['goals']): Promise<void> {
  if (goals.size === 0) return
  await tx.db
    .insertInto('goal_result')
    .values(
      [...goals].map(([goalId, result]) => ({ tenant_id: tx.tenantId, plan_id: planId, goal_id: goalId, result })),
    )
    .execute()
}

export async function findDescription(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('result_description')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .select(['narrative', 'recommendations'])
    .executeTakeFirst()
}

export async function listGoalResults(tx: Tx, planId: string) {
  return tx.db
    .selectFrom('goal_result')
    .where('tenant_id', '=', tx.tenantId)
    .where('plan_id', '=', planId)
    .select(['goal_id as goalId', 'result'])
    .execute()
}
