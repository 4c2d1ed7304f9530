import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longFiles, readSource, toSourceFile, violations, type SourceFile } from './architecture.ts'

const files = await readSource()
const standing = violations(files)

/** What a planted file adds to the violations, so that a house in disorder doesn't hide a blind check. */
const addedBy = (planted: SourceFile[]): string[] =>
  violations([...files, ...planted]).filter((sentence) => !standing.includes(sentence))

test('the house stands: layers, arrows, cycles, barrels, sizes and names', () => {
  assert.ok(files.length > 50, 'the source was read')
  assert.deepEqual(standing, [])
})

test('each long file that has a reason is really there and really long', () => {
  for (const path of Object.keys(longFiles)) {
    assert.ok(
      files.some((file) => file.path === path && file.lines > 250),
      `${path} needs no exception any more`,
    )
  }
})

/** The control: a check that can't fail is none. Each file breaks one rule, and only that rule's sentence comes. */
const planted: [path: string, text: string, sentence: RegExp][] = [
  ['platform/x.ts', `import { a } from '#ui/button.tsx'`, /a layer to its right/],
  ['domains/directory/x.ts', `import { a } from '#domains/casework/public.ts'`, /no arrow from directory to casework/],
  ['domains/casework/x.ts', `import { a } from '../directory/queries.ts'`, /only public\.ts/],
  ['domains/casework/x.ts', `import { sql } from 'kysely'`, /SQL lives in queries/],
  ['domains/casework/plan.ts', `import type { Context } from 'hono'`, /ends at the routes/],
  ['domains/casework/x-page.tsx', `import { findPlan } from './queries.ts'`, /a page gets plain values/],
  ['domains/casework/x.ts', `export default 1`, /default export/],
  ['ui/all.ts', `export { a } from './a.ts'\nexport { b } from './b.ts'`, /barrel/],
  ['ui/long.ts', 'const a = 1\n'.repeat(251), /two things live there/],
  ['ui/when.ts', `const now = new Date()`, /uses Date/],
  ['ui/utils.ts', `export const a = 1`, /a name that says nothing/],
]

for (const [path, text, sentence] of planted) {
  test(`a planted violation is caught: ${sentence.source}`, () => {
    const found = addedBy([toSourceFile(path, text)])
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0]!, sentence)
  })
}

test('a planted import cycle is caught', () => {
  const circle = [
    toSourceFile('ui/a.ts', `import { b } from './b.ts'`),
    toSourceFile('ui/b.ts', `import { c } from './c.ts'`),
    toSourceFile('ui/c.ts', `import { a } from './a.ts'`),
  ]
  assert.match(addedBy(circle).join('\n'), /import cycle: ui\/a\.ts → ui\/b\.ts → ui\/c\.ts → ui\/a\.ts/)
})
