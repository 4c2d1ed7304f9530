import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import type { ApplicationState } from '../application-states.ts'
import type { CaseScope } from '../case-scope.ts'
import { withinScope } from '../case-scope-queries.ts'
import type { ApplicantRole, Application, ApplicationChannel } from './application.ts'

export interface NewApplication {
  number: string
  personId: string
  reportId: string | null
  applicantRole: ApplicantRole
  representativeName: string | null
  representativeBasis: string | null
  channel: ApplicationChannel
  words: string
  clauseVersion: string
  receivedOn: Temporal.PlainDate
  registeredBy: string
  ruleSet: string
  planDueOn: Temporal.PlainDate
}

/** Undefined where the report has its application already. */
export async function insertApplication(tx: Tx, application: NewApplication): Promise<string | undefined> {
  const inserted = await tx.db
    .insertInto('application')
    .values({
      tenant_id: tx.tenantId,
      number: application.number,
      person_id: application.personId,
      need_report_id: application.reportId,
      applicant_role: application.applicantRole,
      representative_name: application.representativeName,
      representative_basis: application.representativeBasis,
      channel: application.channel,
      words: application.words,
      clause_version: application.clauseVersion,
      received_on: application.receivedOn,
      registered_at: tx.now,
      registered_by: application.registeredBy,
      rule_set: application.ruleSet,
      plan_due_on: application.planDueOn,
    })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'need_report_id']).where('need_report_id', 'is not', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return inserted?.id
}

/** The next number of its kind and year; the row's lock gives each number to one record. */
export async function updateCaseNumber(tx: Tx, kind: 'application' | 'plan', year: number): Promise<number> {
  const { last } = await tx.db
    .insertInto('case_number')
    .values({ tenant_id: tx.tenantId, kind, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'kind', 'year']).doUpdateSet((eb) => ({ last: eb('case_number.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

const selectApplications = (tx: Tx) =>
  tx.db
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'application.tenant_id').onRef('person.id', '=', 'application.person_id'),
    )
    .where('application.tenant_id', '=', tx.tenantId)
    .select([
      'application.id',
      'application.number',
      'application.person_id as personId',
      'application.need_report_id as reportId',
      'application.applicant_role as applicantRole',
      'application.representative_name as representativeName',
      'application.representative_basis as representativeBasis',
      'application.channel',
      'application.words',
      'application.received_on as receivedOn',
      'application.registered_at as registeredAt',
      'application.registered_by as registeredBy',
      'application.coordinator_id as coordinatorId',
      'application.rule_set as ruleSet',
      'application.plan_due_on as planDueOn',
      'application.version',
      'person.given_name as givenName',
      'person.family_name as familyName',
      'person.birth_year as birthYear',
    ])
    .select((eb) => eb.ref('application.state').$castTo<ApplicationState>().as('state'))

export async function findApplication(tx: Tx, id: string, scope: CaseScope): Promise<Application | undefined> {
  return selectApplications(tx).where('application.id', '=', id).where(withinScope(scope)).executeTakeFirst()
}

export async function findApplicationOfReport(tx: Tx, reportId: string): Promise<{ id: string } | undefined> {
  return tx.db
    .selectFrom('application')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('need_report_id', '=', reportId)
    .executeTakeFirst()
}

export interface ApplicationFilter {
  states: readonly ApplicationState[]
  /** Only those without a coordinator, or those of one. */
  coordinator?: 'nobody' | { id: string } | undefined
  /** Only those whose plan was due before this day. */
  dueBefore?: Temporal.PlainDate | undefined
  /** The beginning of a surname, or a number. */
  words?: string | undefined
}

const filtered = (tx: Tx, scope: CaseScope, { states, coordinator, dueBefore, words }: ApplicationFilter) =>
  selectApplications(tx)
    .where(withinScope(scope))
    .where('application.state', 'in', states)
    .$if(coordinator === 'nobody', (query) => query.where('application.coordinator_id', 'is', null))
    .$if(typeof coordinator === 'object', (query) =>
      query.where('application.coordinator_id', '=', (coordinator as { id: string }).id),
    )
    .$if(dueBefore !== undefined, (query) => query.where('application.plan_due_on', '<', dueBefore!))
    .$if(words !== undefined, (query) => query.where(matches(words!)))

/** A number has digits, a surname has none. `^@` reaches its index under row-level security, which ilike does not. */
const matches = (words: string) =>
  /\d/.test(words)
    ? sql<boolean>`application.number = ${words}`
    : sql<boolean>`person.family_folded ^@ translate(lower(${words}::text), 'ąćęłńóśźż', 'acelnoszz')`

/** The next deadline decides the order. */
export async function listApplications(
  tx: Tx,
  scope: CaseScope,
  filter: ApplicationFilter,
  page: { size: number; offset: number },
): Promise<Application[]> {
  return filtered(tx, scope, filter)
    .orderBy('application.plan_due_on')
    .orderBy('application.registered_at')
    .orderBy('application.id')
    .limit(page.size)
    .offset(page.offset)
    .execute()
}

export async function countApplications(tx: Tx, scope: CaseScope, filter: ApplicationFilter): Promise<number> {
  const { count } = await filtered(tx, scope, filter)
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export interface ApplicationChange {
  id: string
  version: number
  state: ApplicationState
  /** Left as it is when not said. */
  coordinatorId?: string | undefined
}

/** False when somebody changed the application since this version was read. */
export async function updateApplicationState(tx: Tx, change: ApplicationChange): Promise<boolean> {
  const updated = await tx.db
    .updateTable('application')
    .set((eb) => ({
      state: change.state,
      version: eb('version', '+', 1),
      ...(change.coordinatorId !== undefined && { coordinator_id: change.coordinatorId }),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
