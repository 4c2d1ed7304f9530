import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applicationsText } from './applications/text.ts'
import { intakeText } from './intake/text.ts'
import { reportsText } from './reports/text.ts'
import { residentText } from './resident/text.ts'

/** Every sentence with its path; functions are asked for what they say. */
function sentences(text: unknown, path = ''): [path: string, sentence: string][] {
  if (typeof text === 'string') return [[path, text]]
  if (typeof text === 'function') return sentences((text as (...words: unknown[]) => unknown)(22, 'x'), path)
  if (typeof text !== 'object' || text === null) return []
  return Object.entries(text).flatMap(([key, value]) => sentences(value, `${path}.${key}`))
}

const longest = (text: string): number =>
  Math.max(...text.split(/[.?!:]+(?=\s|$)|[„”“]/).map((part) => part.trim().split(/\s+/).length))

for (const [name, text] of Object.entries({ intakeText, reportsText, applicationsText, residentText })) {
  test(`${name}: no sentence is longer than fifteen words in any language`, () => {
    for (const lang of ['pl', 'uk', 'en'] as const) {
      for (const [path, sentence] of sentences(text[lang])) {
        assert.ok(longest(sentence) <= (lang === 'pl' ? 15 : 18), `${lang}${path}: ${sentence}`)
      }
    }
  })

  test(`${name}: Ukrainian and English have every sentence, none left in Polish`, () => {
    const polish = new Map(sentences(text.pl))
    for (const lang of ['uk', 'en'] as const) {
      const own = new Map(sentences(text[lang]))
      assert.deepEqual([...own.keys()], [...polish.keys()])
      for (const [path, sentence] of own) {
        const same =
          sentence === polish.get(path) && /[a-ząćęłńóśźż]{5}/i.test(sentence.replaceAll(/PESEL|E-mail/g, ''))
        assert.ok(!same, `${lang}${path}: ${sentence}`)
      }
    }
  })
}
