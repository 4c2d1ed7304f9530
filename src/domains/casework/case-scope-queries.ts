import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { DB } from '#platform/schema.ts'
import type { CaseScope } from './case-scope.ts'

/** The one predicate of who reaches which application; every query on `application` that a person sees goes through it. */
export function withinScope(scope: CaseScope): Expression<SqlBool> {
  if (scope.kind === 'all') return sql<boolean>`true`
  if (scope.kind === 'none') return sql<boolean>`false`
  const eb = expressionBuilder<DB, 'application'>()
  // One that has just been registered stays with its author until a coordinator has it.
  return eb.or([
    eb('application.coordinator_id', '=', scope.accountId),
    eb.and([eb('application.coordinator_id', 'is', null), eb('application.registered_by', '=', scope.accountId)]),
  ])
}
