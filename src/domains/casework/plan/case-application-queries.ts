import type { Tx } from '#platform/tx.ts'
import type { ApplicationState } from '../application-states.ts'
import { isInScope } from '../case-scope-queries.ts'
import type { CaseScope } from '../case-scope.ts'

/** The application behind a recognition or a plan, when the scope reaches it. */
export interface CaseApplication {
  readonly id: string
  readonly number: string
  readonly state: ApplicationState
  readonly version: number
  readonly personId: string
  readonly coordinatorId: string | null
  readonly receivedOn: Temporal.PlainDate
  readonly ruleSet: string
  readonly words: string
  readonly personName: string
  readonly birthYear: number | null
  readonly districtId: string | null
}

export async function findCaseApplication(tx: Tx, scope: CaseScope, id: string): Promise<CaseApplication | undefined> {
  const row = await tx.db
    .selectFrom('application')
    .innerJoin('person', (join) =>
      join.onRef('person.tenant_id', '=', 'application.tenant_id').onRef('person.id', '=', 'application.person_id'),
    )
    .where('application.tenant_id', '=', tx.tenantId)
    .where('application.id', '=', id)
    .where((eb) => isInScope(scope, eb.ref('application.coordinator_id')))
    .select([
      'application.id',
      'application.number',
      'application.state',
      'application.version',
      'application.person_id as personId',
      'application.coordinator_id as coordinatorId',
      'application.received_on as receivedOn',
      'application.rule_set as ruleSet',
      'application.words',
      'person.given_name',
      'person.family_name',
      'person.birth_year as birthYear',
      'person.district_id as districtId',
    ])
    .executeTakeFirst()
  if (!row) return undefined
  const { given_name: given, family_name: family, ...application } = row
  return { ...application, state: row.state as ApplicationState, personName: `${given} ${family}` }
}

/** False when the application was changed since `version` was read. */
export async function updateApplicationState(
  tx: Tx,
  change: { readonly id: string; readonly version: number; readonly state: ApplicationState },
): Promise<boolean> {
  const { numUpdatedRows } = await tx.db
    .updateTable('application')
    .set({ state: change.state, version: change.version + 1 })
    .where('tenant_id', '=', tx.tenantId)
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
