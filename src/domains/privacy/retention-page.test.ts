import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMunicipality } from '#test/casework-site.ts'
import { eventsIn } from '#test/support.ts'

const path = '/praca/dane-osobowe/okresy'
const period = { recordClass: 'need-report', fileSymbol: '5320', category: 'B5', validFrom: '2026-12-01' }

test('the officer sets how long papers are kept, once for a day, and the audit tells', async () => {
  const town = await aMunicipality()
  const officer = town.staff(['data-protection-officer'])
  assert.equal((await officer.submit(path, period)).location, path)
  const shown = await officer.get(path)
  assert.match(shown.text, /5320/)
  assert.match(shown.text, /B5/)
  assert.deepEqual((await town.inTenant(eventsIn)).slice(-3), [
    'retention-list.read',
    'retention.set',
    'retention-list.read',
  ])
  const again = await officer.submit(path, { ...period, category: 'B15' })
  assert.equal(again.status, 422)
  assert.match(again.text, /href="#validFrom"/)
  assert.match(again.text, /value="B15"/, 'what was typed is still there')
  assert.ok(!(await officer.get(path)).text.includes('B15'))
})

test('each mistake stands at its field, and nothing is set', async () => {
  const town = await aMunicipality()
  const officer = town.staff(['data-protection-officer'])
  for (const [field, wrong] of [
    ['recordClass', 'plan-of-the-city'],
    ['fileSymbol', 'x'],
    ['category', 'pięć lat'],
    ['validFrom', 'jutro'],
  ] as const) {
    const answer = await officer.submit(path, { ...period, [field]: wrong })
    assert.equal(answer.status, 422, field)
    assert.match(answer.text, new RegExp(`href="#${field}`), field)
  }
  assert.ok(!(await town.inTenant(eventsIn)).includes('retention.set'))
  assert.equal((await town.staff(['director']).post(path, period)).status, 403)
})
