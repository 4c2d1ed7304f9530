import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { langs } from '#platform/i18n.ts'
import { auditDetailText } from './audit-detail-text.ts'
import { detailLines } from './audit-detail.ts'

const wordOf = (code: string) =>
  ({ 'state.application.assigned': 'ma koordynatora', 'value.not-justified': 'nieuzasadniony' })[code]
const read = (event: string, detail: object) =>
  detailLines('pl', { event, detail: JSON.stringify(detail) }, wordOf).map(({ what, value }) => `${what}: ${value}`)

test('a step is read as what was and what is, days as days', () => {
  assert.deepEqual(read('application.assigned', { from: 'received', to: 'assigned' }), [
    'było: received',
    'stan: ma koordynatora',
  ])
  assert.deepEqual(read('role.granted', { role: 'director', from: '2026-11-02', until: null }), [
    'rola: Dyrektor centrum',
    'od: 2 listopada 2026',
  ])
})

test('a key that means something else in one event is read as what it means there', () => {
  assert.deepEqual(read('looks.read', { named: true }), ['z nazwiskami: tak'])
  assert.deepEqual(read('restriction.set', { named: 2 }), ['ile osób widzi akta: 2'])
})

test('yes, no and the words of other domains are read; what nobody knows stands as it was written', () => {
  assert.deepEqual(read('emergency.judged', { breakGlass: true, judgement: 'not-justified' }), [
    'dostęp awaryjny: tak',
    'ocena: nieuzasadniony',
  ])
  assert.deepEqual(read('thing.written', { colour: 'blue' }), ['colour: blue'])
})

const sources = globSync('src/**/*.{ts,tsx}', { exclude: (name) => name.includes('.test.') })
const keysIn = (source: string): string[] =>
  [...source.matchAll(/\bdetail(?:: | = )\{([^}]*)\}/g)].flatMap(([, inside = '']) =>
    inside
      .replaceAll(/\([^()]*\)/g, '')
      .split(',')
      .flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? []),
  )

test('whatever is written into the journal has a word in each language', () => {
  const written = new Set(sources.flatMap((path) => keysIn(readFileSync(path, 'utf8'))))
  assert.ok(written.size >= 30, `only ${written.size} keys were found`)
  for (const lang of langs) {
    assert.deepEqual([...written].filter((key) => !Object.hasOwn(auditDetailText[lang].keys, key)).toSorted(), [], lang)
  }
})
