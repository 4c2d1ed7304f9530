import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, newPassword, verifyPassword, whyNotPassword } from './password.ts'

const owner = { email: 'zofia.lipska@cus.example.org', name: 'Zofia Lipska' }

test('eleven characters are too few, twelve are enough, two hundred and one too many', () => {
  assert.equal(whyNotPassword('mgła-i-rosa', owner), 'too-short')
  assert.equal(whyNotPassword('mgła-i-rosaX', owner), undefined)
  assert.equal(whyNotPassword('ż'.repeat(3) + 'kotwica w rosole '.repeat(12), owner), 'too-long')
})

test('no mixture of characters is demanded', () => {
  for (const password of ['czterysłonieizielonerowery', '918273645500172', '🐢🐢🦔🌧️ żółw i jeż pod liściem']) {
    assert.equal(whyNotPassword(password, owner), undefined, password)
  }
})

test('a common password is refused in its usual disguises, Polish ones too', () => {
  const disguises = [
    'P@ssw0rd2026!',
    'passwordpassword',
    'Haslo1234567',
    'HASŁO-2026-2026',
    'h4sl0h4sl0h4sl0',
    'Krzysztof1985!',
    '!!!kochanie!!!123',
    'Warszawa2026!!',
    'qwertyuiop1234',
    '1qaz2wsx3edc',
    'dziękuję!!!!!',
    '  administrator  ',
  ]
  for (const password of disguises) assert.equal(whyNotPassword(password, owner), 'common', password)
})

test('one thing said over and over is refused', () => {
  for (const password of [
    'aaaaaaaaaaaa',
    'abababababab',
    '123412341234',
    '123456789012',
    '987654321098',
    'abcdefghijkl',
  ]) {
    assert.equal(whyNotPassword(password, owner), 'repeats', password)
  }
})

test("the owner's own name or address is refused", () => {
  for (const password of ['zofia.lipska@cus.example.org', 'ZofiaLipska2026', 'lipska-zofia!', 'Lipska, Zofia 12']) {
    assert.equal(whyNotPassword(password, owner), 'names-its-owner', password)
  }
})

test('a hash is argon2id with its parameters written in it and opens with its password only', async () => {
  const stored = await hashPassword('zielona łódka na wiśle')
  assert.match(stored, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await verifyPassword(stored, 'zielona łódka na wiśle'), true)
  assert.equal(await verifyPassword(stored, 'zielona łódka na wiśle'.normalize('NFD')), true)
  assert.equal(await verifyPassword(stored, 'zielona lódka na wiśle'), false)
})

test('without an account the same work is done and the answer is no', async () => {
  await verifyPassword(undefined, 'warm up')
  const stored = await hashPassword('zielona łódka na wiśle')
  const wrong = await milliseconds(() => verifyPassword(stored, 'wrong wrong wrong'))
  const unknown = await milliseconds(() => verifyPassword(undefined, 'wrong wrong wrong'))
  assert.ok(unknown > wrong / 3, `${unknown} ms against ${wrong} ms`)
  assert.equal(await verifyPassword(undefined, 'wrong wrong wrong'), false)
})

test('a first password satisfies its own rules', () => {
  for (let i = 0; i < 50; i += 1) assert.equal(whyNotPassword(newPassword(), owner), undefined)
})

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  for (let i = 0; i < 5; i += 1) await work()
  return performance.now() - started
}
