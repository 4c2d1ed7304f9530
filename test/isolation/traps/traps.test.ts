import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { knownTraps } from './traps.ts'

const root = new URL('../../../', import.meta.url)

test('there are 24 traps, and each is held by a test that exists', async () => {
  assert.deepEqual(
    Object.keys(knownTraps).map(Number),
    Array.from({ length: 24 }, (_, index) => index + 1),
  )
  for (const [number, { heldBy }] of Object.entries(knownTraps)) {
    assert.ok(heldBy.length > 0, number)
    for (const [file, name] of heldBy) {
      const text = await readFile(new URL(file, root), 'utf8')
      assert.ok(text.includes(name), `trap ${number}: ${file} has no test "${name}"`)
    }
  }
})
