import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { test } from 'node:test'
import fc from 'fast-check'
import { fontCharacters } from './font-characters.ts'
import { asPrintable, renderDocument } from './typst.ts'
import { wasmEngine } from './typst-engine.ts'

const template = `#set document(title: "T")
#set text(lang: "pl", font: "Source Sans 3", fallback: false)
= Tytuł
#json(bytes(sys.inputs.values)).words`

const isPdf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1', 0, 5) === '%PDF-'

test('any text a person can type becomes a document, never an error', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({
      unit: fc.constantFrom('#', '$', '*', '@', '\\', '[', ']', '{', '"', '<', '`', '\n', '\0', '\ud800', '🙂', 'ї'),
    }),
  )
  await fc.assert(
    fc.asyncProperty(text, async (words) => {
      assert.ok(isPdf(await renderDocument(template, { words })))
    }),
    { numRuns: 80 },
  )
})

test('letters stay, control marks and emoji go, a letter the font lacks becomes a box', async () => {
  await renderDocument(template, { words: '' })
  assert.equal(asPrintable('Zażółć gęślą jaźń, Їжак і Ґанок'), 'Zażółć gęślą jaźń, Їжак і Ґанок')
  assert.equal(asPrintable('tak 🙂\u202E\u0000'), 'tak ')
  assert.equal(asPrintable('漢'), '□')
  assert.equal(asPrintable('a\r\nb\tc'), 'a\nb c')
  assert.equal(asPrintable('1\uFE0F\u20E3'), '1')
})

test('the character map of the font covers Polish and Ukrainian and not Chinese', () => {
  const require = createRequire(import.meta.url)
  const has = fontCharacters(
    readFileSync(require.resolve('@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf')),
  )
  assert.ok(Array.from('ąćęłńóśźżĄĆĘŁŃÓŚŹŻіїєґІЇЄҐ„”–—…').every(has))
  assert.ok(!has('漢') && !has('\u{1F642}'))
})

test('where there is no native compiler the same template gives a tagged document', async () => {
  const require = createRequire(import.meta.url)
  const font = readFileSync(require.resolve('@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf'))
  const compile = await wasmEngine([font])
  for (const words of ['#panic("a")', 'Їжак']) {
    const bytes = Buffer.from(compile(template, { values: JSON.stringify({ words }) }))
    assert.ok(isPdf(bytes))
    assert.match(bytes.toString('latin1'), /\/Marked true/)
  }
  assert.throws(() => compile('#panic("broken")', {}), /Typst/)
})
