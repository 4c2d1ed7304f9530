import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { whyNoBrowser, type Sight } from '../browser.ts'
import { openStage, picture, sayScripts } from './journey.ts'

const skip = whyNoBrowser()
const stage = skip === undefined ? await openStage() : undefined
after(() => stage?.close())

const sights: Sight[] = [
  { width: 320, scripts: false },
  { width: 1280, scripts: true },
]

const next = (page: Page) => page.getByRole('button', { name: 'Dalej' }).click()

/** Answers the questions as they come, and gives the code. */
async function report(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Zgłoś potrzebę' }).first().click()
  await page.getByRole('button', { name: 'Zacznij' }).click()
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await next(page)
  await page.getByLabel('Własnymi słowami').fill('Nie mam siły opiekować się mamą.')
  await picture(page, 'report-words')
  await next(page)
  await page.getByLabel('Imię').fill('Halina')
  await page.getByLabel('Nazwisko').fill('Przykładowa')
  await page.getByLabel(/Rok urodzenia/).fill('1961')
  await next(page)
  await next(page)
  assert.match(await page.getByRole('main').innerText(), /Wybierz, jak mamy się odezwać/)
  await picture(page, 'report-contact-error')
  await page.getByRole('radio', { name: /Telefon/ }).check()
  await page.getByLabel(/^Numer telefonu/).fill('600 100 200')
  await next(page)
  await next(page)
  await next(page)
  await picture(page, 'report-check')
  await page.getByRole('button', { name: 'Wyślij zgłoszenie' }).click()
  await picture(page, 'report-done')
  const [code] = /\d{4} \d{4} \d{4} \d{4}/.exec(await page.getByRole('main').innerText()) ?? []
  return code ?? ''
}

for (const sight of sights) {
  test(
    `a need is reported without an account and followed by its code, ${sayScripts(sight)}`,
    { skip: skip ?? false },
    async () => {
      const code = await stage!.as(sight, report)
      assert.match(code, /^\d{4}( \d{4}){3}$/)
      await stage!.as(sight, async (page) => {
        await page.goto('/moja-sprawa')
        await page.getByLabel('Kod zgłoszenia').fill(code)
        await page.getByLabel('Rok urodzenia').fill('1962')
        await page.getByRole('button', { name: 'Pokaż moją sprawę' }).click()
        assert.match(await page.getByRole('main').innerText(), /Kod albo rok urodzenia się nie zgadza/)
        await page.getByLabel('Rok urodzenia').fill('1961')
        await page.getByRole('button', { name: 'Pokaż moją sprawę' }).click()
        await page.getByRole('heading', { name: 'Co dzieje się teraz' }).waitFor()
        await picture(page, 'my-case')
        const told = await page.getByRole('main').innerText()
        assert.match(told, /Mamy Twoje zgłoszenie i je czytamy/)
        assert.doesNotMatch(told, /mam[ąy]|siły/, 'nothing tells a stranger what it is about')
      })
    },
  )
}
