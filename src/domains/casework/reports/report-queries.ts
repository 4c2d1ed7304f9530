import type { Tx } from '#platform/tx.ts'
import { peselHashes } from '../pesel-hashes.ts'
import type { NeedReportOutcome, NeedReportState } from '../need-report-states.ts'
import type { ReportScope } from '../case-scope.ts'
import { isReportOpenTo } from '../restriction/restriction-scope-queries.ts'
import type { Report } from './report.ts'
import type { ReportChannel, ReportedNeed } from '../intake/need-report.ts'

export interface NewReport extends Omit<ReportedNeed, 'pesel'> {
  channel: ReportChannel
  takenBy: string | null
  receiptHash: Buffer
  peselSealed: Buffer | null
  peselHash: Buffer | null
  clauseVersion: string
}

export async function insertReport(tx: Tx, report: NewReport): Promise<string> {
  const { id } = await tx.db
    .insertInto('need_report')
    .values({
      tenant_id: tx.tenantId,
      receipt_hash: report.receiptHash,
      channel: report.channel,
      taken_by: report.takenBy,
      language: report.language,
      reporter: report.reporter,
      reporter_name: report.reporterName ?? null,
      reporter_phone: report.reporterPhone ?? null,
      reporter_relation: report.reporterRelation ?? null,
      given_name: report.givenName ?? null,
      family_name: report.familyName ?? null,
      birth_year: report.birthYear ?? null,
      pesel_sealed: report.peselSealed,
      pesel_hash: report.peselHash,
      phone: report.phone ?? null,
      email: report.email ?? null,
      address: report.address ?? null,
      district_id: report.districtId ?? null,
      accessibility_needs: report.accessNeeds,
      contact_way: report.contactWay,
      contact_note: report.contactNote ?? null,
      words: report.words,
      group_code: report.situation ?? null,
      clause_version: report.clauseVersion,
      received_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const reportColumns = [
  'id',
  'channel',
  'taken_by as takenBy',
  'language',
  'reporter',
  'reporter_name as reporterName',
  'reporter_phone as reporterPhone',
  'reporter_relation as reporterRelation',
  'given_name as givenName',
  'family_name as familyName',
  'birth_year as birthYear',
  'pesel_sealed as peselSealed',
  'pesel_hash as peselHash',
  'phone',
  'email',
  'address',
  'district_id as districtId',
  'accessibility_needs as accessNeeds',
  'contact_way as contactWay',
  'contact_note as contactNote',
  'words',
  'group_code as situation',
  'clause_version as clauseVersion',
  'received_at as receivedAt',
  'outcome',
  'duplicate_of_id as duplicateOfId',
  'version',
] as const

const selectReports = (tx: Tx, scope: ReportScope) =>
  tx.db
    .selectFrom('need_report')
    .where('tenant_id', '=', tx.tenantId)
    .where(isReportOpenTo(scope))
    .select(reportColumns)
    .select((eb) => eb.ref('state').$castTo<NeedReportState>().as('state'))

export async function findReport(tx: Tx, id: string, scope: ReportScope): Promise<Report | undefined> {
  return selectReports(tx, scope).where('id', '=', id).executeTakeFirst()
}

export interface ReportFilter {
  states: readonly NeedReportState[]
}

export async function listReports(
  tx: Tx,
  scope: ReportScope,
  filter: ReportFilter,
  page: { size: number; offset: number },
): Promise<Report[]> {
  return selectReports(tx, scope)
    .where('state', 'in', filter.states)
    .orderBy('received_at')
    .orderBy('id')
    .limit(page.size)
    .offset(page.offset)
    .execute()
}

export async function countReports(tx: Tx, scope: ReportScope, filter: ReportFilter): Promise<number> {
  const { count } = await tx.db
    .selectFrom('need_report')
    .where('tenant_id', '=', tx.tenantId)
    .where(isReportOpenTo(scope))
    .where('state', 'in', filter.states)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** New reports and the instant of the oldest: the sentence at the head of the list. */
export async function findOldestNewReport(tx: Tx, scope: ReportScope): Promise<Temporal.Instant | undefined> {
  const oldest = await tx.db
    .selectFrom('need_report')
    .where('tenant_id', '=', tx.tenantId)
    .where(isReportOpenTo(scope))
    .where('state', '=', 'new')
    .select('received_at as receivedAt')
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst()
  return oldest?.receivedAt
}

/** Other reports that may tell of the same need: the same PESEL, phone, or name with the same year. */
export async function listSimilarReports(tx: Tx, scope: ReportScope, report: Report): Promise<Report[]> {
  const hashes = peselHashes(tx, report.peselSealed)
  return selectReports(tx, scope)
    .where('id', '<>', report.id)
    .where((eb) =>
      eb.or([
        ...(hashes.length > 0 ? [eb('pesel_hash', 'in', hashes)] : []),
        ...(report.phone ? [eb('phone', '=', report.phone)] : []),
        ...(report.familyName
          ? [
              eb.and([
                eb(eb.fn<string>('lower', ['family_name']), '=', report.familyName.toLowerCase()),
                eb(eb.fn<string>('lower', ['given_name']), '=', (report.givenName ?? '').toLowerCase()),
              ]),
            ]
          : []),
      ]),
    )
    .orderBy('received_at', 'desc')
    .limit(20)
    .execute()
}

export interface ReportChange {
  id: string
  version: number
  state: NeedReportState
  outcome: NeedReportOutcome | null
  duplicateOfId: string | null
}

/** False when somebody changed the report since this version was read. */
export async function updateReportState(tx: Tx, change: ReportChange): Promise<boolean> {
  const updated = await tx.db
    .updateTable('need_report')
    .set((eb) => ({
      state: change.state,
      outcome: change.outcome,
      duplicate_of_id: change.duplicateOfId,
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}
