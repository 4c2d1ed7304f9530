import assert from 'node:assert/strict'
import test from 'node:test'
import { roles } from '#platform/actor.ts'
import { helpFor, helpSlugs } from './help-topics.ts'

test('a page leads to the help of the role whose page it is, when the person has that role', () => {
  assert.equal(helpFor('/praca/zgloszenia/nowe', ['plan-coordinator', 'front-desk']), 'punkt-obslugi')
  assert.equal(helpFor('/praca/plany/1?stan=2', ['director']), 'dyrektor')
  assert.equal(helpFor('/praca/luki', ['community-organiser']), 'organizator-spolecznosci')
  assert.equal(helpFor('/praca/plany-inne', ['accountant', 'plan-coordinator']), 'pozostale-role')
})

test('how one signs in is told to everyone alike', () => {
  assert.equal(helpFor('/praca/moje-konto/kody', ['director']), 'moje-konto')
  assert.equal(helpFor('/praca/potwierdzenie?dalej=%2Fpraca', []), 'moje-konto')
})

test('every role has help on its first page; who has no role gets the index', () => {
  for (const role of roles) assert.ok(helpSlugs.includes(helpFor('/praca', [role])!), role)
  assert.equal(helpFor('/praca', []), undefined)
})
