import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { createSealer } from './sealing.ts'

const sealer = createSealer('a secret that is long enough for tests')

test('what was sealed is opened again, and looks different each time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const wellFormed = text.toWellFormed()
      const [one, other] = [sealer.seal('pesel', wellFormed), sealer.seal('pesel', wellFormed)]
      assert.equal(sealer.unseal('pesel', one), wellFormed)
      assert.notDeepEqual(one, other)
    }),
  )
})

test('a changed byte, another purpose or another secret opens nothing', () => {
  const sealed = sealer.seal('pesel', '44051401359')
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed)
    changed[at]! ^= 1
    assert.throws(() => sealer.unseal('pesel', changed))
  }
  assert.throws(() => sealer.unseal('totp', sealed))
  assert.throws(() => createSealer('another secret that is long enough').unseal('pesel', sealed))
})

test('a keyed hash is the same for the same value and differs by purpose and secret', () => {
  const hash = sealer.hash('pesel', '1')
  assert.deepEqual(sealer.hash('pesel', '1'), hash)
  assert.notDeepEqual(sealer.hash('pesel', '2'), hash)
  assert.notDeepEqual(sealer.hash('phone', '1'), hash)
  assert.notDeepEqual(createSealer('another secret that is long enough').hash('pesel', '1'), hash)
})
