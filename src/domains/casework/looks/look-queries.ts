import { sql } from 'kysely'
import { breakGlass } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Look } from './looks.ts'

/** More than a person would read; the audit itself keeps everything. */
const most = 5000

const selectLooks = (tx: Tx) =>
  tx.db
    .selectFrom('audit_event')
    .where('audit_event.tenant_id', '=', tx.tenantId)
    .where('audit_event.actor_kind', '=', 'staff')
    .where((eb) => eb.or([eb('audit_event.event', 'like', '%.read'), eb('audit_event.event', '=', 'emergency.opened')]))
    .select([
      'occurred_at as occurredAt',
      'event',
      'actor_id as actorId',
      'actor_name as actorName',
      'actor_role as actorRole',
      'section',
      'purpose',
      sql<boolean>`detail like ${`%"${breakGlass}":true%`}`.as('isEmergency'),
    ])
    .orderBy('seq', 'desc')
    .limit(most)

/** What staff looked at of one person: their record, and the reports that their cases came from. Not their own looks. */
export async function listLooksAtPerson(tx: Tx, personId: string): Promise<Look[]> {
  return selectLooks(tx)
    .where((eb) =>
      eb.or([
        eb('audit_event.person_id', '=', personId),
        eb(
          'audit_event.subject_id',
          'in',
          eb
            .selectFrom('application')
            .select('application.need_report_id')
            .where('application.tenant_id', '=', tx.tenantId)
            .where('application.person_id', '=', personId)
            .where('application.need_report_id', 'is not', null),
        ),
      ]),
    )
    .execute()
}

/** The same for a report that is no case yet. */
export const listLooksAtReport = async (tx: Tx, reportId: string): Promise<Look[]> =>
  selectLooks(tx).where('audit_event.subject_id', '=', reportId).execute()
