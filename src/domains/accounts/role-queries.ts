import { sql } from 'kysely'
import type { Role } from '#platform/actor.ts'
import type { Tx } from '#platform/tx.ts'
import type { Authorisation, Days, RoleHeld } from './account.ts'

export async function listRoles(tx: Tx, accountId: string): Promise<RoleHeld[]> {
  return tx.db
    .selectFrom('account_role')
    .select(['id', 'role', 'valid_from as validFrom', 'valid_until as validUntil'])
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .orderBy('valid_from', 'desc')
    .orderBy('role')
    .execute()
}

/** Every account's own roles on the day. */
export async function listAllRolesOn(tx: Tx, day: Temporal.PlainDate): Promise<{ accountId: string; role: Role }[]> {
  return tx.db
    .selectFrom('account_role')
    .select(['account_id as accountId', 'role'])
    .where('tenant_id', '=', tx.tenantId)
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .orderBy('role')
    .execute()
}

export async function insertRole(
  tx: Tx,
  accountId: string,
  { role, validFrom, validUntil }: Omit<RoleHeld, 'id'>,
): Promise<void> {
  await tx.db
    .insertInto('account_role')
    .values({ tenant_id: tx.tenantId, account_id: accountId, role, valid_from: validFrom, valid_until: validUntil })
    .execute()
}

/** The role that was ended; undefined when there was nothing to end. */
export async function updateRoleEnd(
  tx: Tx,
  accountId: string,
  id: string,
  lastDay: Temporal.PlainDate,
): Promise<Role | undefined> {
  const row = await tx.db
    .updateTable('account_role')
    .set({ valid_until: ended(lastDay) })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', lastDay)]))
    .returning('role')
    .executeTakeFirst()
  return row?.role
}

export async function listAuthorisations(tx: Tx, accountId: string): Promise<Authorisation[]> {
  return tx.db
    .selectFrom('authorisation')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'authorisation.tenant_id')
        .onRef('account.id', '=', 'authorisation.granted_by'),
    )
    .select([
      'authorisation.id',
      'account.name as grantedBy',
      'authorisation.valid_from as validFrom',
      'authorisation.valid_until as validUntil',
    ])
    .where('authorisation.tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'plan-approval')
    .orderBy('valid_from', 'desc')
    .execute()
}

/** True when this account may approve plans on the day by an authorisation of its own. */
export async function hasApprovalAuthorisation(tx: Tx, accountId: string, day: Temporal.PlainDate): Promise<boolean> {
  const row = await tx.db
    .selectFrom('authorisation')
    .select('id')
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('kind', '=', 'plan-approval')
    .where('valid_from', '<=', day)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', day)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAuthorisation(
  tx: Tx,
  accountId: string,
  grantedBy: string,
  { validFrom, validUntil }: Days,
): Promise<void> {
  await tx.db
    .insertInto('authorisation')
    .values({
      tenant_id: tx.tenantId,
      account_id: accountId,
      kind: 'plan-approval',
      granted_by: grantedBy,
      valid_from: validFrom,
      valid_until: validUntil,
    })
    .execute()
}

export async function updateAuthorisationEnd(
  tx: Tx,
  accountId: string,
  id: string,
  lastDay: Temporal.PlainDate,
): Promise<boolean> {
  const row = await tx.db
    .updateTable('authorisation')
    .set({ valid_until: ended(lastDay) })
    .where('tenant_id', '=', tx.tenantId)
    .where('account_id', '=', accountId)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>', lastDay)]))
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was withdrawn before it began ends the day before its beginning. */
const ended = (lastDay: Temporal.PlainDate) => sql<Temporal.PlainDate>`greatest(${lastDay}::date, valid_from - 1)`
