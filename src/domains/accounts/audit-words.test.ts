import assert from 'node:assert/strict'
import { test } from 'node:test'

import { roleWords } from './audit-words.ts'

test('roles are read in the language of the page, what is unknown as it stands', () => {
  assert.equal(roleWords('pl', 'front-desk'), 'Pierwszy kontakt')
  assert.equal(roleWords('pl', 'director (deputy)'), 'Dyrektor centrum (w zastępstwie)')
  assert.equal(roleWords('pl', 'astronaut'), 'astronaut')
})
