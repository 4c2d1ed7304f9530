import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { FormValues } from '#platform/forms.ts'
import { aLine, aPlan } from '../plan-examples.ts'
import { readHead as readTalk, readNeeds, readSection } from '../reconnaissance/reconnaissance-forms.ts'
import { reconnaissanceText } from '../reconnaissance/text.ts'
import { readEnd, readInterview, readMonitoring, readResults } from './closing-forms.ts'
import { readLineForm } from './line-form.ts'
import { readAgreement, readDecision, readGoal, readHead } from './plan-forms.ts'
import type { PlanRecord } from './plan-record.ts'
import { planText } from './text.ts'

const plan = { ...aPlan({ lines: [aLine()] }), person: {} } as unknown as PlanRecord
const today = Temporal.PlainDate.from('2026-11-23')
const t = planText.pl

/** Every reader of a form, by name, with the fields it looks at. */
const readers: Record<string, { fields: string[]; read: (values: FormValues) => { ok: boolean } }> = {
  line: {
    fields: [
      'needId',
      'service',
      'otherName',
      'amount',
      'unit',
      'times',
      'per',
      'regime',
      'startsOn-day',
      'endsOn-year',
    ],
    read: (values) => readLineForm(values, plan, undefined, t),
  },
  head: {
    fields: ['startsOn-day', 'startsOn-month', 'startsOn-year', 'endsOn-year', 'monitoringDays', 'ownCommitments'],
    read: (values) => readHead(values, t.errors),
  },
  agreement: {
    fields: ['form', 'agreedOn-day', 'agreedOn-month', 'agreedOn-year', 'agreedBy', 'evidence'],
    read: (values) => readAgreement(values, t.errors),
  },
  goal: { fields: ['goal', 'goalNeed'], read: (values) => readGoal(values, ['n1'], t.errors) },
  decision: { fields: ['decision', 'reasons', 'lateReason'], read: (values) => readDecision(values, t.errors) },
  monitoring: {
    fields: ['happenedOn-day', 'happenedOn-year', 'form', 'course', 'nextOn-month', 'line-l1'],
    read: (values) => readMonitoring(values, plan, { errors: t.errors, today }),
  },
  end: { fields: ['reason', 'endedOn-day', 'endedOn-year'], read: (values) => readEnd(values, t.errors) },
  interview: {
    fields: ['kind', 'heldOn-day', 'participants', 'residentOpinion', 'why', 'note'],
    read: (values) => readInterview(values, t.errors),
  },
  results: { fields: ['narrative', 'goal-g1'], read: (values) => readResults(values, plan, t.errors) },
  talk: {
    fields: ['heldOn-day', 'place', 'months', 'participants', 'opinion'],
    read: (values) => readTalk(values, reconnaissanceText.pl.errors),
  },
  section: {
    fields: ['text', 'raised', 'relevantBecause'],
    read: (values) => readSection(values, 'finances', reconnaissanceText.pl.errors),
  },
  needs: {
    fields: ['need', 'ownNeed', 'ownGroup'],
    read: (values) => readNeeds(values, { needs: [], groups: [] }, reconnaissanceText.pl.errors),
  },
}

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('', ' ', '0', '31', '2', '2026', '-1', '1e9', 'held', 'x'.repeat(10_000), '١٢', '2026-02-30'),
)

for (const [name, { fields, read }] of Object.entries(readers)) {
  test(`the form of a ${name} reads anything without failing`, () => {
    const values = fc.dictionary(
      fc.constantFrom(...fields, 'constructor', 'toString'),
      fc.oneof(typed, fc.array(typed, { maxLength: 3 })),
    )
    fc.assert(
      fc.property(values, (sent) => {
        assert.equal(typeof read(sent).ok, 'boolean')
      }),
      { numRuns: 300 },
    )
  })
}

test('days of monitoring are read as people write them, and sorted', () => {
  const values = { monitoringDays: '1.06.2027\r\n2027-03-01\n 5 12 2026 ' }
  const read = readHead(values, t.errors)
  assert.ok(read.ok)
  assert.deepEqual(read.value.monitoringDays.map(String), ['2026-12-05', '2027-03-01', '2027-06-01'])
  assert.equal(readHead({ monitoringDays: '31.02.2027' }, t.errors).ok, false)
})
