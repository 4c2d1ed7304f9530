import type { ContactWay, ReportChannel, Reporter } from '../intake/need-report.ts'
import type { NeedReportOutcome, NeedReportState } from '../need-report-states.ts'

/** A need as it was reported, and what became of it. */
export interface Report {
  id: string
  state: NeedReportState
  outcome: NeedReportOutcome | null
  /** The report or application that a duplicate repeats. */
  duplicateOfId: string | null
  version: number
  channel: ReportChannel
  /** The member of staff who typed it. */
  takenBy: string | null
  receivedAt: Temporal.Instant
  language: string
  reporter: Reporter
  reporterName: string | null
  reporterPhone: string | null
  reporterRelation: string | null
  givenName: string | null
  familyName: string | null
  birthYear: number | null
  peselSealed: Buffer | null
  peselHash: Buffer | null
  phone: string | null
  email: string | null
  address: string | null
  districtId: string | null
  accessNeeds: string[]
  contactWay: ContactWay | null
  contactNote: string | null
  words: string
  situation: string | null
  clauseVersion: string
}
