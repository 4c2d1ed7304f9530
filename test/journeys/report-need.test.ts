import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { picture, whyNoBrowser, type Sight } from '../browser.ts'
import { openStage, sayScripts } from './journey.ts'
import { openCase, reportNeed } from './steps.ts'

const skip = whyNoBrowser()
const stage = skip === undefined ? await openStage() : undefined
after(() => stage?.close())

const sights: Sight[] = [
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
]

const resident = { givenName: 'Halina', familyName: 'Przykładowa', birthYear: '1961' }

for (const sight of sights) {
  test(
    `a need is reported without an account and followed by its code, ${sayScripts(sight)}`,
    { skip: skip ?? false },
    async () => {
      const code = await stage!.as(sight, (page) => reportNeed(page, resident))
      assert.match(code, /^\d{4}( \d{4}){3}$/)
      await stage!.as(sight, async (page) => {
        await openCase(page, code, { birthYear: '1962' })
        assert.match(await page.getByRole('main').innerText(), /Kod albo rok urodzenia się nie zgadza/)
        await openCase(page, code, resident)
        await page.getByRole('heading', { name: 'Co dzieje się teraz' }).waitFor()
        await picture(page, 'my-case')
        const told = await page.getByRole('main').innerText()
        assert.match(told, /Mamy Twoje zgłoszenie i je czytamy/)
        assert.doesNotMatch(told, /mam[ąy]|siły/, 'nothing tells a stranger what it is about')
      })
    },
  )
}
