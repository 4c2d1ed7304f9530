import type { Tx } from '#platform/tx.ts'
import { withinScope } from '../case-scope-queries.ts'
import type { CaseScope } from '../case-scope.ts'
import type { EndReason } from '../plan-closing.ts'
import type { Approval } from '../plan.ts'
import type { PlanState } from '../plan-state.ts'

/** Plans that the scope reaches, each with its application and person. Every read of a plan begins here. */
export const plansIn = (tx: Tx, scope: CaseScope) =>
  tx.db
    .selectFrom('plan')
    .innerJoin('application', (join) =>
      join.on('application.tenant_id', '=', tx.tenantId).onRef('application.id', '=', 'plan.application_id'),
    )
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'plan.tenant_id').onRef('person.id', '=', 'plan.person_id'),
    )
    .where('plan.tenant_id', '=', tx.tenantId)
    .where(withinScope(scope))

export type PlanRow = NonNullable<Awaited<ReturnType<typeof findPlanRow>>>

export async function findPlanRow(tx: Tx, scope: CaseScope, id: string) {
  return plansIn(tx, scope)
    .where('plan.id', '=', id)
    .selectAll('plan')
    .select([
      'application.number as application_number',
      'application.coordinator_id',
      'application.representative_name',
      'person.given_name',
      'person.family_name',
      'person.birth_year',
      'person.phone',
      'person.address',
      'person.district_id',
    ])
    .executeTakeFirst()
}

/** Holds the plan until the end of the transaction, so that what belongs to it changes one writer at a time. */
export async function lockPlan(tx: Tx, id: string) {
  return tx.db
    .selectFrom('plan')
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .select(['state', 'version', 'author_ids as authorIds'])
    .forUpdate()
    .executeTakeFirst()
}

export interface NewPlan {
  readonly number: string
  readonly revision: number
  readonly revisesId: string | null
  readonly changeReason: string | null
  readonly previousPlanId: string | null
  readonly applicationId: string
  readonly reconnaissanceId: string
  readonly personId: string
  readonly receivedOn: Temporal.PlainDate
  readonly ruleSet: string
  readonly expectedMonths: number
  readonly shortReason: string | null
  readonly authorId: string
  readonly startsOn: Temporal.PlainDate | null
  readonly endsOn: Temporal.PlainDate | null
  readonly ownCommitments: readonly string[]
  readonly monitoringDays: readonly Temporal.PlainDate[]
}

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<string> {
  const { id } = await tx.db
    .insertInto('plan')
    .values({
      tenant_id: tx.tenantId,
      number: plan.number,
      revision: plan.revision,
      revises_id: plan.revisesId,
      change_reason: plan.changeReason,
      previous_plan_id: plan.previousPlanId,
      application_id: plan.applicationId,
      reconnaissance_id: plan.reconnaissanceId,
      person_id: plan.personId,
      received_on: plan.receivedOn,
      rule_set: plan.ruleSet,
      expected_months: plan.expectedMonths,
      short_reason: plan.shortReason,
      author_ids: [plan.authorId],
      starts_on: plan.startsOn,
      ends_on: plan.endsOn,
      own_commitments: [...plan.ownCommitments],
      monitoring_days: [...plan.monitoringDays],
      created_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export interface PlanHead {
  readonly startsOn: Temporal.PlainDate | undefined
  readonly endsOn: Temporal.PlainDate | undefined
  readonly ownCommitments: readonly string[]
  readonly monitoringDays: readonly Temporal.PlainDate[]
  readonly lateReason: string | undefined
  readonly shortReason: string | undefined
}

/** False when somebody saved the head since `headVersion` was read. */
export async function updatePlanHead(tx: Tx, id: string, headVersion: number, head: PlanHead): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('plan')
    .set((eb) => ({
      starts_on: head.startsOn ?? null,
      ends_on: head.endsOn ?? null,
      own_commitments: [...head.ownCommitments],
      monitoring_days: [...head.monitoringDays],
      late_reason: head.lateReason ?? null,
      short_reason: head.shortReason ?? null,
      head_version: eb('head_version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('head_version', '=', headVersion)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

export interface PlanStateChange {
  readonly id: string
  readonly version: number
  readonly state: PlanState
}
/** What a step writes beside the state; undefined leaves it as it is. */
export interface WithState {
  readonly agreementId?: string | null
  readonly approval?: Approval
  readonly lateReason?: string
  readonly end?: { readonly reason: EndReason; readonly endedOn: Temporal.PlainDate }
}

/** False when the plan was changed since `version` was read. */
export async function updatePlanState(tx: Tx, change: PlanStateChange, also: WithState = {}): Promise<boolean> {
  const { agreementId, approval, lateReason, end } = also
  const { numUpdatedRows } = await tx.db
    .updateTable('plan')
    .set({
      state: change.state,
      version: change.version + 1,
      ...(agreementId !== undefined && { agreement_id: agreementId }),
      ...(lateReason !== undefined && { late_reason: lateReason }),
      ...(approval && {
        approved_by: approval.accountId,
        approved_by_name: approval.name,
        approved_office: approval.office,
        approved_on: approval.approvedOn,
      }),
      ...(end && { end_reason: end.reason, ended_on: end.endedOn }),
    })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Notes who wrote, and makes what others have on their screens outdated. The caller holds the plan. */
export async function updatePlanAuthors(tx: Tx, id: string, authorIds: readonly string[]): Promise<void> {
  await tx.db
    .updateTable('plan')
    .set((eb) => ({ author_ids: [...authorIds], version: eb('version', '+', 1) }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .execute()
}
