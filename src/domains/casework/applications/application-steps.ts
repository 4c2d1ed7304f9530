import type { Tx } from '#platform/tx.ts'
import {
  applicationTransitions,
  type ApplicationEvent,
  type ApplicationFacts,
  type ApplicationRefusal,
  type ApplicationState,
} from '../application-states.ts'
import { applyStep, type Aggregate, type Applied } from '../case-steps.ts'
import { updateApplicationState } from './application-queries.ts'

export const applicationAggregate: Aggregate<ApplicationState, ApplicationEvent, ApplicationFacts, ApplicationRefusal> =
  {
    kind: 'application',
    transitions: applicationTransitions,
    audited: {
      'ask-for-supplement': 'application.supplement-requested',
      supplement: 'application.supplemented',
      'leave-unconsidered': 'application.left-unconsidered',
      assign: 'application.assigned',
      'hand-over': 'application.handed-over',
      forward: 'application.forwarded',
      'finish-reconnaissance': 'application.recognised',
      'waive-reconnaissance': 'application.reconnaissance-waived',
      'offer-plan': 'application.plan-offered',
      'offer-card': 'application.card-offered',
      'put-on-waiting-list': 'application.waitlisted',
      'record-refusal': 'application.refused',
      withdraw: 'application.withdrawn',
      close: 'application.closed',
    },
  }

interface ApplicationSubject {
  id: string
  state: ApplicationState
  version: number
  personId: string
}

interface ApplicationStep {
  event: ApplicationEvent
  facts: ApplicationFacts
  reason?: string | undefined
}

/** Moves an application on; the event `assign` or `hand-over` also names the coordinator. */
export const stepApplication = (
  tx: Tx,
  subject: ApplicationSubject,
  step: ApplicationStep,
): Promise<Applied<ApplicationState, ApplicationRefusal>> => {
  const namesCoordinator = step.event === 'assign' || step.event === 'hand-over'
  return applyStep(tx, applicationAggregate, subject, {
    ...step,
    save: (change) =>
      updateApplicationState(tx, { ...change, ...(namesCoordinator && { coordinatorId: step.facts.coordinatorId }) }),
  })
}
