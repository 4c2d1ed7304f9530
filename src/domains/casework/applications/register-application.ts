import { listStaff } from '#domains/accounts/public.ts'
import { dayOf } from '#platform/i18n.ts'
import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import { recordBeginning, type StepRefusal } from '../case-steps.ts'
import { clauseVersion } from '../intake/need-report.ts'
import { ruleSetOn, spanEnd } from '../legal-rules.ts'
import type { NeedReportRefusal } from '../need-report-states.ts'
import { answerReport } from '../reports/answer-report.ts'
import type { Report } from '../reports/report.ts'
import type { ApplicantRole, ApplicationChannel } from './application.ts'
import { insertApplication, updateCaseNumber } from './application-queries.ts'
import { stepApplication } from './application-steps.ts'
import type { PersonDetails } from './person.ts'
import { insertPerson } from './person-queries.ts'

export interface Registration {
  /** The person found, or the one to be written down. */
  person: { id: string } | { details: PersonDetails }
  report: Report | undefined
  /** The version of the report that was seen. */
  reportVersion: number
  channel: ApplicationChannel
  receivedOn: Temporal.PlainDate
  applicantRole: ApplicantRole
  representativeName: string | undefined
  representativeBasis: string | undefined
  words: string
  coordinatorId: string | undefined
}

export type Registered =
  | { applicationId: string }
  | { refused: NeedReportRefusal | StepRefusal | 'coordinator-missing' }

/** Registers an application: its number, its clock from the day of receipt, its person, and perhaps its coordinator. */
export async function registerApplication(tx: Tx, registration: Registration): Promise<Registered> {
  const { accountId: registeredBy } = staffOf(tx)
  const personId = await personOf(tx, registration)
  const { report, receivedOn } = registration
  const rules = ruleSetOn(receivedOn)
  const id = await insertApplication(tx, {
    number: await nextNumber(tx),
    personId,
    reportId: report?.id ?? null,
    applicantRole: registration.applicantRole,
    representativeName: registration.representativeName ?? null,
    representativeBasis: registration.representativeBasis ?? null,
    channel: registration.channel,
    words: registration.words,
    clauseVersion: report?.clauseVersion ?? clauseVersion,
    receivedOn,
    registeredBy,
    ruleSet: rules.id,
    planDueOn: spanEnd(receivedOn, rules.planWithin),
  })
  if (id === undefined) return { refused: 'changed-meanwhile' }
  const beginning = { event: 'register', state: 'received', audited: 'application.registered' } as const
  await recordBeginning(tx, { kind: 'application', id, ...beginning, personId })
  if (report) {
    const facts = { applicationId: id }
    const step = { event: 'register-application', version: registration.reportVersion, facts } as const
    const applied = await answerReport(tx, report, step)
    if ('refused' in applied) return applied
  }
  return assignAtOnce(tx, { id, personId }, registration.coordinatorId)
}

async function assignAtOnce(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
  coordinatorId: string | undefined,
): Promise<Registered> {
  if (coordinatorId === undefined) return { applicationId: id }
  const coordinator = (await listStaff(tx, [coordinatorId])).get(coordinatorId)
  const subject = { id, personId, state: 'received', version: 1 } as const
  const applied = await stepApplication(tx, subject, {
    event: 'assign',
    facts: { coordinatorId },
    reason: coordinator?.name,
  })
  if ('refused' in applied) {
    return { refused: applied.refused === 'not-permitted' ? 'not-permitted' : 'coordinator-missing' }
  }
  return { applicationId: id }
}

async function personOf(tx: Tx, { person }: Registration): Promise<string> {
  if ('id' in person) return person.id
  const id = await insertPerson(tx, person.details)
  recordAudit(tx, { event: 'person.created', subject: { kind: 'person', id }, personId: id })
  return id
}

/** `CUS/12/2026`: the series of the centre and the year in which it was registered. */
async function nextNumber(tx: Tx): Promise<string> {
  const { year } = dayOf(tx.now)
  return `CUS/${await updateCaseNumber(tx, 'application', year)}/${year}`
}
