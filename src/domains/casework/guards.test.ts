import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gapTransitions, type GapFacts } from './gap-states.ts'
import { needReportTransitions, type NeedReportFacts } from './need-report-states.ts'

/** What a step waits for, said by the rules themselves. */
const guardOf = <F>(table: readonly { event: string; guard?: ((facts: F) => unknown) | undefined }[], event: string) =>
  table.find((step) => step.event === event)!.guard!

test('a gap is taken up by somebody, until a day', () => {
  const whyNot = guardOf<GapFacts>(gapTransitions, 'initiate')
  const nextOn = Temporal.PlainDate.from('2026-12-01')
  assert.equal(whyNot({ nextOn }), 'gap-owner-missing')
  assert.equal(whyNot({ ownerId: 'somebody' }), 'gap-next-day-missing')
  assert.equal(whyNot({ ownerId: 'somebody', nextOn }), undefined)
})

test('a report is closed with what came of it, a duplicate with what it repeats', () => {
  const whyNot = guardOf<NeedReportFacts>(needReportTransitions, 'close')
  assert.equal(whyNot({}), 'outcome-missing')
  assert.equal(whyNot({ outcome: 'duplicate' }), 'duplicate-of-missing')
  assert.equal(whyNot({ outcome: 'answered' }), undefined)
})
