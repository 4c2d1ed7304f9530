import type { Tenant } from '#platform/tenant.ts'
import type { PlanDocumentView } from '../plan-document/plan-document-view.ts'
import type { PlanView } from './plan-view.ts'

/** The printed plan says what the page says; both are made of the same view. */
export function documentView(
  { plan, coordinator, today }: PlanView,
  tenant: Pick<Tenant, 'name' | 'address' | 'phone' | 'email' | 'sample'>,
): PlanDocumentView {
  const { person } = plan
  return {
    centre: { ...tenant, isSample: tenant.sample },
    person: {
      name: person.name,
      birthYear: person.birthYear,
      address: person.address,
      representative: person.representative,
    },
    // Until a coordinator has a phone of their own, the centre's leads to them.
    coordinator: { name: coordinator?.name ?? tenant.name, phone: coordinator?.phone ?? tenant.phone },
    number: plan.number,
    revision: plan.revision,
    changeReason: plan.changeReason,
    applicationNumber: plan.applicationNumber,
    receivedOn: plan.receivedOn,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    needs: plan.needs.map((need) => ({
      name: need.name,
      goals: plan.goals.filter((goal) => goal.needId === need.id).map((goal) => goal.text),
      isGap: need.gapId !== undefined && !plan.lines.some((line) => line.needId === need.id),
    })),
    otherGoals: plan.goals.filter((goal) => !goal.needId).map((goal) => goal.text),
    lines: plan.lines.map((line) => ({
      needNumber: plan.needs.findIndex((need) => need.id === line.needId) + 1 || undefined,
      service: line.serviceName,
      provider: line.providerName,
      dose: line.dose,
      startsOn: line.startsOn,
      endsOn: line.endsOn,
      regime: line.regime,
      external: line.external,
      decisionNumber: line.decisionNumber,
    })),
    ownCommitments: plan.ownCommitments,
    monitoringDays: plan.monitoringDays,
    agreement: plan.agreement,
    approval: plan.approval,
    printedOn: today,
  }
}
