import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleSetOn } from './legal-rules.ts'
import {
  fittingInstrument,
  isSensitive,
  lifeSections,
  sectionSensitivity,
  sensitivitiesOf,
  whyNotFinish,
  type Reconnaissance,
} from './reconnaissance.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const done: Reconnaissance = {
  heldOn: today,
  place: 'home',
  participants: ['Sabina Wierzbowa'],
  sections: [],
  needs: [{ id: 'n1', listedNeedId: undefined, name: 'Odpoczynek od opieki' }],
  residentGoals: [],
  expectedCoordinationMonths: 6,
}

test('a reconnaissance is finished when day, place, people, a need and the months are known', () => {
  assert.equal(whyNotFinish(done, today), undefined)
  const reasons = [
    whyNotFinish({ ...done, heldOn: undefined }, today),
    whyNotFinish({ ...done, heldOn: today.add({ days: 1 }) }, today),
    whyNotFinish({ ...done, place: undefined }, today),
    whyNotFinish({ ...done, participants: [] }, today),
    whyNotFinish({ ...done, needs: [] }, today),
    whyNotFinish({ ...done, expectedCoordinationMonths: undefined }, today),
  ]
  assert.deepEqual(reasons, [
    'day-missing',
    'day-in-future',
    'place-missing',
    'participants-missing',
    'needs-missing',
    'coordination-months-missing',
  ])
})

test('money is asked about only with a reason', () => {
  const entry = { section: 'finances' as const, text: 'Emerytura', raised: [], relevantBecause: undefined }
  assert.equal(whyNotFinish({ ...done, sections: [entry] }, today), 'section-without-relevance')
  const because = { ...entry, relevantBecause: 'Opłata za usługi opiekuńcze' }
  assert.equal(whyNotFinish({ ...done, sections: [because] }, today), undefined)
  assert.equal(whyNotFinish({ ...done, sections: [{ ...entry, text: ' ' }] }, today), undefined)
})

test('an author can raise the sensitivity of a section but never lower it', () => {
  assert.deepEqual(sensitivitiesOf({ section: 'housing', raised: ['CHILD'] }), ['CHILD'])
  assert.deepEqual(sensitivitiesOf({ section: 'safety', raised: ['ORDINARY'] }), ['VIOLENCE'])
  for (const section of lifeSections) {
    const kept = sensitivitiesOf({ section, raised: ['ORDINARY'] })
    assert.ok(kept.includes(sectionSensitivity[section]))
    assert.equal(isSensitive({ section, raised: ['ADDICTION'] }), true)
  }
})

test('under three months of coordination a card fits, from three on a plan', () => {
  const rules = ruleSetOn(today)
  assert.deepEqual(
    [1, 2, 3, 12].map((months) => fittingInstrument(months, rules)),
    ['qualification-card', 'qualification-card', 'plan', 'plan'],
  )
})
