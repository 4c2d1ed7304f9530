import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doseText, unitName } from './dose-text.ts'

const weekly = (amount: number, times = 1) => ({ amount, unit: 'hour' as const, times, per: 'week' as const })

test('Polish amounts take the right form, fractions too', () => {
  assert.deepEqual(
    [1, 2, 5, 22, 1.5].map((amount) => doseText('pl', weekly(amount))),
    [
      '1 godzina, raz w tygodniu',
      '2 godziny, raz w tygodniu',
      '5 godzin, raz w tygodniu',
      '22 godziny, raz w tygodniu',
      '1,5 godziny, raz w tygodniu',
    ],
  )
  assert.equal(doseText('pl', weekly(4, 2)), '4 godziny, 2 razy w tygodniu')
  assert.equal(doseText('pl', { amount: 1, unit: 'meal', times: 1, per: 'day' }), '1 posiłek, codziennie')
  assert.equal(doseText('pl', { amount: 14, unit: 'day', times: 1, per: 'plan' }), '14 dób, jednorazowo')
})

test('the same dose reads naturally in Ukrainian and English', () => {
  assert.equal(doseText('uk', weekly(5, 3)), '5 годин, 3 рази на тиждень')
  assert.equal(doseText('en', weekly(1, 2)), '1 hour, 2 times a week')
})

test('a unit has a name of its own for a form', () => {
  assert.deepEqual(
    [unitName('pl', 'hour'), unitName('uk', 'visit'), unitName('en', 'km')],
    ['godziny', 'візити', 'kilometres'],
  )
})
