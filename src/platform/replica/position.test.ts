import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPosition, whyNotFromCopy, writePosition } from './position.ts'

const at = (text: string): bigint => readPosition(text)!

test('positions are ordered as in the log, across its files', () => {
  const inOrder = ['0/0', '0/1', '0/FFFFFFFF', '1/0', '1/A0', '16/B374D848', 'FFFFFFFF/FFFFFFFF']
  const sorted = inOrder.map(at).toSorted((a, b) => (a < b ? -1 : 1))
  assert.deepEqual(sorted.map(writePosition), inOrder)
})

test('what is no position is none', () => {
  for (const text of ['', '0', '0/', '/0', '0/123456789', '0/G', ' 0/1', '0/1\n0/2', '-1/0']) {
    assert.equal(readPosition(text), undefined, text)
  }
})

test('a copy answers whoever need see nothing that it lacks', () => {
  assert.equal(whyNotFromCopy(at('1/0'), []), undefined)
  assert.equal(whyNotFromCopy(at('1/0'), [at('1/0'), at('0/FFFFFFFF')]), undefined)
  assert.equal(whyNotFromCopy(at('1/0'), [at('0/1'), at('1/1')]), 'behind')
})

test('a server that is no copy, or no longer one, never answers as one', () => {
  assert.equal(whyNotFromCopy(undefined, []), 'no-copy')
})
