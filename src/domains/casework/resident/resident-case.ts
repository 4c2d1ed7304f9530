import { dayOf } from '#platform/i18n.ts'
import { listStaff } from '#domains/accounts/public.ts'
import type { Tx } from '#platform/tx.ts'
import type { ApplicationState } from '../application-states.ts'
import { findPerson } from '../applications/person-queries.ts'
import type { NeedReportState } from '../need-report-states.ts'
import type { PlanState } from '../plan-state.ts'
import { answerDueOn } from '../reports/report-clock.ts'
import { findReport } from '../reports/report-queries.ts'
import { findApplicationForResident } from './resident-queries.ts'
import { placeOfApplication, placeOfPlan, placeOfReport, type Place } from './resident-states.ts'

/** What of a plan concerns the resident's page; its content stays on paper and in talk. */
export interface PlanForResident {
  state: PlanState
  /** The last day of the plan, once there is one. */
  endsOn: Temporal.PlainDate | undefined
}

/** How the plan of an application is found; the part that keeps plans says it. */
export type FindPlan = (tx: Tx, applicationId: string) => Promise<PlanForResident | undefined>

/** A case as its resident sees it: no name, no words, no service; only where it stands, who has it and by when. */
export interface ResidentCase {
  place: Place
  now:
    | { of: 'report'; state: NeedReportState }
    | { of: 'application'; state: ApplicationState }
    | { of: 'plan'; state: PlanState }
  /** The person to talk to; undefined while nobody has the case, then it's the centre. */
  contact: { name: string; phone: string | null } | undefined
  /** By when the next thing should happen. */
  byOn: Temporal.PlainDate | undefined
  reportedOn: Temporal.PlainDate
  appliedOn: Temporal.PlainDate | undefined
  applicationNumber: string | undefined
  personId: string | undefined
}

export async function residentCase(tx: Tx, reportId: string, findPlan: FindPlan): Promise<ResidentCase | undefined> {
  const report = await findReport(tx, reportId, { kind: 'resident' })
  if (!report) return undefined
  const reportedOn = dayOf(report.receivedAt)
  const application = await findApplicationForResident(tx, reportId)
  if (!application) {
    const byOn = report.state === 'new' ? answerDueOn(reportedOn) : undefined
    const nobody = { contact: undefined, appliedOn: undefined, applicationNumber: undefined, personId: undefined }
    return {
      place: placeOfReport[report.state],
      now: { of: 'report', state: report.state },
      byOn,
      reportedOn,
      ...nobody,
    }
  }
  const plan = await findPlan(tx, application.id)
  return {
    ...standing(application.state, plan),
    byOn: dueOn(application, plan),
    contact: application.coordinatorId
      ? (await listStaff(tx, [application.coordinatorId])).get(application.coordinatorId)
      : undefined,
    reportedOn,
    appliedOn: application.receivedOn,
    applicationNumber: application.number,
    personId: application.personId,
  }
}

const standing = (state: ApplicationState, plan: PlanForResident | undefined): Pick<ResidentCase, 'place' | 'now'> => {
  const ended = placeOfApplication[state] === 'ended' && state !== 'closed'
  if (!plan || ended) return { place: placeOfApplication[state], now: { of: 'application', state } }
  return { place: placeOfPlan[plan.state], now: { of: 'plan', state: plan.state } }
}

/** Until the plan is approved its legal term counts, afterwards the end of the plan. */
function dueOn(
  application: { state: ApplicationState; planDueOn: Temporal.PlainDate },
  plan: PlanForResident | undefined,
): Temporal.PlainDate | undefined {
  const { place } = standing(application.state, plan)
  if (place === 'ended' || place === 'summary') return undefined
  return place === 'help' ? plan?.endsOn : application.planDueOn
}

/** The years of birth that open a case: the one reported, and the one that staff corrected since. */
export async function birthYearsOf(tx: Tx, report: { id: string; birthYear: number | null }): Promise<number[]> {
  const application = await findApplicationForResident(tx, report.id)
  const person = application && (await findPerson(tx, application.personId))
  return [report.birthYear, person?.birthYear].filter((year) => year !== null && year !== undefined)
}
