import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { latestPlanEnd } from './clock.ts'
import { ruleSetOn } from './legal-rules.ts'
import { aLine, aPlan } from './plan-examples.ts'
import {
  approvalOffice,
  submitFaults,
  whyNotApprove,
  whyNotPeriod,
  whyNotPlan,
  whyNotRevise,
  whyNotSubmit,
} from './plan-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-02-15')
const rules = ruleSetOn(today)
const director = { accountId: 'director1', roles: ['director'], rights: [] }

test('a complete plan may be submitted and the director may approve it', () => {
  assert.equal(whyNotSubmit(aPlan(), rules, today), undefined)
  assert.equal(whyNotApprove(aPlan(), director, rules, today), undefined)
})

test('a plan for less than three months of coordination needs a reason', () => {
  assert.equal(whyNotPlan(2, undefined, rules), 'coordination-too-short')
  assert.equal(whyNotPlan(2, '  ', rules), 'coordination-too-short')
  assert.equal(whyNotPlan(2, 'Trzy usługi naraz po szpitalu', rules), undefined)
  assert.equal(whyNotPlan(3, undefined, rules), undefined)
})

test('a plan longer than a year is refused, a plan of a year to the day is not', () => {
  const period = (startsOn: string, endsOn: string) =>
    whyNotPeriod({ startsOn: day(startsOn), endsOn: day(endsOn) }, rules)
  assert.equal(period('2026-03-01', '2027-03-01'), undefined)
  assert.equal(period('2026-03-01', '2027-03-02'), 'longer-than-a-year')
  assert.equal(period('2028-02-29', '2029-02-28'), undefined)
  assert.equal(period('2028-02-29', '2029-03-01'), 'longer-than-a-year')
  assert.equal(period('2026-03-01', '2026-02-28'), 'ends-before-start')
  assert.equal(whyNotPeriod({ startsOn: undefined, endsOn: undefined }, rules), 'period-missing')
})

test('a period is accepted exactly when it ends between its start and the same day a year later', () => {
  const offset = fc.integer({ min: -30, max: 800 })
  fc.assert(
    fc.property(fc.nat(36_500), offset, (from, length) => {
      const startsOn = day('2020-01-01').add({ days: from })
      const endsOn = startsOn.add({ days: length })
      const fits = length >= 0 && Temporal.PlainDate.compare(endsOn, latestPlanEnd(startsOn, rules)) <= 0
      assert.equal(whyNotPeriod({ startsOn, endsOn }, rules) === undefined, fits)
    }),
  )
})

test('while a number is unconfirmed it does not block', () => {
  const softer = { ...rules, planAtMost: { ...rules.planAtMost, certainty: 'unconfirmed' as const } }
  assert.equal(whyNotPeriod({ startsOn: today, endsOn: today.add({ years: 2 }) }, softer), undefined)
})

test('every line answers a need of this plan, names a service and stays within the period', () => {
  const faultsOf = (line: ReturnType<typeof aLine>) => submitFaults(aPlan({ lines: [line] }), rules, today)
  const cases = [
    [aLine({ needId: undefined }), 'line-without-need'],
    [aLine({ needId: 'of another plan' }), 'line-without-need'],
    [aLine({ serviceName: ' ' }), 'line-without-service'],
    [aLine({ dose: { amount: 0, unit: 'hour', times: 1, per: 'week' } }), 'line-amount-not-positive'],
    [aLine({ dose: { amount: Number.NaN, unit: 'hour', times: 1, per: 'week' } }), 'line-amount-not-positive'],
    [aLine({ startsOn: day('2026-02-28') }), 'line-outside-period'],
    [aLine({ endsOn: day('2027-03-01') }), 'line-outside-period'],
    [aLine({ startsOn: day('2026-06-02'), endsOn: day('2026-06-01') }), 'line-ends-before-start'],
  ] as const
  for (const [line, refusal] of cases) assert.deepEqual(faultsOf(line), [{ refusal, lineId: 'l1' }])
  assert.equal(whyNotSubmit(aPlan({ lines: [] }), rules, today), 'no-lines')
})

test('all faults are told at once, in the order of the page', () => {
  const plan = aPlan({
    endsOn: undefined,
    lines: [aLine({ needId: undefined }), aLine({ id: 'l2', serviceName: '' })],
    agreement: undefined,
  })
  assert.deepEqual(submitFaults(plan, rules, today), [
    { refusal: 'period-missing' },
    { refusal: 'line-without-need', lineId: 'l1' },
    { refusal: 'line-without-service', lineId: 'l2' },
    { refusal: 'agreement-missing' },
  ])
})

test('nobody approves a plan the person has not agreed to', () => {
  const agreement = aPlan().agreement!
  assert.equal(whyNotApprove(aPlan({ agreement: undefined }), director, rules, today), 'agreement-missing')
  assert.equal(whyNotSubmit(aPlan({ agreement: { ...agreement, evidence: ' ' } }), rules, today), 'agreement-missing')
  const tomorrow = { ...agreement, agreedOn: today.add({ days: 1 }) }
  assert.equal(whyNotSubmit(aPlan({ agreement: tomorrow }), rules, today), 'agreement-in-future')
})

test('nobody approves what they wrote, not even the director', () => {
  const plan = aPlan({ authorIds: ['coordinator1', 'director1'] })
  assert.equal(whyNotApprove(plan, director, rules, today), 'approver-is-author')
})

test('an organiser approves only with an authorisation that runs today', () => {
  const organiser = (from: string, to?: string) => ({
    accountId: 'organiser1',
    roles: ['service-organiser'],
    rights: [{ kind: 'authorised-organiser' as const, from: day(from), to: to ? day(to) : undefined }],
  })
  assert.equal(whyNotApprove(aPlan(), organiser('2026-02-15', '2026-02-15'), rules, today), undefined)
  assert.equal(whyNotApprove(aPlan(), organiser('2026-01-01'), rules, today), undefined)
  assert.equal(whyNotApprove(aPlan(), organiser('2026-01-01', '2026-02-14'), rules, today), 'authorisation-not-active')
  assert.equal(whyNotApprove(aPlan(), organiser('2026-02-16'), rules, today), 'authorisation-not-active')
  assert.equal(
    whyNotApprove(aPlan(), { ...organiser('2026-01-01'), rights: [] }, rules, today),
    'approver-not-authorised',
  )
})

test('a deputy stands in for the director only on the days of the deputyship', () => {
  const rights = [{ kind: 'director-deputy' as const, from: day('2026-02-10'), to: day('2026-02-20') }]
  const deputy = { accountId: 'deputy1', roles: ['plan-coordinator'], rights }
  assert.equal(approvalOffice(deputy, today), 'deputy')
  assert.equal(approvalOffice(deputy, day('2026-02-21')), undefined)
  assert.equal(approvalOffice({ ...deputy, rights: [] }, today), undefined)
})

test('an authorisation to approve is worth nothing without the post of organiser', () => {
  const rights = [{ kind: 'authorised-organiser' as const, from: day('2026-01-01'), to: undefined }]
  assert.equal(approvalOffice({ accountId: 'c2', roles: ['plan-coordinator'], rights }, today), undefined)
})

test('an approved plan changes only as a new version with a reason, one at a time', () => {
  assert.equal(whyNotRevise({ state: 'active' }, 'Więcej godzin po szpitalu', false), undefined)
  assert.equal(whyNotRevise({ state: 'active' }, ' ', false), 'change-reason-missing')
  assert.equal(whyNotRevise({ state: 'active' }, 'Powód', true), 'revision-already-open')
  assert.equal(whyNotRevise({ state: 'ended' }, 'Powód', false), 'only-approved-plan-changes')
})
