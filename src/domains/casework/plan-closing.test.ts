import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotDescribe, whyNotEnd, whyNotInterview } from './plan-closing.ts'
import { aPlan } from './plan-examples.ts'

const today = Temporal.PlainDate.from('2026-11-22')

test('a plan ends with a reason on a day that has come', () => {
  const end = (reason: 'completed' | 'period-elapsed' | undefined, endedOn: string | undefined) =>
    whyNotEnd(aPlan(), { reason, endedOn: endedOn ? Temporal.PlainDate.from(endedOn) : undefined }, today)
  assert.equal(end('completed', '2026-11-22'), undefined)
  assert.equal(end(undefined, '2026-11-22'), 'end-reason-missing')
  assert.equal(end('completed', undefined), 'end-day-missing')
  assert.equal(end('completed', '2026-02-28'), 'ended-before-start')
  assert.equal(end('completed', '2026-11-23'), 'ended-in-future')
  assert.equal(end('period-elapsed', '2026-11-22'), 'period-not-elapsed')
})

test('a plan whose period is over may end for that reason', () => {
  const plan = aPlan({ endsOn: Temporal.PlainDate.from('2026-11-20') })
  assert.equal(whyNotEnd(plan, { reason: 'period-elapsed', endedOn: today }, today), undefined)
})

test('closing needs the talk with the person, or a note on why there was none', () => {
  const held = {
    kind: 'held' as const,
    heldOn: today,
    participants: ['A'],
    residentOpinion: 'Było dobrze',
    furtherNeeds: '',
  }
  assert.equal(whyNotInterview(undefined, today), 'interview-or-note-missing')
  assert.equal(whyNotInterview(held, today), undefined)
  assert.equal(whyNotInterview({ ...held, residentOpinion: ' ' }, today), 'resident-opinion-missing')
  assert.equal(whyNotInterview({ ...held, heldOn: today.add({ days: 1 }) }, today), 'interview-in-future')
  assert.equal(whyNotInterview({ kind: 'not-held', why: 'unreachable', note: '' }, today), 'note-missing')
  assert.equal(whyNotInterview({ kind: 'not-held', why: 'unreachable', note: 'Trzy telefony' }, today), undefined)
})

test('the description of results speaks about every goal', () => {
  const goals = [
    { id: 'g1', text: 'Jeden', needId: undefined },
    { id: 'g2', text: 'Dwa', needId: undefined },
  ]
  const results = new Map([['g1', 'attained' as const]])
  assert.equal(whyNotDescribe(undefined, goals), 'narrative-missing')
  assert.equal(whyNotDescribe({ narrative: 'Przebieg', goals: results }, goals), 'goal-without-result')
  results.set('g2', 'attained')
  assert.equal(whyNotDescribe({ narrative: 'Przebieg', goals: results }, goals), undefined)
})
