import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { z } from 'zod'
import { parseForm, toFormValues, valueOf, valuesOf } from './forms.ts'

const schema = z.object({ name: z.string('Podaj imię').min(1, 'Podaj imię'), year: z.coerce.number('Podaj rok') })

test('a mistake belongs to its field, once, and what was typed is kept', () => {
  const parsed = parseForm(schema, { name: '', year: 'dawno' })
  assert.equal(parsed.ok, false)
  assert.deepEqual(!parsed.ok && parsed.errors, [
    { field: 'name', message: 'Podaj imię' },
    { field: 'year', message: 'Podaj rok' },
  ])
  assert.deepEqual(parsed.values, { name: '', year: 'dawno' })
})

test('any body is read without a throw, keeps every value but NUL, and never reaches a prototype', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }))), (pairs) => {
      const values = toFormValues(new URLSearchParams(pairs))
      for (const [name] of new URLSearchParams(pairs)) {
        if (name === '__proto__') continue
        assert.ok(valuesOf(values, name).length > 0)
        assert.ok(!valueOf(values, name).includes('\0'))
      }
      assert.equal(Object.getPrototypeOf(values), null)
    }),
  )
})

test('names of an object’s own machinery are values like any other, or nothing', () => {
  const values = toFormValues(new URLSearchParams('constructor=a&__proto__=b&toString=c'))
  assert.equal(valueOf(values, 'constructor'), 'a')
  assert.equal(valueOf(values, '__proto__'), '')
  assert.equal(valueOf(values, 'hasOwnProperty'), '')
})

test('a field sent a hundred thousand times is read in no time', () => {
  const began = performance.now()
  const values = toFormValues(new URLSearchParams('a=1&'.repeat(100_000)))
  assert.equal(values['a']?.length, 100_000)
  assert.ok(performance.now() - began < 2000)
})
