import assert from 'node:assert/strict'
import { test } from 'node:test'
import { easterSunday, isPublicHoliday } from './polish-holidays.ts'

const free = (day: string) => isPublicHoliday(Temporal.PlainDate.from(day))

test('Easter falls on its day', () => {
  for (const [year, day] of [
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ] as const) {
    assert.equal(easterSunday(year).toString(), day)
  }
})

test('fixed and movable holidays of 2026 are free, the days beside them are not', () => {
  const holidays = ['2026-01-01', '2026-01-06', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-03', '2026-05-24']
  const more = ['2026-06-04', '2026-08-15', '2026-11-01', '2026-11-11', '2026-12-24', '2026-12-25', '2026-12-26']
  for (const day of [...holidays, ...more]) assert.ok(free(day), day)
  for (const day of ['2026-01-02', '2026-04-04', '2026-05-02', '2026-06-05', '2026-11-10', '2026-12-31']) {
    assert.ok(!free(day), day)
  }
})

test('Christmas Eve is free since 2025', () => {
  assert.equal(free('2024-12-24'), false)
  assert.equal(free('2025-12-24'), true)
})
