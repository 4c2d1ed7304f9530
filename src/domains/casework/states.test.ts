import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { actions, type Action } from '#platform/access.ts'
import { ambiguousSteps, nextState, offeredEvents, reachableStates, type Transition } from '#platform/transitions.ts'
import { applicationStates, applicationTransitions, type ApplicationFacts } from './application-states.ts'
import { gapStates, gapTransitions, type GapFacts } from './gap-states.ts'
import { needReportStates, needReportTransitions, type NeedReportFacts } from './need-report-states.ts'
import { planStates } from './plan-state.ts'
import { planTransitions, type PlanFacts } from './plan-states.ts'

type Table<F> = readonly Transition<string, string, Action, F, string>[]
interface Aggregate<F> {
  name: string
  states: readonly string[]
  final: readonly string[]
  table: Table<F>
  facts: fc.Arbitrary<F>
}

const maybe = <T>(value: T) => fc.constantFrom(value, undefined)
const plan: Aggregate<PlanFacts> = {
  name: 'plan',
  states: planStates,
  final: ['described', 'replaced', 'abandoned'],
  table: planTransitions,
  facts: fc.record({
    whyNotAgreed: maybe('agreement-missing' as const),
    whyNotSubmit: maybe('longer-than-a-year' as const),
    whyNotApprove: maybe('approver-is-author' as const),
    whyNotEnd: maybe('end-reason-missing' as const),
    whyNotInterview: maybe('interview-or-note-missing' as const),
    whyNotDescribe: maybe('narrative-missing' as const),
    started: fc.boolean(),
    hasSuccessor: fc.boolean(),
  }),
}
const report: Aggregate<NeedReportFacts> = {
  name: 'need report',
  states: needReportStates,
  final: ['registered'],
  table: needReportTransitions,
  facts: fc.record({
    outcome: fc.constantFrom('answered' as const, 'duplicate' as const, undefined),
    duplicateOfId: maybe('r1'),
    applicationId: maybe('a1'),
  }),
}
const application: Aggregate<ApplicationFacts> = {
  name: 'application',
  states: applicationStates,
  final: ['forwarded', 'refused', 'left-unconsidered', 'withdrawn', 'closed'],
  table: applicationTransitions,
  facts: fc.record({
    coordinatorId: maybe('c1'),
    reconnaissanceDone: maybe(true),
    planFits: maybe(true),
    forwardingConsentId: maybe('f1'),
    decisionNumber: maybe('D/1'),
  }),
}
const gap: Aggregate<GapFacts> = {
  name: 'gap',
  states: gapStates,
  final: [],
  table: gapTransitions,
  facts: fc.record({
    ownerId: maybe('o1'),
    nextOn: maybe(Temporal.PlainDate.from('2026-12-01')),
    serviceId: maybe('s1'),
  }),
}

for (const aggregate of [plan, report, application, gap] as unknown as Aggregate<unknown>[]) {
  const { name, states, final, table } = aggregate
  const events = [...new Set(table.map((row) => row.event))]
  const permitted = fc.subarray([...actions]).map((list) => new Set<Action>(list))
  const attempt = fc.record({
    event: fc.constantFrom(...events),
    facts: aggregate.facts,
    permitted,
    reason: fc.constantFrom(undefined, '', '  ', 'a reason'),
  })

  test(`every state of a ${name} is reached from the first, and no step is claimed twice`, () => {
    assert.deepEqual([...reachableStates(table, states[0]!)].sort(), [...states].sort())
    assert.deepEqual(ambiguousSteps(table), [])
  })

  test(`only the final states of a ${name} lead nowhere`, () => {
    const dead = states.filter((state) => !table.some((row) => row.from.includes(state)))
    assert.deepEqual(dead.sort(), [...final].sort())
  })

  test(`no sequence of events brings a ${name} where its table doesn't lead`, () => {
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 30 }), (attempts) => {
        let state = states[0]!
        for (const { event, facts, permitted, reason } of attempts) {
          const row = table.find((one) => one.event === event && one.from.includes(state))
          const step = nextState(table, state, event, { may: (action) => permitted.has(action), facts, reason })
          if ('refused' in step) {
            assert.match(step.refused, /^[a-z]+(-[a-z]+)+$/)
            continue
          }
          assert.ok(row, 'a step without a row')
          assert.equal(step.to, row.to)
          assert.ok(permitted.has(row.who), 'someone acted who may not')
          assert.equal(row.guard?.(facts), undefined)
          if (row.reasonRequired) assert.equal(step.reason, 'a reason')
          state = step.to
        }
        assert.ok(states.includes(state))
      }),
      { numRuns: 2_000 },
    )
  })

  test(`a button of a ${name} is offered exactly when the step would be taken, given a reason`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...states), attempt, (state, { event, facts, permitted }) => {
        const may = (action: Action) => permitted.has(action)
        const offered = offeredEvents(table, state, { may, facts }).some((row) => row.event === event)
        const step = nextState(table, state, event, { may, facts, reason: 'because' })
        assert.equal(offered, 'to' in step)
      }),
    )
  })
}

const all = { may: () => true, facts: {} }
test('a report closed as a duplicate names what it repeats', () => {
  const close = (facts: NeedReportFacts) =>
    nextState(needReportTransitions, 'new', 'close', { ...all, facts, reason: 'zgłoszone wczoraj' })
  assert.deepEqual(close({ outcome: 'duplicate' }), { refused: 'duplicate-of-missing' })
  assert.deepEqual(close({ outcome: 'duplicate', duplicateOfId: 'r1' }), { to: 'closed', reason: 'zgłoszone wczoraj' })
})

test('an application is not forwarded without consent nor refused without a decision', () => {
  const attempt = { ...all, reason: 'powód' }
  assert.deepEqual(nextState(applicationTransitions, 'assigned', 'forward', attempt), {
    refused: 'forwarding-consent-missing',
  })
  assert.deepEqual(nextState(applicationTransitions, 'recognised', 'record-refusal', attempt), {
    refused: 'decision-number-missing',
  })
})

test('registering an application starts its clock and approving the plan stops it', () => {
  const registered = nextState(needReportTransitions, 'new', 'register-application', {
    ...all,
    facts: { applicationId: 'a1' },
  })
  assert.equal('clock' in registered && registered.clock, 'starts')
  const approve = planTransitions.find((row) => row.event === 'approve')
  assert.equal(approve?.clock, 'stops')
})

test('a plan in use is never edited, only replaced by a new version', () => {
  for (const state of ['submitted', 'approved', 'active', 'ended'] as const) {
    const step = nextState(planTransitions, state, 'edit', { may: () => true, facts: {} as PlanFacts })
    assert.deepEqual(step, { refused: 'not-possible-now' })
  }
})
