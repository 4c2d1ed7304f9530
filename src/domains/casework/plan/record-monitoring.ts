import { may } from '#platform/access.ts'
import { staffOf, type Actor } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import type { Tx } from '#platform/tx.ts'
import type { PlanState } from '../plan-state.ts'
import { isRunning } from '../plan-states.ts'
import type { MonitoringEvent } from './monitoring.ts'
import { insertMonitoringEvent, insertMonitoringLines } from './plan-closing-queries.ts'
import { lockPlan } from './plan-queries.ts'
import type { PlanRecord } from './plan-record.ts'

/** A plan is watched while it runs, by its coordinator. */
export function whyNotMonitor(
  plan: { readonly state: PlanState },
  actor: Actor,
): 'not-permitted' | 'not-possible-now' | undefined {
  if (!may(actor, 'plan.close')) return 'not-permitted'
  return isRunning(plan.state) ? undefined : 'not-possible-now'
}

export async function recordMonitoring(
  tx: Tx,
  plan: PlanRecord,
  event: MonitoringEvent,
): Promise<{ readonly done: true } | { readonly refused: 'not-permitted' | 'not-possible-now' }> {
  const now = await lockPlan(tx, plan.id)
  const refused = now ? whyNotMonitor(now, tx.actor) : 'not-possible-now'
  if (refused) return { refused }
  const { accountId, name } = staffOf(tx)
  const id = await insertMonitoringEvent(tx, plan.id, event, { id: accountId, name })
  await insertMonitoringLines(tx, id, event.lines)
  const subject = { kind: 'plan', id: plan.id }
  recordAudit(tx, { event: 'plan.monitored', subject, personId: plan.personId })
  return { done: true }
}
