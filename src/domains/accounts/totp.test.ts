import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeAtStep, newTotpSecret, nextUnusedCode, stepAt, stepOfCode, totpUri } from './totp.ts'

const now = Temporal.Instant.from('2026-11-22T09:00:10Z')

test('a code is that of RFC 6238, appendix B', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  assert.equal(codeAtStep(secret, 1), '287082')
  assert.equal(codeAtStep(secret, Math.floor(1_111_111_109 / 30)), '081804')
})

test('the step before, the present and the next are accepted, two away are not', () => {
  const secret = newTotpSecret()
  const step = stepAt(now)
  for (const away of [-1, 0, 1]) assert.equal(stepOfCode(secret, codeAtStep(secret, step + away), now), step + away)
  for (const away of [-2, 2]) assert.equal(stepOfCode(secret, codeAtStep(secret, step + away), now), undefined)
})

test('a code may be typed with a space, and what is no code is of no step', () => {
  const secret = newTotpSecret()
  const code = codeAtStep(secret, stepAt(now))
  assert.equal(stepOfCode(secret, `${code.slice(0, 3)} ${code.slice(3)}`, now), stepAt(now))
  for (const typed of ['', '12345', '1234567', 'abcdef', '１２３４５６'])
    assert.equal(stepOfCode(secret, typed, now), undefined)
})

test('three codes can be used within the window, then one waits', () => {
  const secret = newTotpSecret()
  const step = stepAt(now)
  assert.equal(nextUnusedCode(secret, 0, now), codeAtStep(secret, step - 1))
  assert.equal(nextUnusedCode(secret, step - 1, now), codeAtStep(secret, step))
  assert.equal(nextUnusedCode(secret, step, now), codeAtStep(secret, step + 1))
  assert.equal(nextUnusedCode(secret, step + 1, now), undefined)
})

test('the address for an authenticator names the centre and the account', () => {
  const uri = totpUri(newTotpSecret(), 'zofia@cus.example.org', 'Centrum Usług Społecznych')
  assert.match(uri, /^otpauth:\/\/totp\/Centrum%20Us%C5%82ug%20Spo%C5%82ecznych:zofia%40cus\.example\.org\?issuer=/)
})
