import assert from 'node:assert/strict'
import { test } from 'node:test'

import { analyse } from './analyse.ts'
import { editDistance } from './edit-distance.ts'
import { fold, phoneticKey } from './fold.ts'
import { stemUkrainian, toPolishSpelling } from './ukrainian.ts'

test('folding drops Polish diacritics, composed or not', () => {
  assert.equal(fold('ŹRÓDŁO zażółć'), 'zrodlo zazolc')
  assert.equal(fold('zaz\u0307o\u0301łc\u0301'), 'zazolc')
})

test('words written by ear share a key', () => {
  for (const [right, heard] of [
    ['morze', 'może'],
    ['chleb', 'hleb'],
    ['geriatra', 'gerjatra'],
    ['gorzka', 'gożka'],
  ] as const) {
    assert.equal(phoneticKey(fold(right)), phoneticKey(fold(heard)))
  }
})

test('inflected Polish words share a stem, with and without diacritics', () => {
  const stems = (word: string) => analyse(word)[0]?.stems ?? []
  assert.ok(stems('opiekę').some((stem) => stems('opieki').includes(stem)))
  assert.ok(stems('opieke').some((stem) => stems('opiekę').includes(stem)))
})

test('stop words go, with and without diacritics, unless they are all there is', () => {
  assert.deepEqual(
    analyse('żeby zeby pomoc').map(({ form }) => form),
    ['pomoc'],
  )
  assert.equal(analyse('nie ma').length, 2)
})

test('not coping is a want of strength, not of advice', () => {
  const said = analyse('nie mam siły')
  for (const idiom of ['Nie daję sobie rady', 'nie daje juz rady', 'Nie radzę sobie']) {
    assert.deepEqual(analyse(idiom), said, idiom)
  }
  assert.equal(analyse('daję rady').length, 2)
})

test('Ukrainian endings are stripped and letters turned into Polish spelling', () => {
  assert.equal(stemUkrainian('бабусі'), stemUkrainian('бабуся'))
  assert.equal(toPolishSpelling('логопед'), 'lohoped')
})

test('a swap of neighbours is one slip, and counting stops at the limit', () => {
  assert.equal(editDistance('transprot', 'transport', 2), 1)
  assert.equal(editDistance('kot', 'kat', 1), 1)
  assert.equal(editDistance('kot', 'pies', 1), 2)
  assert.equal(editDistance('', 'ab', 2), 2)
})
