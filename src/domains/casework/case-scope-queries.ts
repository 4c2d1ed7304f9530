import { expressionBuilder, sql, type Expression, type SqlBool } from 'kysely'
import type { DB } from '#platform/schema.ts'
import type { CaseScope } from './case-scope.ts'
import { isOpenTo } from './restriction/restriction-scope-queries.ts'

/** The one predicate of who reaches which application; every query on `application` that a person sees goes through it. */
export function withinScope(scope: CaseScope): Expression<SqlBool> {
  if (scope.kind === 'none') return sql<boolean>`false`
  const eb = expressionBuilder<DB, 'application'>()
  return eb.and([isOpenTo(scope, 'application'), eb.or([ordinary(scope), ...brokenGlass(scope)])])
}

type Reaching = Exclude<CaseScope, { kind: 'none' }>

function ordinary(scope: Reaching): Expression<SqlBool> {
  if (scope.kind === 'all') return sql<boolean>`true`
  const eb = expressionBuilder<DB, 'application'>()
  // One that has just been registered stays with its author until a coordinator has it.
  return eb.or([
    eb('application.coordinator_id', '=', scope.accountId),
    eb.and([eb('application.coordinator_id', 'is', null), eb('application.registered_by', '=', scope.accountId)]),
  ])
}

/** What this account opened in an emergency, as long as that lasts. */
function brokenGlass({ accountId, emergencyAt }: Reaching): Expression<SqlBool>[] {
  if (emergencyAt === undefined) return []
  const eb = expressionBuilder<DB, 'application'>()
  return [
    eb.exists(
      eb
        .selectFrom('emergency_access')
        .select('emergency_access.id')
        .whereRef('emergency_access.tenant_id', '=', 'application.tenant_id')
        .whereRef('emergency_access.person_id', '=', 'application.person_id')
        .where('emergency_access.account_id', '=', accountId)
        .where('emergency_access.opened_at', '<=', emergencyAt)
        .where('emergency_access.expires_at', '>', emergencyAt)
        .where('emergency_access.judgement', 'is distinct from', 'not-justified'),
    ),
  ]
}
