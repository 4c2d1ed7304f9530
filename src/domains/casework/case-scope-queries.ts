import { sql, type Expression, type SqlBool } from 'kysely'
import type { CaseScope } from './case-scope.ts'

/** The one predicate of lists and single records alike; `coordinator` is the column that holds the case's coordinator. */
export function isInScope(scope: CaseScope, coordinator: Expression<string | null>): Expression<SqlBool> {
  if (scope.all) return sql<SqlBool>`true`
  if (scope.coordinatorId === undefined) return sql<SqlBool>`false`
  return sql<SqlBool>`${coordinator} = ${scope.coordinatorId}`
}
