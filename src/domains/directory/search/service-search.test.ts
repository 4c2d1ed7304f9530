import assert from 'node:assert/strict'
import { test } from 'node:test'

import { torunSearch } from '#test/search-sample.ts'
import fc from 'fast-check'

const search = torunSearch()
const first = (query: string, count: number) => search(query, count).hits.map(({ id }) => id)

test('a worn-out daughter finds respite care first', () => {
  assert.deepEqual(first('nie mam siły opiekować się mamą', 2).sort(), ['S001', 'S002'])
  assert.deepEqual(first('nie mam sily opiekowac sie mama', 2).sort(), ['S001', 'S002'])
})

test('the same trouble in other words finds the same services', () => {
  for (const query of [
    'Nie mam już siły zajmować się mamą',
    'nie daję rady opiekować się ojcem',
    'jestem wykończona, zajmuję się mężem',
    'немає сил доглядати маму',
    "I'm too tired to look after my dad",
  ]) {
    assert.deepEqual(first(query, 2).sort(), ['S001', 'S002'], query)
  }
})

test('inflected, misspelt and unaccented words find the same type', () => {
  for (const query of ['wypożyczalnia sprzętu', 'wypozyczalni sprzetu', 'wyporzyczalnia sprzentu']) {
    assert.deepEqual(first(query, 1), ['S028'], query)
  }
})

test('Ukrainian and English words find types', () => {
  assert.deepEqual(first('курси польської мови', 1), ['S115'])
  assert.deepEqual(first('sign language interpreter', 1), ['S039'])
  assert.deepEqual(first('логопед', 1), ['S043'])
})

test('slips are found among a few unknown words, not among a page of them', () => {
  const unknown = (count: number) => Array.from({ length: count }, () => 'qqxzzwvk').join(' ')
  assert.deepEqual(search(`${unknown(5)} wyporzyczalnia`, 1).hits.length, 1)
  assert.deepEqual(search(`${unknown(6)} wyporzyczalnia`, 1).hits, [])
  assert.deepEqual(search(`${unknown(6)} wypożyczalnia`, 1).hits.length, 1, 'a known word is always found')
})

test('unknown words find nothing, but the nearest types are offered', () => {
  const { hits, nearest } = search('kwantowa chromodynamika')
  assert.deepEqual(hits, [])
  assert.ok(nearest.length > 0 && nearest.length <= 5)
})

test('an empty query finds nothing and names nothing', () => {
  assert.deepEqual(search('  '), { hits: [], nearest: [] })
})

test('a query made only of stop words still does not fail', () => {
  assert.ok(Array.isArray(search('nie ma co').hits))
})

test('at most the asked number of types comes back, best first', () => {
  const { hits } = search('opieka nad mamą', 3)
  assert.equal(hits.length, 3)
  assert.deepEqual(
    hits.map(({ score }) => score),
    hits.map(({ score }) => score).sort((a, b) => b - a),
  )
})

test('any string is answered, without an exception or a score that is not a number', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (query) => {
      const { hits, nearest } = search(query)
      assert.ok(hits.every(({ score }) => Number.isFinite(score) && score > 0))
      assert.ok(hits.length === 0 || nearest.length === 0)
    }),
    { numRuns: 300 },
  )
})

test('a hundred kilobytes of text are answered as fast as a sentence', () => {
  const started = performance.now()
  for (const filler of ['ą', 'opieka ', '\u0301', 'źdźbło-', 'я']) search(filler.repeat(100_000 / filler.length))
  assert.ok(performance.now() - started < 500)
})
