import { sql } from 'kysely'
import { breakGlass } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { Onlooker } from '../case-scope.ts'
import { isOpenTo } from '../restriction/restriction-scope-queries.ts'
import { endOf, type EmergencyAccess, type EmergencyPurpose, type Judgement, type LookUnder } from './emergency.ts'

/** The case named by its id, its plan's, its person's, or its number; the newest of a person's. Told whoever asks. */
export async function findCaseToOpen(tx: Tx, named: { id: string } | { number: string }, onlooker: Onlooker) {
  return tx.db
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'application.tenant_id').onRef('person.id', '=', 'application.person_id'),
    )
    .where('application.tenant_id', '=', tx.tenantId)
    .where((eb) =>
      'number' in named
        ? eb('application.number', '=', named.number)
        : eb.or([
            eb('application.id', '=', named.id),
            eb('application.person_id', '=', named.id),
            eb.exists(
              eb
                .selectFrom('plan')
                .select('plan.id')
                .whereRef('plan.tenant_id', '=', 'application.tenant_id')
                .whereRef('plan.application_id', '=', 'application.id')
                .where('plan.id', '=', named.id),
            ),
          ]),
    )
    .select([
      'application.id',
      'application.person_id as personId',
      'person.given_key as givenKey',
      'person.family_key as familyKey',
      isOpenTo(onlooker, 'application').as('isOpen'),
    ])
    .orderBy('application.registered_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface NewEmergencyAccess {
  accountId: string
  personId: string
  applicationId: string
  purpose: EmergencyPurpose
  reason: string
  expiresAt: Temporal.Instant
}

export async function insertEmergencyAccess(tx: Tx, access: NewEmergencyAccess): Promise<string> {
  const { id } = await tx.db
    .insertInto('emergency_access')
    .values({
      tenant_id: tx.tenantId,
      account_id: access.accountId,
      person_id: access.personId,
      application_id: access.applicationId,
      purpose: access.purpose,
      reason: access.reason,
      opened_at: tx.now,
      expires_at: access.expiresAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** What this account holds open of this person now. */
export async function findOpenEmergency(
  tx: Tx,
  accountId: string,
  personId: string,
): Promise<{ purpose: EmergencyPurpose; until: Temporal.Instant } | undefined> {
  return tx.db
    .selectFrom('emergency_access')
    .select(['purpose', 'expires_at as until'])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .where('opened_at', '<=', tx.now)
    .where('expires_at', '>', tx.now)
    .where('judgement', 'is distinct from', 'not-justified')
    .orderBy('expires_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const selectAccesses = (tx: Tx) =>
  tx.db
    .selectFrom('emergency_access as access')
    .innerJoin('account', (join) =>
      join.onRef('account.tenant_id', '=', 'access.tenant_id').onRef('account.id', '=', 'access.account_id'),
    )
    .innerJoin('application', (join) =>
      join
        .onRef('application.tenant_id', '=', 'access.tenant_id')
        .onRef('application.id', '=', 'access.application_id'),
    )
    .where('access.tenant_id', '=', tx.tenantId)
    .select([
      'access.id',
      'access.account_id as accountId',
      'account.name as worker',
      'access.person_id as personId',
      'application.number',
      'access.purpose',
      'access.reason',
      'access.opened_at as openedAt',
      'access.expires_at as expiresAt',
      'access.judgement',
      'access.judgement_note as judgementNote',
      'access.judged_by as judgedBy',
      'access.judged_at as judgedAt',
    ])

/** Those that wait for a judgement first, then the newest. */
export async function listEmergencyAccesses(
  tx: Tx,
  page: { size: number; offset: number },
): Promise<EmergencyAccess[]> {
  return selectAccesses(tx)
    .orderBy(sql`access.judgement is not null`)
    .orderBy('access.opened_at', 'desc')
    .orderBy('access.id')
    .limit(page.size)
    .offset(page.offset)
    .execute()
}

export async function countEmergencyAccesses(tx: Tx): Promise<{ all: number; waiting: number }> {
  return tx.db
    .selectFrom('emergency_access')
    .where('tenant_id', '=', tx.tenantId)
    .select((eb) => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('judgement', 'is', null).as('waiting'),
    ])
    .executeTakeFirstOrThrow()
}

export async function findEmergencyAccess(tx: Tx, id: string): Promise<EmergencyAccess | undefined> {
  return selectAccesses(tx).where('access.id', '=', id).executeTakeFirst()
}

/** False when somebody judged it before. */
export async function updateJudgement(
  tx: Tx,
  id: string,
  said: { judgement: Judgement; note: string; by: string },
): Promise<boolean> {
  const updated = await tx.db
    .updateTable('emergency_access')
    .set({ judgement: said.judgement, judgement_note: said.note, judged_by: said.by, judged_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('judgement', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** What was looked at while it was open, as the audit holds it. */
export async function listLooksUnder(tx: Tx, access: EmergencyAccess): Promise<LookUnder[]> {
  return tx.db
    .selectFrom('audit_event')
    .select(['occurred_at as occurredAt', 'event', 'section'])
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', access.personId)
    .where('actor_id', '=', access.accountId)
    .where('occurred_at', '>=', access.openedAt)
    .where('occurred_at', '<', endOf(access))
    .where('event', 'like', '%.read')
    .where('detail', 'like', `%"${breakGlass}":true%`)
    .orderBy('seq')
    .limit(500)
    .execute()
}
