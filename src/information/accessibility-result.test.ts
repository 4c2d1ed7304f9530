import assert from 'node:assert/strict'
import { test } from 'node:test'
import { statusOf, unmetCriteria, type GateResult } from './accessibility-result.ts'

const clean: GateResult = {
  checkedOn: '2026-11-22',
  ...{ views: 10, walks: 2, refusedForms: 1 },
  faults: [],
  pages: ['/', '/uslugi', '/pomoc', '/moja-sprawa'],
}
const pale = { criterion: '1.4.3', check: 'axe color-contrast', pages: ['/', '/pomoc'] }

test('what nobody has tried keeps a site without faults from being compliant', () => {
  assert.equal(statusOf(clean, 1), 'partial')
  assert.equal(statusOf(clean, 0), 'compliant')
})

test('a fault makes it partial, faults on most pages make it not compliant', () => {
  assert.equal(statusOf({ ...clean, faults: [pale] }, 0), 'partial')
  const wide = { criterion: '1.4.10', check: 'reflow', pages: ['/uslugi'] }
  assert.equal(statusOf({ ...clean, faults: [pale, wide] }, 0), 'not-compliant')
})

test('a criterion is named once with the pages where it is not met; promises beyond WCAG are not named', () => {
  const faults = [
    { criterion: '1.4.10', check: 'reflow', pages: ['/'] },
    pale,
    { ...pale, check: 'control-border', pages: ['/', '/uslugi'] },
    { criterion: null, check: 'phone', pages: ['/'] },
  ]
  assert.deepEqual(unmetCriteria({ ...clean, faults }), [
    { criterion: '1.4.3', pages: 3 },
    { criterion: '1.4.10', pages: 1 },
  ])
})
