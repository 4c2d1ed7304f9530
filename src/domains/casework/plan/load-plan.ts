import type { Tx } from '#platform/tx.ts'
import { planScope } from './plan-scope.ts'
import type { Approval } from '../plan.ts'
import { listNeedsOf } from '../reconnaissance/need-queries.ts'
import { listGoals } from './goal-queries.ts'
import { listOffers, type Offer } from './offers.ts'
import { findAgreement } from './plan-approval-queries.ts'
import { listLines, type LineRow } from './plan-line-queries.ts'
import { findPlanRow, type PlanRow } from './plan-queries.ts'
import type { LineRecord, PlanPerson, PlanRecord } from './plan-record.ts'

/** The whole plan for the person acting; undefined when there is none that they reach. */
export async function loadPlan(tx: Tx, id: string, scope = planScope(tx.actor)): Promise<PlanRecord | undefined> {
  const row = await findPlanRow(tx, scope, id)
  if (!row) return undefined
  const lines = await listLines(tx, id)
  const offers = await listOffers(
    tx,
    lines.flatMap((line) => (line.service_id ? [line.service_id] : [])),
  )
  return {
    ...plain(row),
    person: toPerson(row),
    lines: lines.map((line) => toLine(line, offers.get(line.service_id ?? ''))),
    goals: (await listGoals(tx, { planId: id })).map((goal) => ({ ...goal, needId: goal.needId ?? undefined })),
    needs: (await listNeedsOf(tx, row.reconnaissance_id)).map((need) => ({
      ...need,
      listedNeedId: need.listedNeedId ?? undefined,
      gapId: need.gapId ?? undefined,
    })),
    agreement: row.agreement_id ? await findAgreement(tx, id, row.agreement_id) : undefined,
    approval: toApproval(row),
  }
}

const plain = (row: PlanRow) => ({
  id: row.id,
  number: row.number,
  revision: row.revision,
  revisesId: row.revises_id ?? undefined,
  changeReason: row.change_reason ?? undefined,
  previousPlanId: row.previous_plan_id ?? undefined,
  personId: row.person_id,
  applicationId: row.application_id,
  applicationNumber: row.application_number,
  receivedOn: row.received_on,
  ruleSet: row.rule_set,
  reconnaissanceId: row.reconnaissance_id,
  expectedCoordinationMonths: row.expected_months,
  shortCoordinationReason: row.short_reason ?? undefined,
  lateReason: row.late_reason ?? undefined,
  coordinatorId: row.coordinator_id ?? '',
  authorIds: row.author_ids,
  state: row.state,
  startsOn: row.starts_on ?? undefined,
  endsOn: row.ends_on ?? undefined,
  ownCommitments: row.own_commitments,
  monitoringDays: row.monitoring_days,
  end: row.end_reason && row.ended_on ? { reason: row.end_reason, endedOn: row.ended_on } : undefined,
  version: row.version,
  headVersion: row.head_version,
})

const toPerson = (row: PlanRow): PlanPerson => ({
  id: row.person_id,
  name: `${row.given_name} ${row.family_name}`,
  birthYear: row.birth_year ?? undefined,
  phone: row.phone ?? undefined,
  address: row.address ?? undefined,
  districtId: row.district_id ?? undefined,
  representative: row.representative_name ?? undefined,
})

const toLine = (row: LineRow, offer: Offer | undefined): LineRecord => ({
  id: row.id,
  needId: row.recognised_need_id,
  serviceId: row.service_id ?? undefined,
  serviceName: row.service_name,
  serviceInForce: offer?.inForce ?? false,
  sample: offer?.sample ?? false,
  external: row.external,
  providerId: row.provider_id ?? undefined,
  providerName: row.provider_name,
  dose: { amount: Number(row.amount), unit: row.unit, times: row.times, per: row.per },
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  regime: row.regime,
  decisionNumber: row.decision_number ?? undefined,
  position: row.position,
  version: row.version,
})

const toApproval = (row: PlanRow): Approval | undefined =>
  row.approved_by === null
    ? undefined
    : {
        accountId: row.approved_by,
        name: row.approved_by_name!,
        office: row.approved_office!,
        approvedOn: row.approved_on!,
      }
