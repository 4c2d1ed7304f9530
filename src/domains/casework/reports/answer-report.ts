import type { Tx } from '#platform/tx.ts'
import { applyStep, type Aggregate, type Applied } from '../case-steps.ts'
import {
  needReportTransitions,
  type NeedReportEvent,
  type NeedReportFacts,
  type NeedReportRefusal,
  type NeedReportState,
} from '../need-report-states.ts'
import type { Report } from './report.ts'
import { updateReportState } from './report-queries.ts'

export const reportAggregate: Aggregate<NeedReportState, NeedReportEvent, NeedReportFacts, NeedReportRefusal> = {
  kind: 'report',
  transitions: needReportTransitions,
  audited: {
    contact: 'report.contacted',
    'register-application': 'report.registered',
    close: 'report.closed',
    reopen: 'report.reopened',
  },
}

export interface ReportAnswer {
  event: NeedReportEvent
  /** The version that the person acting has seen. */
  version: number
  facts: NeedReportFacts
  reason?: string | undefined
}

/** Moves a report on: somebody was called, it was closed with an outcome, opened again, or became an application. */
export async function answerReport(
  tx: Tx,
  report: Pick<Report, 'id' | 'state'>,
  { event, version, facts, reason }: ReportAnswer,
): Promise<Applied<NeedReportState, NeedReportRefusal>> {
  const closes = event === 'close'
  return applyStep(
    tx,
    reportAggregate,
    { id: report.id, state: report.state, version },
    {
      event,
      facts,
      reason,
      save: (change) =>
        updateReportState(tx, {
          ...change,
          outcome: closes ? (facts.outcome ?? null) : null,
          duplicateOfId: closes && facts.outcome === 'duplicate' ? (facts.duplicateOfId ?? null) : null,
        }),
    },
  )
}
