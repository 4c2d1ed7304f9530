import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Buckets } from './buckets.ts'

const pace = { atOnce: 4, perSecond: 10 }

/** How many tokens the place gives in a row. */
function taken(buckets: Buckets, place: string, now: number): number {
  let count = 0
  while (count < 100 && buckets.take(place, now)) count += 1
  return count
}

test('a place gives as many at once as the pace says, then one each time a share of the second has gone by', () => {
  const buckets = new Buckets(pace)
  assert.equal(taken(buckets, 'a', 1000), 4)
  assert.equal(buckets.wait('a', 1000), 100)
  assert.equal(taken(buckets, 'a', 1099), 0)
  assert.equal(taken(buckets, 'a', 1100), 1)
  assert.equal(taken(buckets, 'a', 1350), 2)
})

test('a place that was quiet has a full bucket, however long it was quiet', () => {
  const buckets = new Buckets(pace)
  taken(buckets, 'a', 0)
  assert.equal(taken(buckets, 'a', 400), 4)
  assert.equal(taken(buckets, 'a', 3_600_000), 4)
})

test('over a minute no more is given than the pace, whenever it is asked for', () => {
  const buckets = new Buckets(pace)
  let count = 0
  for (let now = 0; now < 60_000; now += 7) count += taken(buckets, 'a', now)
  assert.ok(count <= 4 + 600, String(count))
  assert.ok(count >= 600, String(count))
})

test('one place takes nothing from another', () => {
  const buckets = new Buckets(pace)
  taken(buckets, 'a', 0)
  assert.equal(buckets.wait('b', 0), 0)
  assert.equal(taken(buckets, 'b', 0), 4)
})

test('no more places are remembered than there is room for; one that keeps asking is not the one forgotten', () => {
  const buckets = new Buckets(pace, 50)
  taken(buckets, 'flood', 0)
  for (let other = 0; other < 1000; other += 1) {
    buckets.take(`other ${other}`, other)
    if (other % 20 === 0) taken(buckets, 'flood', other)
  }
  assert.equal(buckets.size, 50)
  assert.ok(taken(buckets, 'flood', 1000) <= 1)
})
