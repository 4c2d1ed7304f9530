import assert from 'node:assert/strict'
import { test } from 'node:test'
import { transitionText } from '#platform/transition-text.ts'
import { ruleTextEn } from './rule-text.en.ts'
import { ruleTextPl } from './rule-text.pl.ts'
import { ruleTextUk } from './rule-text.uk.ts'

const sections = Object.keys(ruleTextPl) as (keyof typeof ruleTextPl)[]
const longestSentence = (text: string) => Math.max(...text.split(/[.?!:]\s/).map((part) => part.split(/\s+/).length))

test('no sentence is longer than fifteen words, and none is left in Polish', () => {
  for (const section of sections) {
    for (const [key, polish] of Object.entries(ruleTextPl[section])) {
      const others = [ruleTextUk, ruleTextEn].map((text) => (text[section] as Record<string, string>)[key]!)
      for (const text of [polish, ...others]) assert.ok(longestSentence(text) <= 15, text)
      assert.ok(!others.includes(polish), key)
    }
  }
})

test('Ukrainian sentences are written in Ukrainian letters', () => {
  const all = [
    ...sections.flatMap((section) => Object.values(ruleTextUk[section])),
    ...Object.values(transitionText.uk),
  ]
  for (const text of all) assert.doesNotMatch(text.replaceAll('PESEL', ''), /[a-ząćęłńóśźżыэъё]/i, text)
})
