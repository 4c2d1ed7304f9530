import type { Tx } from '#platform/tx.ts'
import {
  applicationTransitions,
  type ApplicationEvent,
  type ApplicationFacts,
  type ApplicationRefusal,
  type ApplicationState,
} from '../application-states.ts'
import { applyStep, type Aggregate, type Applied } from '../case-steps.ts'
import { updateApplicationState, type CaseApplication } from './case-application-queries.ts'

const application: Aggregate<ApplicationState, ApplicationEvent, ApplicationFacts, ApplicationRefusal> = {
  kind: 'application',
  transitions: applicationTransitions,
  audited: {
    'ask-for-supplement': 'application.returned',
    supplement: 'application.supplemented',
    'leave-unconsidered': 'application.left-unconsidered',
    assign: 'application.assigned',
    'hand-over': 'application.handed-over',
    forward: 'application.forwarded',
    'finish-reconnaissance': 'reconnaissance.finished',
    'waive-reconnaissance': 'reconnaissance.waived',
    'offer-plan': 'application.plan-offered',
    'offer-card': 'application.card-offered',
    'put-on-waiting-list': 'application.waitlisted',
    'record-refusal': 'application.refused',
    withdraw: 'application.withdrawn',
    close: 'application.closed',
  },
}

/** Moves the application along with its recognition or plan. */
export const stepApplication = (
  tx: Tx,
  subject: CaseApplication,
  event: ApplicationEvent,
  facts: ApplicationFacts,
  reason?: string,
): Promise<Applied<ApplicationState, ApplicationRefusal>> =>
  applyStep(tx, application, subject, {
    event,
    facts,
    reason,
    save: (change) => updateApplicationState(tx, change),
  })
