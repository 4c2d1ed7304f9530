import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printedValue } from './printed-value.ts'

const printed = (value: string) => printedValue(value, { table: 'need_report', column: 'words', row: {}, names: {} })

test('a day and an hour are read as in Poland', () => {
  assert.equal(printed('2026-11-22'), '22 listopada 2026')
  assert.match(printed('2026-11-22T08:30:00.000Z'), /22 listopada 2026.*9:30/)
})

test('what only looks like a day is printed as it was typed', () => {
  for (const words of [
    '2026-13-45',
    '2026-02-30',
    '0000-00-00',
    '2026-01-01T99:99:99Z',
    '2026-01-01T....Z',
    '29.02.2027',
  ])
    assert.equal(printed(words), words)
})

test('whatever anybody typed can be printed', () => {
  const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`))
  const almostDay = fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-'))
  const almostHour = fc.tuple(almostDay, fc.stringMatching(/^[\d:.]{1,12}$/)).map(([day, hour]) => `${day}T${hour}Z`)
  fc.assert(
    fc.property(fc.oneof(fc.string(), almostDay, almostHour), (words) => {
      assert.equal(typeof printed(words), 'string')
    }),
    { numRuns: 3_000 },
  )
})
