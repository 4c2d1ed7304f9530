import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { isSafePattern } from 'redos-detector'
import { collect, findExpressions, type Expression } from './expressions.ts'

/**
 * Expressions that the checker can't prove harmless because they look at every ending of a text or hold many endings:
 * each with the worst text there is for it, as long as its place lets a text be.
 */
const measured: Record<string, { worst: string; why: string }> = {
  '^\\P{L}+|\\P{L}+$': { worst: `${'1'.repeat(199)}a`, why: 'a password has at most 200 signs' },
  '(?:ування|ювання|ння|ття|': { worst: 'ами'.repeat(14), why: 'a word is cut to 40 letters' },
  '(?<!\\p{L})nie (?:(?:ju[zż]|sobie) ){0,2}': {
    worst: 'nie już sobie daję już '.repeat(4500),
    why: 'a whole address',
  },
}

/** Reads our own pages in tests, and nothing else. */
const onlyInTests = 'src/information/readability.ts'

const worstMilliseconds = 50

const measuredFor = ({ pattern }: Expression) =>
  Object.entries(measured).find(([beginning]) => pattern.startsWith(beginning))?.[1]

function isProvenSafe({ pattern, flags }: Expression): boolean {
  const options = {
    unicode: /[uv]/.test(flags),
    caseInsensitive: flags.includes('i'),
    multiLine: flags.includes('m'),
    dotAll: flags.includes('s'),
  }
  return isSafePattern(pattern, { ...options, maxScore: 300, timeout: 20_000 }).safe
}

const { literals, made } = await findExpressions()
const different = [...new Map(literals.map((one) => [`/${one.pattern}/${one.flags}`, one])).values()]

test('no expression is made of a string, so nothing that was typed becomes a part of one', () => {
  assert.deepEqual(made, [])
})

test('every expression is harmless for every text, or measured at its worst', () => {
  assert.ok(different.length >= 100)
  const unsafe = different.filter((one) => one.file !== onlyInTests && !measuredFor(one) && !isProvenSafe(one))
  assert.deepEqual(
    unsafe.map(({ file, pattern }) => `${file} ${pattern}`),
    [],
  )
  console.log(`expressions: ${different.length}, of which ${Object.keys(measured).length} measured, 0 vulnerable`)
})

test('what is only for tests is used by tests only', async () => {
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    if (!/\.test\.tsx?$/.test(file)) assert.doesNotMatch(await readFile(file, 'utf8'), /\/readability\.ts'/, file)
  }
})

test('what is measured is used, and takes under 50 ms for the worst text', () => {
  for (const [beginning, { worst }] of Object.entries(measured)) {
    const found = different.filter(({ pattern }) => pattern.startsWith(beginning))
    assert.equal(found.length, 1, beginning)
    const expression = new RegExp(found[0]!.pattern, found[0]!.flags)
    const began = performance.now()
    worst.replace(expression, '')
    assert.ok(performance.now() - began < worstMilliseconds, beginning)
  }
})

test('the checker finds what is known to be bad', () => {
  const bad = ['^(a+)+$', '^([a-zA-Z0-9._-]+)+@x$', '^(\\w+\\s?)*$', '(x+x+)+y', '^(a|a)*b$']
  for (const pattern of bad) {
    assert.equal(isSafePattern(pattern, { maxScore: 300, timeout: 400 }).safe, false, pattern)
  }
  const found = { literals: [], made: [] as string[] }
  collect('planted.ts', 'export const isIn = (a: string, b: string) => new RegExp(a).test(b)', found)
  assert.equal(found.made.length, 1)
})
