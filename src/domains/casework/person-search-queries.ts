import { sql } from 'kysely'
import { parsePesel } from '#platform/pesel.ts'
import type { Tx } from '#platform/tx.ts'
import { peselPurpose } from './pesel-hashes.ts'
import { familyKey, givenKey } from './names.ts'
import { parsePhone } from './phone.ts'

/** Someone whom the centre keeps something of: with a case, or with a report that led to none. */
export interface FoundSubject {
  kind: 'person' | 'report'
  id: string
  givenName: string | null
  familyName: string | null
  birthYear: number | null
}

const mostFound = 50

/** By what a person says of themself: a name, a PESEL, a phone, an e-mail address, or the number of a case. */
export async function listSubjectsLike(tx: Tx, words: string): Promise<FoundSubject[]> {
  const pesel = parsePesel(words)
  const hashes = 'pesel' in pesel ? tx.sealer.hashes(peselPurpose, pesel.pesel) : []
  const names = words.trim().split(/\s+/)
  const families = names.flatMap((name) => familyKey(name).split(' ')).filter((key) => key !== '')
  const givens = names.flatMap((name) => givenKey(name).split(' ')).filter((key) => key !== '')
  const phone = parsePhone(words) ?? ''
  const { rows } = await sql<FoundSubject>`
    select 'person' as kind, person.id, person.given_name as "givenName", person.family_name as "familyName",
      person.birth_year as "birthYear"
    from person
    where person.tenant_id = ${tx.tenantId} and (
      string_to_array(person.family_key, ' ') && ${families}::text[]
        and (${names.length} = 1 or string_to_array(person.given_key, ' ') && ${givens}::text[])
      or person.pesel_hash = any (${hashes}::bytea[])
      or person.phone = ${phone}
      or lower(person.email) = lower(${words.trim()})
      or exists (
        select from application
        where application.tenant_id = ${tx.tenantId} and application.person_id = person.id
          and application.number = ${words.trim()}
      )
    )
    union all
    select 'report', need_report.id, need_report.given_name, need_report.family_name, need_report.birth_year
    from need_report
    where need_report.tenant_id = ${tx.tenantId}
      and not exists (
        select from application
        where application.tenant_id = ${tx.tenantId} and application.need_report_id = need_report.id
      )
      and (
        lower(need_report.family_name) = any (${names.map((name) => name.toLowerCase())}::text[])
        or need_report.pesel_hash = any (${hashes}::bytea[])
        or need_report.phone = ${phone}
        or lower(need_report.email) = lower(${words.trim()})
      )
    order by "familyName", "givenName", id
    limit ${mostFound}`.execute(tx.db)
  return rows
}
