import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotErase } from './erase-person.ts'

const free = { held: false, openCases: 0, erased: false }

test('nothing is erased twice, nor while it is held, nor in an open case but by an order', () => {
  assert.equal(whyNotErase(free, 'retention'), undefined)
  assert.equal(whyNotErase({ ...free, erased: true }, 'order'), 'already-erased')
  assert.equal(whyNotErase({ ...free, held: true }, 'order'), 'legal-hold')
  assert.equal(whyNotErase({ ...free, openCases: 1 }, 'request'), 'case-open')
  assert.equal(whyNotErase({ ...free, openCases: 1 }, 'order'), undefined)
})
