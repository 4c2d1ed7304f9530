import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { maskPesel, parsePesel, peselBirthDate, peselCheckDigit, type Pesel } from './pesel.ts'

const monthCode = (year: number) => ({ 18: 80, 19: 0, 20: 20, 21: 40, 22: 60 })[Math.floor(year / 100)]!
const two = (number: number) => String(number).padStart(2, '0')

function numberFor(born: Temporal.PlainDate, serial: number): string {
  const digits = `${two(born.year % 100)}${two(born.month + monthCode(born.year))}${two(born.day)}${String(serial).padStart(4, '0')}`
  return `${digits}${peselCheckDigit(digits)}`
}
const born = fc.integer({ min: 0, max: 182_620 }).map((days) => Temporal.PlainDate.from('1800-01-01').add({ days }))
const valid = fc.tuple(born, fc.integer({ min: 0, max: 9999 }))

test('a number gives back the date of birth in all five centuries', () => {
  fc.assert(
    fc.property(valid, ([date, serial]) => {
      const parsed = parsePesel(numberFor(date, serial))
      assert.ok('pesel' in parsed)
      assert.ok(peselBirthDate(parsed.pesel).equals(date))
    }),
  )
})

test('a published sample number is accepted, with spaces and dashes too', () => {
  for (const typed of ['44051401359', '440514 01359', '440514-01359', ' 44 05 14 01359 ']) {
    assert.deepEqual(parsePesel(typed), { pesel: '44051401359' })
  }
})

test('one mistyped digit is always refused', () => {
  fc.assert(
    fc.property(valid, fc.nat(10), fc.integer({ min: 1, max: 9 }), ([date, serial], at, by) => {
      const right = numberFor(date, serial)
      const wrong = right.slice(0, at) + String((Number(right[at]) + by) % 10) + right.slice(at + 1)
      assert.ok('refused' in parsePesel(wrong))
    }),
  )
})

test('a date that does not exist is refused although the checksum fits', () => {
  for (const start of ['010229', '021301', '020001', '020132', '029401']) {
    const digits = `${start}1234`
    assert.deepEqual(parsePesel(`${digits}${peselCheckDigit(digits)}`), { refused: 'pesel-not-a-date' })
  }
})

test('whatever is typed, the answer is a number or a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (typed) => {
      const parsed = parsePesel(typed)
      assert.ok('pesel' in parsed ? /^\d{11}$/.test(parsed.pesel) : parsed.refused.startsWith('pesel-'))
    }),
  )
})

test('the mask shows four digits and hides the date of birth', () => {
  assert.equal(maskPesel('44051401359' as Pesel), '*******1359')
})

test('a number of another length, or with letters, is told by that and not by its sum', () => {
  for (const typed of ['', '4405140145', '440514014588', '4405140145x']) {
    assert.deepEqual(parsePesel(typed), { refused: 'pesel-not-eleven-digits' }, typed)
  }
})
