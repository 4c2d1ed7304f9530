import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { clauseVersion } from '#domains/casework/public.ts'
import { langs } from '#platform/i18n.ts'
import { privacyText } from './privacy-text.ts'

const facts = { centre: '', address: '', email: '', phone: '', draftDays: 30 }
const wording = langs.map((lang) => {
  const { lead, sections, complaint } = privacyText[lang]
  return [lead, sections(facts), complaint]
})
const fingerprint = createHash('sha256').update(JSON.stringify(wording)).digest('hex').slice(0, 12)

/** Each released wording; reports keep the name of the one that their person was shown. */
const released: Record<string, string> = {
  '2026-11': 'b261003982be',
  '2026-12': '904c5c107400',
  '2026-12-1': '41698392ee30',
}

test('another wording of the information about data has another version', () => {
  assert.equal(released[clauseVersion], fingerprint, 'give clauseVersion a new name and note its wording here')
})

test('every language has the same sections with as many sentences and points', () => {
  const shape = (lang: 'pl' | 'uk' | 'en') =>
    privacyText[lang].sections(facts).map(({ sentences = [], points = [] }) => [sentences.length, points.length])
  for (const lang of langs) assert.deepEqual(shape(lang), shape('pl'), lang)
})
