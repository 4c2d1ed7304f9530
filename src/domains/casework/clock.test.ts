import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { daysBetween, lastsMonths, latestPlanEnd, planClock } from './clock.ts'
import { legalRuleSets, ruleSetOn, spanEnd } from './legal-rules.ts'
import type { LegalRuleSet } from './legal-rules.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const rules = ruleSetOn(day('2026-11-22'))
const anyDay = fc.integer({ min: 0, max: 36_500 }).map((days) => Temporal.PlainDate.from('2020-01-01').add({ days }))

test('the clock is visible on the day of receipt, with all thirty days left', () => {
  const clock = planClock(day('2026-02-10'), day('2026-02-10'), rules)
  assert.equal(clock.daysUsed, 0)
  assert.equal(clock.daysLeft, 30)
  assert.equal(clock.deadlineOn.toString(), '2026-03-12')
  assert.equal(clock.state, 'running')
  assert.deepEqual(
    clock.alarms.map((alarm) => [alarm.afterDays, alarm.on.toString(), alarm.reached]),
    [
      [20, '2026-03-02', false],
      [25, '2026-03-07', false],
      [30, '2026-03-12', false],
    ],
  )
})

test('the clock speaks on day 20, on the last day and after it', () => {
  const received = day('2026-02-10')
  const stateAfter = (days: number) => planClock(received, received.add({ days }), rules).state
  assert.deepEqual([19, 20, 29, 30, 31].map(stateAfter), ['running', 'due-soon', 'due-soon', 'last-day', 'overdue'])
  assert.equal(planClock(received, received.add({ days: 31 }), rules).daysLeft, -1)
})

test('an approved plan keeps the day count of its approval', () => {
  const received = day('2026-02-10')
  const inTime = planClock(received, day('2026-12-01'), rules, day('2026-03-12'))
  const late = planClock(received, day('2026-12-01'), rules, day('2026-03-13'))
  assert.deepEqual([inTime.state, inTime.daysUsed], ['met', 30])
  assert.deepEqual([late.state, late.daysUsed], ['met-late', 31])
})

test('a year from 29 February ends on 28 February', () => {
  assert.equal(latestPlanEnd(day('2028-02-29'), rules).toString(), '2029-02-28')
  assert.equal(latestPlanEnd(day('2027-02-28'), rules).toString(), '2028-02-28')
})

test('three months from the 31st end on the last day of a shorter month', () => {
  assert.equal(spanEnd(day('2026-01-31'), rules.coordinationAtLeast).toString(), '2026-04-30')
  assert.equal(spanEnd(day('2026-11-30'), rules.coordinationAtLeast).toString(), '2027-02-28')
  assert.equal(lastsMonths(day('2026-01-31'), day('2026-04-30'), 3), true)
  assert.equal(lastsMonths(day('2026-01-31'), day('2026-04-29'), 3), false)
})

test('days used and days left always make the whole term', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (received, after) => {
      const clock = planClock(received, received.add({ days: after }), rules)
      assert.equal(clock.daysUsed + clock.daysLeft, rules.planWithin.amount)
      assert.equal(clock.daysUsed, after)
      assert.equal(clock.state === 'overdue', after > 30)
    }),
  )
})

test('one more day never gives more days, and deadlines keep the order of receipt', () => {
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (one, other, today) => {
      const [first, second] = [one, other].sort((a, b) => daysBetween(b, a)) as [Temporal.PlainDate, Temporal.PlainDate]
      assert.ok(daysBetween(planClock(first, today, rules).deadlineOn, planClock(second, today, rules).deadlineOn) >= 0)
      const tomorrow = planClock(first, today.add({ days: 1 }), rules)
      assert.equal(tomorrow.daysLeft, planClock(first, today, rules).daysLeft - 1)
    }),
  )
})

test('a plan of at most a year never has more than 366 days between its ends', () => {
  fc.assert(
    fc.property(anyDay, (start) => {
      const days = daysBetween(start, latestPlanEnd(start, rules))
      assert.ok(days === 365 || days === 366)
    }),
  )
})

test('the rule set of a day is the one in force, on its first and last day too', () => {
  const [first] = legalRuleSets as [LegalRuleSet]
  const sets = [
    { ...first, id: 'old', validTo: day('2026-12-31') },
    { ...first, id: 'new', validFrom: day('2027-01-01') },
  ]
  assert.equal(ruleSetOn(day('2026-12-31'), sets).id, 'old')
  assert.equal(ruleSetOn(day('2027-01-01'), sets).id, 'new')
  assert.throws(() => ruleSetOn(day('2019-12-31'), sets), RangeError)
})

test('every number of every rule set names its source, and no two sets overlap', () => {
  for (const set of legalRuleSets) {
    for (const span of [set.coordinationAtLeast, set.planWithin, set.planAtMost]) assert.ok(span.source.length > 10)
    const rivals = legalRuleSets.filter((other) => other !== set && ruleSetOn(set.validFrom) === other)
    assert.deepEqual(rivals, [])
  }
})
