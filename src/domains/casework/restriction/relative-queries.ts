import { sql } from 'kysely'
import type { Tx } from '#platform/tx.ts'
import { familyKey, givenKey } from '../names.ts'
import type { Declaration, DeclaredRelative, Relation } from './restriction.ts'

const columns = [
  'id',
  'account_id as accountId',
  'relation',
  'given_name as givenName',
  'family_name as familyName',
  'birth_year as birthYear',
  'declared_at as declaredAt',
  'ended_at as endedAt',
] as const

const selectStanding = (tx: Tx) =>
  tx.db
    .selectFrom('declared_relative')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('ended_at', 'is', null)
    .orderBy('declared_at')
    .orderBy('id')

export const listRelativesOf = async (tx: Tx, accountId: string): Promise<DeclaredRelative[]> =>
  selectStanding(tx).where('account_id', '=', accountId).execute()

/** Everybody's, for those who may end one: without names, which they don't need for it. */
export async function listDeclarations(tx: Tx): Promise<Declaration[]> {
  return tx.db
    .selectFrom('declared_relative')
    .innerJoin('account', (join) =>
      join
        .onRef('account.tenant_id', '=', 'declared_relative.tenant_id')
        .onRef('account.id', '=', 'declared_relative.account_id'),
    )
    .select([
      'declared_relative.id',
      'declared_relative.relation',
      'declared_relative.birth_year as birthYear',
      'declared_relative.declared_at as declaredAt',
      'account.name as worker',
    ])
    .where('declared_relative.tenant_id', '=', tx.tenantId)
    .where('declared_relative.ended_at', 'is', null)
    .orderBy('account.name')
    .orderBy('declared_relative.declared_at')
    .limit(500)
    .execute()
}

export interface NewRelative {
  relation: Relation
  givenName: string
  familyName: string
  birthYear: number
}

export async function insertRelative(tx: Tx, accountId: string, relative: NewRelative): Promise<string> {
  const { id } = await tx.db
    .insertInto('declared_relative')
    .values({
      tenant_id: tx.tenantId,
      account_id: accountId,
      relation: relative.relation,
      given_name: relative.givenName,
      family_name: relative.familyName,
      given_key: givenKey(relative.givenName),
      family_key: familyKey(relative.familyName),
      birth_year: relative.birthYear,
      declared_at: tx.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function findDeclaration(tx: Tx, id: string): Promise<DeclaredRelative | undefined> {
  return tx.db
    .selectFrom('declared_relative')
    .select(columns)
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** False when it was ended already. */
export async function updateDeclarationEnded(tx: Tx, id: string, by: string): Promise<boolean> {
  const updated = await tx.db
    .updateTable('declared_relative')
    .set({ ended_by: by, ended_at: tx.now })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return updated !== undefined
}

/** The accounts that declared to be close to this person, by the same likeness that closes the record. */
export async function listCloseTo(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.db
    .selectFrom('declared_relative as close')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'close.tenant_id').on(
        sql<boolean>`string_to_array(person.family_key, ' ') && string_to_array(close.family_key, ' ')
          and string_to_array(person.given_key, ' ') && string_to_array(close.given_key, ' ')
          and (person.birth_year is null or abs(person.birth_year - close.birth_year) <= 1)`,
      ),
    )
    .select('close.account_id as accountId')
    .distinct()
    .where('close.tenant_id', '=', tx.tenantId)
    .where('close.ended_at', 'is', null)
    .where('person.id', '=', personId)
    .execute()
  return rows.map(({ accountId }) => accountId)
}
