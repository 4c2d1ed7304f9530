import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeNextPath } from './next-path.ts'

test('a path of this site is kept with its query', () => {
  for (const path of ['/praca', '/praca/wnioski/7?krok=2', '/praca/osoby?szukaj=Jan%20L%C4%85ka', '/']) {
    assert.ok(safeNextPath(path), path)
  }
  assert.equal(safeNextPath('/praca/wnioski/7?krok=2'), '/praca/wnioski/7?krok=2')
})

test('whatever could lead to another site is refused', () => {
  const elsewhere = [
    undefined,
    '',
    'praca',
    'https://evil.example/praca',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/praca\\..\\evil',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/%2fevil.example',
    '/%2Fevil.example',
    '/%5cevil.example',
    '/%252fevil.example',
    '/%25252fevil.example',
    '/.//evil.example',
    '/praca/..//evil.example',
    '/%2e%2e//evil.example',
    '/%09/evil.example',
    '/%E0%A4%A',
    `/${'a'.repeat(3000)}`,
  ]
  for (const path of elsewhere) assert.equal(safeNextPath(path), undefined, String(path))
})
