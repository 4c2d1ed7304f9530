import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { picture, whyNoBrowser } from '../browser.ts'
import { signIn } from '../site.ts'
import { openStage } from './journey.ts'

const skip = whyNoBrowser()
const stage = skip === undefined ? await openStage() : undefined
after(() => stage?.close())

const phone = { width: 320, scripts: false } as const
const next = (page: Page) => page.getByRole('button', { name: 'Далі' }).click()

async function reportInUkrainian(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: /Українська/ }).click()
  await page.getByRole('link', { name: 'Повідомити про потребу' }).first().click()
  await page.getByRole('button', { name: 'Почати' }).click()
  await page.getByRole('radio', { name: 'Мені', exact: true }).check()
  await next(page)
  await page.getByLabel('Своїми словами').fill('Приїхала з дітьми, шукаю роботу.')
  await next(page)
  await page.getByLabel('Ім’я').fill('Оксана')
  await page.getByLabel('Прізвище').fill('Калинова')
  await page.getByLabel(/Рік народження/).fill('1990')
  await next(page)
  await page.getByRole('radio', { name: /Телефон/ }).check()
  await page.getByLabel(/^Номер телефону/).fill('+380 50 100 20 30')
  for (let question = 0; question < 3; question++) await next(page)
  await picture(page, 'report-check-uk')
  await page.getByRole('button', { name: 'Надіслати звернення' }).click()
  const [code] = /\d{4} \d{4} \d{4} \d{4}/.exec(await page.getByRole('main').innerText()) ?? []
  await picture(page, 'report-done-uk')
  return code ?? ''
}

test('a need is told, followed and read in Ukrainian on a phone', { skip: skip ?? false }, async () => {
  const { site, as } = stage!
  const code = await as(phone, reportInUkrainian)
  await as(phone, async (page) => {
    await page.goto('/uk/moja-sprawa')
    await page.getByLabel('Код звернення').fill(code)
    await page.getByLabel('Рік народження').fill('1990')
    await page.getByRole('button', { name: 'Показати мою справу' }).click()
    await page.getByRole('heading', { name: 'Що відбувається зараз' }).waitFor()
    await picture(page, 'my-case-uk')
    assert.match(page.url(), /\/uk\/moja-sprawa$/)
  })
  await as(phone, async (page) => {
    await signIn(page, site, 'front-desk')
    await page.getByRole('link', { name: /Українська/ }).click()
    await page.goto('/uk/praca/zgloszenia')
    await page.getByRole('link', { name: /Калинова/ }).click()
    await picture(page, 'report-uk')
    assert.match(await page.getByRole('main').innerText(), /українськ/i, 'the language to speak in')
  })
})
