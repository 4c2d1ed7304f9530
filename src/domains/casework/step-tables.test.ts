import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationTransitions } from './application-states.ts'
import { gapTransitions } from './gap-states.ts'
import { needReportTransitions } from './need-report-states.ts'
import { planTransitions } from './plan-states.ts'

interface Step {
  event: string
  from: readonly string[]
  to: string
  who: string
  reasonRequired: boolean
  guard?: ((facts: never) => string | undefined) | undefined
}

/**
 * Every step as it was decided, written down a second time: from where, where to, by whom, whether a reason is asked
 * for, and what it waits for when nothing is known yet. Whoever changes a table changes this list too, and is asked why.
 */
const tables: Record<string, { table: readonly Step[]; decided: string[] }> = {
  'a report': {
    table: needReportTransitions,
    decided: [
      'contact: new, contacted → contacted; report.answer',
      'register-application: new, contacted → registered; application.register; application-missing',
      'close: new, contacted → closed; report.answer; with a reason; outcome-missing',
      'reopen: closed → new; report.answer; with a reason',
    ],
  },
  'an application': {
    table: applicationTransitions,
    decided: [
      'ask-for-supplement: received → incomplete; application.register; with a reason',
      'supplement: incomplete → received; application.register',
      'leave-unconsidered: incomplete → left-unconsidered; application.register; with a reason',
      'assign: received → assigned; application.assign; coordinator-missing',
      'hand-over: assigned → assigned; application.assign; coordinator-missing',
      'hand-over: recognised → recognised; application.assign; coordinator-missing',
      'hand-over: waitlisted → waitlisted; application.assign; coordinator-missing',
      'hand-over: plan-offered → plan-offered; application.assign; coordinator-missing',
      'forward: assigned, recognised → forwarded; application.handle; with a reason; forwarding-consent-missing',
      'finish-reconnaissance: assigned → recognised; reconnaissance.write; reconnaissance-unfinished',
      'waive-reconnaissance: assigned → recognised; application.handle; with a reason',
      'offer-plan: recognised, waitlisted → plan-offered; application.handle; coordination-too-short',
      'offer-card: recognised, waitlisted → card-offered; application.handle',
      'put-on-waiting-list: recognised → waitlisted; application.handle; with a reason',
      'record-refusal: recognised, waitlisted → refused; application.refuse; with a reason; decision-number-missing',
      'withdraw: received, incomplete, assigned, recognised, waitlisted, plan-offered → withdrawn; application.register; with a reason',
      'close: received, incomplete, assigned, recognised, waitlisted, plan-offered, card-offered → closed; application.register; with a reason',
    ],
  },
  'a plan': {
    table: planTransitions,
    decided: [
      'agree: draft, returned → agreed; plan.write; whyNotAgreed',
      'edit: agreed, returned → draft; plan.write',
      'submit: agreed → submitted; plan.write; whyNotSubmit',
      'take-back: submitted → agreed; plan.write',
      'return: submitted → returned; plan.approve; with a reason',
      'approve: submitted → approved; plan.approve; whyNotApprove',
      'start: approved → active; plan.write; not-started-yet',
      'suspend: active → suspended; plan.write; with a reason',
      'resume: suspended → active; plan.write',
      'replace: approved, active, suspended → replaced; plan.write; no-successor',
      'end: approved, active, suspended → ended; plan.close; whyNotEnd',
      'interview: ended → interviewed; plan.close; whyNotInterview',
      'describe: interviewed → described; plan.close; whyNotDescribe',
      'abandon: draft, agreed, returned → abandoned; plan.write; with a reason',
    ],
  },
  'a gap': {
    table: gapTransitions,
    decided: [
      'initiate: registered → being-initiated; gap.manage; gap-owner-missing',
      'find-service: registered, being-initiated → service-found; gap.manage; gap-service-missing',
      'drop: registered, being-initiated → dropped; gap.manage; with a reason',
      'reopen: service-found, dropped → registered; gap.manage; with a reason',
    ],
  },
}

/** Of nothing is known what it needs; what a rule found against it is told by the rule's name. */
const nothing = new Proxy({}, { get: (_, name) => (String(name).startsWith('whyNot') ? name : undefined) }) as never

const inWords = ({ event, from, to, who, reasonRequired, guard }: Step): string =>
  [
    `${event}: ${from.join(', ')} → ${to}`,
    who,
    ...(reasonRequired ? ['with a reason'] : []),
    ...(guard ? [guard(nothing)] : []),
  ].join('; ')

for (const [name, { table, decided }] of Object.entries(tables)) {
  test(`the steps of ${name} are those that were decided`, () => assert.deepEqual(table.map(inWords), decided))
}
