import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import { openStates } from '../applications/application.ts'
import { mostPersonsAnHour, type Alert, type AlertKind, type Opening } from './alerts.ts'
import { recordReads } from './looks.ts'

export interface AlertScope {
  from: Temporal.Instant
  before: Temporal.Instant
  accountId?: string | undefined
}

const events = (tx: Tx, { from, before, accountId }: AlertScope, names: readonly string[] = recordReads) =>
  tx.db
    .selectFrom('audit_event as look')
    .where('look.tenant_id', '=', tx.tenantId)
    .where('look.actor_kind', '=', 'staff')
    .where('look.event', 'in', names)
    .where('look.person_id', 'is not', null)
    .where('look.occurred_at', '>=', from)
    .where('look.occurred_at', '<', before)
    .$if(accountId !== undefined, (query) => query.where('look.actor_id', '=', accountId!))

/**
 * The openings of those accounts that can have passed the limit: an hour of sixty minutes lies in two hours of the
 * clock, so one of the two has more than half of what is too many.
 */
export async function listBusyOpenings(tx: Tx, scope: AlertScope): Promise<Opening[]> {
  const clockHours = await events(tx, scope)
    .select(['look.actor_id as accountId', sql<Temporal.Instant>`date_trunc('hour', look.occurred_at)`.as('hour')])
    .groupBy(['look.actor_id', sql`date_trunc('hour', look.occurred_at)`])
    .having(sql<boolean>`count(distinct look.person_id) > ${mostPersonsAnHour / 2}`)
    .execute()
  if (clockHours.length === 0) return []
  const hours = clockHours.map(({ hour }) => hour.toString())
  const accounts = clockHours.map(({ accountId }) => accountId)
  return events(tx, scope)
    .where(
      sql<boolean>`exists (select from unnest(${accounts}::uuid[], ${hours}::timestamptz[]) as busy (account_id, at)
        where busy.account_id = look.actor_id
          and look.occurred_at >= busy.at - interval '1 hour' and look.occurred_at < busy.at + interval '2 hours')`,
    )
    .select((eb) => [
      'look.occurred_at as at',
      eb.ref('look.actor_id').$castTo<string>().as('accountId'),
      eb.ref('look.actor_name').$castTo<string>().as('worker'),
      eb.ref('look.person_id').$castTo<string>().as('personId'),
    ])
    .orderBy('look.seq')
    .execute()
}

/** One line for a worker, a person and a day. */
const perDay = (kind: AlertKind, query: ReturnType<typeof events>): Promise<Alert[]> =>
  query
    .select((eb) => [
      sql<AlertKind>`${kind}`.as('kind'),
      eb.fn.max('look.occurred_at').as('at'),
      eb.ref('look.actor_id').$castTo<string>().as('accountId'),
      sql<string>`max(look.actor_name)`.as('worker'),
      eb.ref('look.person_id').$castTo<string | undefined>().as('personId'),
      eb.fn.countAll<number>().as('count'),
    ])
    .groupBy(['look.actor_id', 'look.person_id', sql`(look.occurred_at at time zone 'Europe/Warsaw')::date`])
    .orderBy('at', 'desc')
    .limit(500)
    .execute()

/** Records opened at a time when the person had no case going on. */
export const listLooksWithoutCase = (tx: Tx, scope: AlertScope): Promise<Alert[]> =>
  perDay(
    'no-open-case',
    events(tx, scope).where(
      sql<boolean>`not exists (
        select from application
        where application.tenant_id = look.tenant_id and application.person_id = look.person_id
          and application.registered_at <= look.occurred_at
          and (application.state = any (${openStates}::text[]) or look.occurred_at <= (
            select max(case_step.happened_at) from case_step
            where case_step.tenant_id = application.tenant_id and case_step.subject_id = application.id)))`,
    ),
  )

/** Records of people whose surname sounds like the worker's. `surnames` holds each account's sound keys. */
export const listSameSurnames = (
  tx: Tx,
  scope: AlertScope,
  surnames: readonly { accountId: string; key: string }[],
): Promise<Alert[]> =>
  perDay(
    'same-surname',
    events(tx, scope).where(
      sql<boolean>`exists (
        select from unnest(${surnames.map(({ accountId }) => accountId)}::uuid[],
          ${surnames.map(({ key }) => key)}::text[]) as worker (account_id, key)
        join person on person.tenant_id = look.tenant_id and person.id = look.person_id
        where worker.account_id = look.actor_id and worker.key = any (string_to_array(person.family_key, ' ')))`,
    ),
  )

/** Attempts that ended at a person whom the account isn't shown. */
export const listKeptMet = (tx: Tx, scope: AlertScope): Promise<Alert[]> =>
  perDay('kept-person', events(tx, scope, ['restriction-notice.read', 'emergency-attempt.read']))
