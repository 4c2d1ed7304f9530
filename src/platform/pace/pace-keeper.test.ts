import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Buckets } from './buckets.ts'
import { KnownSessions } from './known-sessions.ts'
import { Lines } from './lines.ts'
import { PaceKeeper } from './pace-keeper.ts'

const timers = () => process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length

/** Four pages at once and two a second, by a clock that the test sets. */
function aKeeper() {
  const clock = { now: 0 }
  return { clock, keeper: new PaceKeeper({ perSecond: 2, secondsAtOnce: 2, now: () => clock.now }) }
}

const takeAll = (keeper: PaceKeeper, place: string) => {
  while (keeper.mayGo(place));
}

test('within the pace there is no timer, however many places ask', () => {
  const { keeper } = aKeeper()
  const before = timers()
  for (let place = 0; place < 500; place += 1) for (let page = 0; page < 4; page += 1) keeper.mayGo(`place ${place}`)
  assert.equal(timers(), before)
})

test('nobody is passed over: while some wait at a place, who comes later waits behind them', async () => {
  const { keeper, clock } = aKeeper()
  takeAll(keeper, 'a')
  const first = keeper.waitForTurn('a')!
  clock.now = 5_000
  assert.equal(keeper.mayGo('a'), false)
  assert.equal(keeper.mayGo('b'), true)
  first.leave()
  assert.equal(await first.outcome, 'gone')
  assert.equal(keeper.mayGo('a'), true)
})

test('those who wait come in their order, each with a token of the place', async () => {
  const buckets = new Buckets({ atOnce: 1, perSecond: 50 })
  const lines = new Lines(buckets, { each: 10, all: 10 }, () => performance.now())
  buckets.take('a', performance.now())
  const came: number[] = []
  const began = performance.now()
  const waits = [1, 2, 3].map(async (who) => {
    assert.equal(await lines.join('a')!.outcome, 'come')
    came.push(who)
  })
  await Promise.all(waits)
  assert.deepEqual(came, [1, 2, 3])
  assert.ok(performance.now() - began > 50)
  assert.equal(lines.isWaitedAt('a'), false)
})

test('there is room for so many at a place and so many in all, and a place left is free again', () => {
  const lines = new Lines(new Buckets({ atOnce: 1, perSecond: 1 }), { each: 2, all: 3 }, () => 0)
  const waits = ['a', 'a', 'a', 'b', 'b'].map((place) => lines.join(place))
  assert.deepEqual(
    waits.map((wait) => wait !== undefined),
    [true, true, false, true, false],
  )
  waits[0]!.leave()
  waits[0]!.leave()
  assert.ok(lines.join('b'))
  assert.equal(lines.join('c'), undefined)
  lines.endAll('stopping')
})

test('after a stop nobody waits, nothing is kept back, and no timer is left', async () => {
  const { keeper } = aKeeper()
  const before = timers()
  takeAll(keeper, 'a')
  const waits = [keeper.waitForTurn('a'), keeper.waitForTurn('a'), keeper.holdAnswer()].map((wait) => wait!.outcome)
  assert.equal(timers(), before + 2)
  keeper.stop()
  assert.deepEqual(await Promise.all(waits), ['stopping', 'stopping', 'stopping'])
  assert.equal(timers(), before)
  assert.equal(keeper.waitForTurn('a'), undefined)
  assert.equal(keeper.holdAnswer(), undefined)
})

test('a session is known for ten minutes after it was seen at work, and no more of them than there is room for', () => {
  const known = new KnownSessions(3)
  known.add('a', 0)
  assert.equal(known.has('a', 599_999), true)
  assert.equal(known.has('a', 600_000), false)
  for (const token of ['b', 'c', 'b', 'd', 'e']) known.add(token, 1)
  assert.deepEqual(
    ['a', 'b', 'c', 'd', 'e'].map((token) => known.has(token, 2)),
    [false, true, false, true, true],
  )
})
