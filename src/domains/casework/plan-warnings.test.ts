import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ruleSetOn } from './legal-rules.ts'
import { aLine, aPlan } from './plan-examples.ts'
import { whyNotSubmit } from './plan-rules.ts'
import { planWarnings } from './plan-warnings.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2026-02-15')
const around = { rules: ruleSetOn(today), today, otherRunningPlans: [] }
const warned = (plan = aPlan(), change = {}) =>
  planWarnings(plan, { ...around, ...change }).map((warning) => warning.kind)

test('a good plan in good time has no warning', () => {
  assert.deepEqual(warned(), [])
})

test('the thirty days warn from day 20 and never block', () => {
  assert.deepEqual(warned(aPlan(), { today: day('2026-02-20') }), [])
  assert.deepEqual(warned(aPlan(), { today: day('2026-02-21') }), ['plan-due-soon'])
  assert.deepEqual(warned(aPlan(), { today: day('2026-03-03') }), ['plan-due-soon'])
  assert.deepEqual(warned(aPlan(), { today: day('2026-03-04') }), ['late-without-reason'])
  assert.equal(whyNotSubmit(aPlan(), around.rules, day('2026-03-04')), undefined)
  assert.deepEqual(warned(aPlan({ lateReason: 'Pobyt w szpitalu' }), { today: day('2026-03-04') }), [])
})

test('a plan approved late keeps asking for the reason', () => {
  const approval = { accountId: 'd', name: 'D', office: 'director' as const, approvedOn: day('2026-03-04') }
  assert.deepEqual(warned(aPlan({ approval }), { today: day('2026-09-01') }), ['late-without-reason'])
})

test('a line without a service in force warns and points to the line, an external one does not', () => {
  const [warning] = planWarnings(aPlan({ lines: [aLine({ serviceInForce: false })] }), around)
  assert.deepEqual(warning, { kind: 'service-not-in-force', lineId: 'l1' })
  assert.deepEqual(warned(aPlan({ lines: [aLine({ serviceId: undefined })] })), ['service-not-in-directory'])
  assert.deepEqual(warned(aPlan({ lines: [aLine({ serviceId: undefined, external: true })] })), [])
})

test('a social assistance benefit is only referred to, with the number of its decision', () => {
  const line = aLine({ regime: 'social-assistance-act' })
  assert.deepEqual(warned(aPlan({ lines: [line] })), ['decision-number-missing'])
  assert.deepEqual(warned(aPlan({ lines: [{ ...line, decisionNumber: 'MOPR/1/2026' }] })), [])
})

test('a need without a line warns until it stands in the register of gaps', () => {
  const need = { id: 'n2', name: 'Dojazd na rehabilitację', gapId: undefined }
  const plan = (gapId?: string) => aPlan({ needs: [...aPlan().needs, { ...need, gapId }] })
  assert.deepEqual(planWarnings(plan(), around), [{ kind: 'need-without-answer', needId: 'n2' }])
  assert.deepEqual(planWarnings(plan('gap1'), around), [])
})

test('a second running plan and a continuation without a new talk are pointed out', () => {
  assert.deepEqual(warned(aPlan(), { otherRunningPlans: ['IPUS/2025/0003'] }), ['another-active-plan'])
  const continued = aPlan({ previousPlanId: 'plan0' })
  assert.deepEqual(warned(continued, { previousReconnaissanceId: 'reconnaissance1' }), [
    'continued-without-new-reconnaissance',
  ])
  assert.deepEqual(warned(continued, { previousReconnaissanceId: 'reconnaissance0' }), [])
})
