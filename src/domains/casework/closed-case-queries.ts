import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import { openStates } from './applications/application.ts'

/** A person, or a report that led to nobody's case, of whom nothing is open, with the instant of the last step. */
export interface ClosedCase {
  kind: 'person' | 'report'
  id: string
  closedAt: Temporal.Instant
}

const closedPlans = ['described', 'replaced', 'abandoned']

/** The open applications and plans of a person, or whether a report is open. */
export async function countOpenCases(tx: Tx, kind: ClosedCase['kind'], id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select case ${kind}
      when 'person' then (
        select count(*) from application
        where tenant_id = ${tx.tenantId} and person_id = ${id} and state = any (${openStates})
      ) + (
        select count(*) from plan
        where tenant_id = ${tx.tenantId} and person_id = ${id} and state <> all (${closedPlans})
      )
      else (select count(*) from need_report where tenant_id = ${tx.tenantId} and id = ${id} and state <> 'closed')
    end as count`.execute(tx.db)
  return rows[0]!.count
}

/** Whatever was closed before the instant and wasn't erased, oldest first. One person is one row. */
export async function listClosedCases(tx: Tx, before: Temporal.Instant, limit: number): Promise<ClosedCase[]> {
  const { rows } = await sql<ClosedCase>`
    with of_person as (
      select application.person_id, application.id as subject_id, application.state = any (${openStates}) as open
      from application where application.tenant_id = ${tx.tenantId}
      union all
      select plan.person_id, plan.id, plan.state <> all (${closedPlans})
      from plan where plan.tenant_id = ${tx.tenantId}
    ), closed as (
      select 'person' as kind, of_person.person_id as id, max(case_step.happened_at) as closed_at
      from of_person
      join case_step on case_step.tenant_id = ${tx.tenantId} and case_step.subject_id = of_person.subject_id
      group by of_person.person_id
      having not bool_or(of_person.open)
      union all
      select 'report', need_report.id, max(case_step.happened_at)
      from need_report
      join case_step on case_step.tenant_id = need_report.tenant_id and case_step.subject_id = need_report.id
      where need_report.tenant_id = ${tx.tenantId} and need_report.state = 'closed'
        and not exists (
          select from application
          where application.tenant_id = ${tx.tenantId} and (
            application.need_report_id = need_report.id
            or application.id = need_report.duplicate_of_id
            or application.need_report_id = need_report.duplicate_of_id
          )
        )
      group by need_report.id
    )
    select closed.kind, closed.id, closed.closed_at as "closedAt"
    from closed
    where closed.closed_at < ${before}
      and not exists (
        select from erasure where erasure.tenant_id = ${tx.tenantId} and erasure.subject_id = closed.id
      )
    order by closed.closed_at, closed.id
    limit ${limit}`.execute(tx.db)
  return rows
}

/** When the last step of a person's cases or of a report was taken. */
export async function findLastStep(
  tx: Tx,
  kind: ClosedCase['kind'],
  id: string,
): Promise<Temporal.Instant | undefined> {
  const { rows } = await sql<{ at: Temporal.Instant | null }>`
    select max(happened_at) as at from case_step
    where tenant_id = ${tx.tenantId} and (
      subject_id = ${id}
      or subject_id in (select id from application where tenant_id = ${tx.tenantId} and person_id = ${id})
      or subject_id in (select id from plan where tenant_id = ${tx.tenantId} and person_id = ${id})
    )`.execute(tx.db)
  return kind === 'report' || rows[0]?.at ? (rows[0]?.at ?? undefined) : undefined
}

/** The numbers of a person's applications and plans, for the record of disposal. */
export async function listCaseNumbers(tx: Tx, personId: string): Promise<string[]> {
  const { rows } = await sql<{ number: string }>`
    select number from application where tenant_id = ${tx.tenantId} and person_id = ${personId}
    union
    select number from plan where tenant_id = ${tx.tenantId} and person_id = ${personId}
    order by number`.execute(tx.db)
  return rows.map(({ number }) => number)
}
