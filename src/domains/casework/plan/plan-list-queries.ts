import type { Tx } from '#platform/tx.ts'
import type { CaseScope } from '../case-scope.ts'
import type { PlanState } from '../plan-state.ts'
import { plansIn } from './plan-queries.ts'
import type { ListedPlan } from './plan-record.ts'

export interface PlanFilter {
  readonly states?: readonly PlanState[] | undefined
}

export async function listPlans(tx: Tx, scope: CaseScope, filter: PlanFilter): Promise<ListedPlan[]> {
  const { states } = filter
  return plansIn(tx, scope)
    .$if(states !== undefined, (query) => query.where('plan.state', 'in', states!))
    .select([
      'plan.id',
      'plan.number',
      'plan.revision',
      'plan.state',
      'plan.received_on as receivedOn',
      'plan.rule_set as ruleSet',
      'plan.approved_on as approvedOn',
      'plan.starts_on as startsOn',
      'plan.ends_on as endsOn',
      'person.given_name as givenName',
      'person.family_name as familyName',
    ])
    .orderBy('plan.received_on')
    .orderBy('plan.number')
    .orderBy('plan.revision')
    .limit(500)
    .execute()
}

/** Every version under one number, the first first. */
export async function listRevisions(tx: Tx, number: string) {
  return tx.db
    .selectFrom('plan')
    .where('tenant_id', '=', tx.tenantId)
    .where('number', '=', number)
    .select(['id', 'revision', 'state', 'version', 'starts_on as startsOn', 'person_id as personId'])
    .orderBy('revision')
    .execute()
}

/** Other plans of the same person, the newest first; versions of this number left out. */
export async function listOtherPlans(tx: Tx, personId: string, number: string) {
  return tx.db
    .selectFrom('plan')
    .where('tenant_id', '=', tx.tenantId)
    .where('person_id', '=', personId)
    .where('number', '!=', number)
    .select(['id', 'number', 'state', 'reconnaissance_id as reconnaissanceId', 'ended_on as endedOn'])
    .orderBy('created_at', 'desc')
    .execute()
}

export async function findLatestPlanOf(tx: Tx, applicationId: string) {
  return tx.db
    .selectFrom('plan')
    .where('tenant_id', '=', tx.tenantId)
    .where('application_id', '=', applicationId)
    .where('state', '!=', 'abandoned')
    .select(['id', 'state', 'version'])
    .orderBy('revision', 'desc')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface PlanDesk {
  readonly toDecide: number
  readonly returned: number
  readonly late: number
  readonly toStart: number
  readonly toClose: number
  readonly elapsed: number
}

/** What waits in the plans that the scope reaches; `lateSince` is the day of receipt from which the clock speaks up. */
export async function countPlanDesk(
  tx: Tx,
  scope: CaseScope,
  { today, lateSince }: { today: Temporal.PlainDate; lateSince: Temporal.PlainDate },
): Promise<PlanDesk> {
  const counted = await plansIn(tx, scope)
    .select(({ fn, eb, and }) => [
      fn.countAll<number>().filterWhere('plan.state', '=', 'submitted').as('toDecide'),
      fn.countAll<number>().filterWhere('plan.state', '=', 'returned').as('returned'),
      fn
        .countAll<number>()
        .filterWhere(
          and([
            eb('plan.state', 'in', ['draft', 'agreed', 'submitted', 'returned']),
            eb('plan.revision', '=', 1),
            eb('plan.received_on', '<=', lateSince),
          ]),
        )
        .as('late'),
      fn
        .countAll<number>()
        .filterWhere(and([eb('plan.state', '=', 'approved'), eb('plan.starts_on', '<=', today)]))
        .as('toStart'),
      fn.countAll<number>().filterWhere('plan.state', 'in', ['ended', 'interviewed']).as('toClose'),
      fn
        .countAll<number>()
        .filterWhere(and([eb('plan.state', 'in', ['active', 'suspended']), eb('plan.ends_on', '<', today)]))
        .as('elapsed'),
    ])
    .executeTakeFirstOrThrow()
  return counted
}
