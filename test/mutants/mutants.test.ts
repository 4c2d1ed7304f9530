import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { transform } from 'esbuild'
import { patterns } from './patterns.ts'
import { sourceMutants } from './source.ts'

/** The proof that takes every guard away runs for long; that it would find guards to take away is known here. */
const mutants = await sourceMutants(fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, ''))

test('every kind of guard is found in the source', () => {
  assert.ok(mutants.length >= 300, String(mutants.length))
  for (const { kind } of patterns)
    assert.ok(
      mutants.some((mutant) => mutant.kind === kind),
      kind,
    )
})

test('every mutant is a program that says something else, and has a test to notice it', async () => {
  for (const { name, tests, change } of mutants) {
    assert.ok('file' in change)
    const loader = change.file.endsWith('x') ? 'tsx' : 'ts'
    await transform(change.text, { loader }).catch(() => assert.fail(`${name} is no program`))
    assert.ok(tests.length > 0, name)
  }
})
