import { staffOf } from '#platform/actor.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import type { Application } from '../applications/application.ts'
import { updateCaseNumber } from '../applications/application-queries.ts'
import { stepApplication } from '../applications/application-steps.ts'
import { recordBeginning, type StepRefusal } from '../case-steps.ts'
import { legalRuleSets, ruleSetOn } from '../legal-rules.ts'
import { whyNotPlan } from '../plan-rules.ts'
import { findReconnaissance } from '../reconnaissance/reconnaissance-queries.ts'
import type { ApplicationRefusal } from '../application-states.ts'
import { insertGoal, listGoals } from './goal-queries.ts'
import { insertPlan } from './plan-queries.ts'
import { findLatestPlanOf } from './plan-list-queries.ts'

export interface PlanRequest {
  /** The application's version that was seen. */
  readonly version: number
  /** Why a plan although coordination is expected to be shorter than the law's three months (R-IPUS-01). */
  readonly shortReason: string | undefined
  /** The ended plan that this one continues (R-IPUS-09). */
  readonly previousPlanId: string | undefined
}
export type CreateRefusal = ApplicationRefusal | StepRefusal

/** Begins a plan for an application whose recognition is finished; an application has one plan at a time. */
export async function createPlan(
  tx: Tx,
  application: Application,
  request: PlanRequest,
): Promise<{ readonly id: string } | { readonly refused: CreateRefusal }> {
  const existing = await findLatestPlanOf(tx, application.id)
  if (existing) return { id: existing.id }
  const reconnaissance = await findReconnaissance(tx, application.id)
  if (!reconnaissance?.finished_at) return { refused: 'reconnaissance-unfinished' }
  const offered = await offerPlan(tx, application, reconnaissance.expected_months ?? 0, request)
  if (offered) return { refused: offered }
  const { year } = dayOf(tx.now)
  const id = await insertPlan(tx, {
    number: `IPUS/${await updateCaseNumber(tx, 'plan', year)}/${year}`,
    revision: 1,
    revisesId: null,
    changeReason: null,
    previousPlanId: request.previousPlanId ?? null,
    applicationId: application.id,
    reconnaissanceId: reconnaissance.id,
    personId: application.personId,
    receivedOn: application.receivedOn,
    ruleSet: application.ruleSet,
    expectedMonths: reconnaissance.expected_months ?? 0,
    shortReason: request.shortReason ?? null,
    authorId: staffOf(tx).accountId,
    startsOn: null,
    endsOn: null,
    ownCommitments: [],
    monitoringDays: [],
  })
  await takeOverGoals(tx, reconnaissance.id, id)
  await recordBeginning(tx, {
    kind: 'plan',
    id,
    event: 'create',
    state: 'draft',
    audited: 'plan.created',
    personId: application.personId,
  })
  return { id }
}

/** Moves the application on, unless an abandoned plan did so before. */
async function offerPlan(
  tx: Tx,
  application: Application,
  expectedMonths: number,
  { version, shortReason }: PlanRequest,
): Promise<CreateRefusal | undefined> {
  const rules = legalRuleSets.find((set) => set.id === application.ruleSet) ?? ruleSetOn(application.receivedOn)
  const refusal = whyNotPlan(expectedMonths, shortReason, rules)
  if (application.state === 'plan-offered') return refusal
  const stepped = await stepApplication(
    tx,
    { ...application, version },
    { event: 'offer-plan', facts: { planFits: !refusal } },
  )
  return 'refused' in stepped ? stepped.refused : undefined
}

async function takeOverGoals(tx: Tx, reconnaissanceId: string, planId: string): Promise<void> {
  const goals = await listGoals(tx, { reconnaissanceId })
  for (const { text, needId, position } of goals) await insertGoal(tx, { planId }, { text, needId, position })
}
