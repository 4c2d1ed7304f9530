import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Hours, isAlwaysOpen, isOpen } from './opening-hours.ts'

const hours = (byday: string, opens_at: string, closes_at: string, more: Partial<Hours> = {}): Hours => ({
  byday,
  opens_at,
  closes_at,
  valid_from: null,
  valid_to: null,
  holidays: false,
  ...more,
})
const at = (warsaw: string) => Temporal.ZonedDateTime.from(`${warsaw}[Europe/Warsaw]`).toInstant()
const office = [hours('MO,TU,WE,TH,FR', '08:00:00', '16:00:00')]

test('open from the opening minute up to, not including, the closing minute', () => {
  assert.equal(isOpen(office, at('2026-11-23T07:59:59')), false)
  assert.equal(isOpen(office, at('2026-11-23T08:00')), true)
  assert.equal(isOpen(office, at('2026-11-23T15:59:59')), true)
  assert.equal(isOpen(office, at('2026-11-23T16:00')), false)
  assert.equal(isOpen(office, at('2026-11-22T10:00')), false, 'Sunday')
})

test('eight in the morning is eight in Warsaw, in winter and in summer', () => {
  assert.equal(isOpen(office, Temporal.Instant.from('2026-11-23T07:00:00Z')), true)
  assert.equal(isOpen(office, Temporal.Instant.from('2026-07-20T06:00:00Z')), true)
  assert.equal(isOpen(office, Temporal.Instant.from('2026-07-20T05:59:00Z')), false)
})

test('the days on which clocks change open and close by the clock on the wall', () => {
  const night = [hours('SU', '01:00', '04:00')]
  assert.equal(isOpen(night, Temporal.Instant.from('2026-03-29T01:30:00Z')), true, '03:30, an hour was skipped')
  assert.equal(isOpen(night, Temporal.Instant.from('2026-03-29T02:00:00Z')), false, '04:00 summer time')
  assert.equal(isOpen(night, Temporal.Instant.from('2026-10-25T02:30:00Z')), true, '03:30 winter time')
})

test('a public holiday is closed unless the hours say that holidays count', () => {
  assert.equal(isOpen(office, at('2026-11-11T10:00')), false)
  assert.equal(isOpen([hours('WE', '08:00', '16:00', { holidays: true })], at('2026-11-11T10:00')), true)
})

test('hours past midnight belong to the day on which they began', () => {
  const bar = [hours('FR', '20:00', '02:00')]
  assert.equal(isOpen(bar, at('2026-11-27T21:00')), true)
  assert.equal(isOpen(bar, at('2026-11-28T01:59')), true)
  assert.equal(isOpen(bar, at('2026-11-28T02:00')), false)
  assert.equal(isOpen(bar, at('2026-11-27T01:00')), false)
})

test('hours hold only between their first and last day', () => {
  const winter = [hours('MO', '08:00', '16:00', { valid_from: '2026-11-24', valid_to: '2026-11-30' })]
  assert.equal(isOpen(winter, at('2026-11-23T10:00')), false)
  assert.equal(isOpen(winter, at('2026-11-30T10:00')), true)
})

test('day and night means every minute of the year', () => {
  const always = [hours('MO,TU,WE,TH,FR,SA,SU', '00:00', '23:59', { holidays: true })]
  assert.ok(isAlwaysOpen(always))
  fc.assert(
    fc.property(fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }), (seconds) =>
      isOpen(always, Temporal.Instant.fromEpochMilliseconds(seconds * 1000)),
    ),
  )
})
