import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture, whyNoBrowser, type Sight } from '../browser.ts'
import { openStage, sayScripts, tabTo } from './journey.ts'

const skip = whyNoBrowser()
const stage = skip === undefined ? await openStage() : undefined
after(() => stage?.close())

const sights: Sight[] = [
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
]

for (const sight of sights) {
  test(`a newcomer finds respite care by the keyboard alone, ${sayScripts(sight)}`, { skip: skip ?? false }, () =>
    stage!.as(sight, async (page) => {
      await page.goto('/')
      await picture(page, 'home')
      await tabTo(page, /W czym możemy pomóc/)
      await page.keyboard.type('nie mam siły opiekować się mamą')
      await pressAndArrive(page, 'Enter')
      await picture(page, 'results')
      const found = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents()
      assert.match(found.find((title) => title !== 'Zawęź listę') ?? '', /wytchnieniow/i)
      // The type's own link comes first, then its first offer.
      await tabTo(page, /wytchnieniow/i)
      await page.keyboard.press('Tab')
      await pressAndArrive(page, 'Enter')
      await picture(page, 'service')
      assert.match(page.url(), /\/uslugi\//)
      assert.match(await page.locator('body').innerText(), /opieka wytchnieniowa/i)
      await tabTo(page, /56 000 00 00/)
    }),
  )
}

async function pressAndArrive(page: Page, key: string): Promise<void> {
  const before = page.url()
  await page.keyboard.press(key)
  await page.waitForURL((url) => url.href !== before)
}

test('a newcomer reads the same in Ukrainian on a phone', { skip: skip ?? false }, () =>
  stage!.as({ width: 320, scripts: false }, async (page) => {
    await page.goto('/')
    await page.getByRole('link', { name: /Українська/ }).click()
    await picture(page, 'home-uk')
    await page.getByRole('searchbox').or(page.getByRole('main').getByRole('textbox')).fill('немає сил доглядати маму')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/uk\/uslugi/)
    await picture(page, 'results-uk')
    await page.getByRole('main').locator('a[href^="/uk/uslugi/"]').first().click()
    await picture(page, 'service-uk')
    assert.equal(await page.locator('html').getAttribute('lang'), 'uk')
  }),
)
