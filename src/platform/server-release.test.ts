import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ClientBase } from 'pg'
import { testDatabase } from '#test/database.ts'
import { withClient } from './postgres/roles.ts'
import { assertServerRelease, whyNotRelease } from './server-release.ts'

test('a release in which statistics tell of protected rows is refused, the next one is not', () => {
  for (const release of [150_013, 160_009, 170_005]) assert.equal(whyNotRelease(release), 'leaks-statistics')
  for (const release of [150_014, 160_010, 170_006, 180_000, 190_001]) assert.equal(whyNotRelease(release), undefined)
})

test('a server older than PostgreSQL 15 is refused', () => assert.equal(whyNotRelease(140_022), 'too-old'))

test('the server of the tests may be served from', () => withClient(testDatabase().app, assertServerRelease))

test('the operator is told in a sentence which release it is', async () => {
  const old = { query: async () => ({ rows: [{ release: 150_013, name: '15.13' }] }) } as unknown as ClientBase
  await assert.rejects(assertServerRelease(old), /PostgreSQL 15\.13: .*CVE-2025-8713.*Update/)
})
