import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatForReading, newReceiptCode, parseReceiptCode, receiptHash } from './receipt-code.ts'
import { createSealer } from './sealing.ts'

const anyCode = fc.nat(0).map(() => newReceiptCode())

test('a new code is sixteen digits, reads in four groups and comes back however it is typed', () => {
  fc.assert(
    fc.property(anyCode, fc.constantFrom(' ', '-', '  ', '–', ' - ', '.', '\u00a0', ''), (code, between) => {
      assert.match(formatForReading(code), /^\d{4} \d{4} \d{4} \d{4}$/)
      const typed = formatForReading(code).replaceAll(' ', between)
      assert.deepEqual(parseReceiptCode(typed), { code })
    }),
  )
})

test('one wrong digit is always caught', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(15), fc.integer({ min: 1, max: 9 }), (code, at, by) => {
      const wrong = code.slice(0, at) + String((Number(code[at]) + by) % 10) + code.slice(at + 1)
      assert.deepEqual(parseReceiptCode(wrong), { refused: 'receipt-mistyped' })
    }),
  )
})

test('two swapped neighbours are always caught', () => {
  fc.assert(
    fc.property(anyCode, fc.nat(14), (code, at) => {
      fc.pre(code[at] !== code[at + 1])
      const swapped = code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2)
      assert.deepEqual(parseReceiptCode(swapped), { refused: 'receipt-mistyped' })
    }),
  )
})

test('anything that is not sixteen digits is refused in words, never with an error', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (typed) => {
      const parsed = parseReceiptCode(typed)
      assert.ok('code' in parsed || parsed.refused.startsWith('receipt-'))
    }),
  )
  assert.deepEqual(parseReceiptCode('1234 5678'), { refused: 'receipt-not-sixteen-digits' })
})

test('codes do not repeat and use every digit in every random place', () => {
  const codes = Array.from({ length: 2_000 }, newReceiptCode)
  assert.equal(new Set(codes).size, codes.length)
  for (let place = 0; place < 16; place += 1) assert.equal(new Set(codes.map((code) => code[place])).size, 10)
})

test('the kept hash depends on the key, and equal codes are found by it', () => {
  const code = newReceiptCode()
  const [one, other] = [createSealer('a'.repeat(40)), createSealer('b'.repeat(40))]
  assert.deepEqual(receiptHash(one, code), receiptHash(one, code))
  assert.notDeepEqual(receiptHash(one, code), receiptHash(other, code))
  assert.equal(receiptHash(one, code).length, 32)
})
