import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { helpSlugs } from '#ui/help-topics.ts'
import { accessibilityText } from './accessibility-text.ts'
import { helpFolder } from './help.ts'
import { privacyText } from './privacy-text.ts'
import { fog, sentencesOf, syllables, wordsOf } from './readability.ts'

const facts = {
  centre: 'Centrum',
  address: 'ul. Próbna 1',
  email: 'a@example.pl',
  phone: '56 000 00 01',
  draftDays: 30,
}
const { sections, lead } = privacyText.pl
const notice = [lead, ...sections(facts).flatMap((one) => [one.title, ...(one.sentences ?? []), ...(one.points ?? [])])]
const { gaps, unchecked, uncheckedWay, ease, procedure, talk, tested, buildingAsk, keys, statusPlainly } =
  accessibilityText.pl
const statement = [
  statusPlainly,
  ...gaps,
  ...unchecked,
  uncheckedWay,
  ...ease,
  ...procedure,
  ...talk,
  ...tested,
  buildingAsk,
  keys,
]

const texts = new Map([
  ['twoje-dane', notice.join('\n')],
  ['deklaracja-dostepnosci', statement.join('\n')],
])
for (const slug of helpSlugs) texts.set(slug, await readFile(`${helpFolder}/${slug}.md`, 'utf8'))

test('Polish texts ask for few years of school: half of them 9 or less, none more than 12', () => {
  const scores = [...texts].map(([name, text]) => ({ name, score: fog(text) })).toSorted((a, b) => a.score - b.score)
  const said = scores.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join(', ')
  assert.ok(scores[Math.floor(scores.length / 2)]!.score <= 9, said)
  assert.ok(scores.at(-1)!.score <= 12, said)
})

test('a sentence of the help has at most 15 words', () => {
  for (const slug of helpSlugs) {
    const long = sentencesOf(texts.get(slug)!).filter((sentence) => wordsOf(sentence).length > 15)
    assert.deepEqual(long, [], slug)
  }
})

test('a text of an office scores as one', () => {
  const office =
    'W celu realizacji przedmiotowego postępowania administracyjnego niezbędne jest niezwłoczne przedłożenie dokumentacji potwierdzającej spełnianie kryteriów kwalifikacyjnych.'
  assert.ok(fog(office) > 20)
  assert.ok(fog('Zadzwoń do nas. Powiemy, co dalej.') < 4)
})

test('syllables are counted as they are heard', () => {
  for (const [word, count] of [
    ['dom', 1],
    ['pieniądze', 3],
    ['zgłoszenie', 3],
    ['koordynator', 5],
    ['imię', 2],
  ] as const)
    assert.equal(syllables(word), count, word)
})
