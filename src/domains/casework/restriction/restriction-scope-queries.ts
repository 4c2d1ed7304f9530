import { sql, type RawBuilder } from 'kysely'
import type { Onlooker, ReportScope } from '../case-scope.ts'

/** A row that names its person. */
const personOf = {
  application: { tenant: 'application.tenant_id', person: 'application.person_id' },
  person: { tenant: 'person.tenant_id', person: 'person.id' },
  reconnaissance: { tenant: 'reconnaissance.tenant_id', person: 'reconnaissance.person_id' },
} as const

type NamesPerson = keyof typeof personOf

/**
 * The one definition of who may not see whom: true unless the person is restricted and this account is neither named
 * nor the coordinator of a case of theirs, or the person is somebody this account declared to be close. A declaration
 * is stronger than everything: it closes one's own case too.
 */
export function isOpenTo({ accountId }: Onlooker, row: NamesPerson): RawBuilder<boolean> {
  const { tenant, person } = personOf[row]
  const [tenantId, personId] = [sql.ref(tenant), sql.ref(person)]
  return sql<boolean>`(not exists (
      select from person_restriction kept
      where kept.tenant_id = ${tenantId} and kept.person_id = ${personId} and ${keptBack('kept', accountId)}
    ) and not exists (
      select from declared_relative close
      join person close_person on close_person.tenant_id = close.tenant_id and ${soundsAlike}
      where close.tenant_id = ${tenantId} and close_person.id = ${personId} and close.account_id = ${accountId}
        and close.ended_at is null
    ))`
}

/** A restriction that stands, of which this account is no exception. */
export const keptBack = (alias: string, accountId: string): RawBuilder<boolean> => {
  const of = (column: string) => sql.ref(`${alias}.${column}`)
  return sql<boolean>`(not ${of('lifted')} and not ${accountId}::uuid = any (${of('viewer_ids')}) and not exists (
    select from application theirs
    where theirs.tenant_id = ${of('tenant_id')} and theirs.person_id = ${of('person_id')}
      and theirs.coordinator_id = ${accountId}
  ))`
}

/** The names sound alike and the years of birth are one apart at most, or one isn't known: rather one too many. */
const soundsAlike = sql<boolean>`(
  string_to_array(close_person.family_key, ' ') && string_to_array(close.family_key, ' ')
  and string_to_array(close_person.given_key, ' ') && string_to_array(close.given_key, ' ')
  and (close_person.birth_year is null or abs(close_person.birth_year - close.birth_year) <= 1))`

/** Whether a report may be shown: none that became a case of somebody kept back, or tells of one. */
export function isReportOpenTo(scope: ReportScope): RawBuilder<boolean> {
  if (scope.kind === 'none') return sql<boolean>`false`
  if (scope.kind === 'resident') return sql<boolean>`true`
  const { accountId } = scope
  return sql<boolean>`(not exists (
      select from application became
      join person_restriction kept on kept.tenant_id = became.tenant_id and kept.person_id = became.person_id
      where became.tenant_id = need_report.tenant_id and became.need_report_id = need_report.id
        and ${keptBack('kept', accountId)}
    ) and not exists (
      select from person_restriction kept
      join person told on told.tenant_id = kept.tenant_id and told.id = kept.person_id
      where kept.tenant_id = need_report.tenant_id and ${keptBack('kept', accountId)} and ${tellsOf}
    ) and not exists (
      select from declared_relative close
      where close.tenant_id = need_report.tenant_id and close.account_id = ${accountId} and close.ended_at is null
        and ${tellsOfClose}
    ))`
}

/** The same PESEL, one of the phones, or the name with the year of birth as far as it is known. */
const tellsOf = sql<boolean>`(
  told.pesel_hash = need_report.pesel_hash
  or told.phone in (need_report.phone, need_report.reporter_phone)
  or lower(need_report.reporter_name) = lower(told.given_name || ' ' || told.family_name)
  or lower(told.family_name) = lower(need_report.family_name) and lower(told.given_name) = lower(need_report.given_name)
    and (told.birth_year is null or need_report.birth_year is null
      or abs(told.birth_year - need_report.birth_year) <= 1))`

const tellsOfClose = sql<boolean>`(
  lower(close.family_name) = lower(need_report.family_name) and lower(close.given_name) = lower(need_report.given_name)
  and (need_report.birth_year is null or abs(close.birth_year - need_report.birth_year) <= 1))`
