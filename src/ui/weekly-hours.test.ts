import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weeklyHours } from './weekly-hours.ts'

test('days and times are said in the language of the page', () => {
  const written = 'poniedziałek–piątek, 7:30–15:30'
  assert.equal(weeklyHours('uk', written), 'понеділок–пʼятниця, 7:30–15:30')
  assert.equal(weeklyHours('en', written), 'Monday–Friday, 7:30–15:30')
  assert.equal(
    weeklyHours('en', 'Poniedziałek - środa 8.00 - 16.00; czwartek, 10:00–18:00'),
    'Monday–Wednesday, 8:00–16:00; Thursday, 10:00–18:00',
  )
})

test('what a centre says in other words stays as it is', () => {
  for (const written of ['pon.–pt. 7–15', 'codziennie', 'poniedziałek–piątek, 7:30–15:30, w święta zamknięte', '']) {
    assert.equal(weeklyHours('uk', written), undefined, written)
  }
})
