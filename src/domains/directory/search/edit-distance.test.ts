import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editDistance, lettersOf, mayBeWithin } from './edit-distance.ts'

const word = fc.string({ unit: fc.constantFrom(...'abcdefąęłśżzопіка'), maxLength: 12 })
const slip = fc.record({
  at: fc.nat(12),
  kind: fc.constantFrom('put in', 'left out', 'swapped', 'other'),
  letter: fc.constantFrom(...'abcżі'),
})

function slipped(text: string, { at, kind, letter }: { at: number; kind: string; letter: string }): string {
  const [before, here, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
  if (kind === 'put in') return before + letter + here + after
  if (kind === 'left out') return before + after
  if (kind === 'swapped') return before + after.slice(0, 1) + here + after.slice(1)
  return before + letter + after
}

const near = fc
  .tuple(word, fc.array(slip, { minLength: 1, maxLength: 3 }))
  .map(([one, slips]) => [one, slips.reduce(slipped, one)] as const)

/** The definition, in full: optimal string alignment, every cell asked for anew. */
function distance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length
  const ways = [
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
    distance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ]
  const isSwapped = a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
  return Math.min(...ways, ...(isSwapped ? [distance(a.slice(2), b.slice(2)) + 1] : []))
}

test('the distance is the one of the definition, or just beyond the limit', () => {
  const short = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 })
  fc.assert(
    fc.property(short, short, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      assert.equal(editDistance(a, b, limit), Math.min(distance(a, b), limit + 1))
    }),
    { numRuns: 3_000 },
  )
})

test('longer words that differ by a few slips are as near as these are many, whichever comes first', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: 1, max: 2 }), ([one, other], limit) => {
      const found = editDistance(one, other, limit)
      assert.equal(editDistance(other, one, limit), found)
      assert.ok(found <= limit + 1)
      if (one === other) assert.equal(found, 0)
    }),
    { numRuns: 3_000 },
  )
  assert.equal(editDistance('wypozyczalnia', 'wyporzyczalna', 2), 2)
  assert.equal(editDistance('opieka', 'opeika', 1), 1)
  assert.equal(editDistance('x'.repeat(300), 'x'.repeat(300), 2), 3, 'no word is that long')
})

test('no word within the distance is passed over for its letters', () => {
  fc.assert(
    fc.property(near, fc.integer({ min: 1, max: 3 }), ([one, other], limit) => {
      if (editDistance(one, other, limit) <= limit) assert.ok(mayBeWithin(lettersOf(one), lettersOf(other), limit))
    }),
    { numRuns: 5_000 },
  )
  assert.ok(!mayBeWithin(lettersOf('opieka'), lettersOf('mieszkanie'), 2), 'and far ones are')
})
