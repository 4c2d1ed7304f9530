import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { callTaken, signedIn } from '../accessibility/life.ts'
import { createApp } from '../../src/app.tsx'
import { someAnswers } from '../casework-builders.ts'
import { Visitor } from '../support.ts'
import { follow, openJourneys, press } from './journey.ts'

/** What residents hear, as a virtual screen reader says it; the files beside this one are to be read by people. */
const journey = await openJourneys()

journey('a need is reported without an account', 'zgloszenie-bez-konta', async (script) => {
  await script.step('otwiera stronę główną i słucha jej całej', (page) => page.goto('/'), 'body')
  await script.step('link „Zgłoś potrzebę”', follow('Zgłoś potrzebę'))
  await script.step('przycisk „Zacznij”', press('Zacznij'))
  await script.step('wybiera „Ja”, „Dalej”', async (page) => {
    await page.getByRole('radio', { name: 'Ja', exact: true }).check()
    await press('Dalej')(page)
  })
  await script.step('pisze, co się dzieje, „Dalej”', async (page) => {
    await page.getByLabel('Własnymi słowami').fill('Nie mam siły opiekować się mamą.')
    await press('Dalej')(page)
  })
  await script.step('podaje imię, nazwisko i rok urodzenia, „Dalej”', async (page) => {
    await page.getByLabel('Imię').fill('Halina')
    await page.getByLabel('Nazwisko').fill('Przykładowa')
    await page.getByLabel(/Rok urodzenia/).fill('1961')
    await press('Dalej')(page)
  })
  await script.step('wybiera telefon, podaje numer, „Dalej”', async (page) => {
    await page.getByRole('radio', { name: /Telefon/ }).check()
    await page.getByLabel(/^Numer telefonu/).fill('600 100 200')
    await press('Dalej')(page)
  })
  await script.step('pomija pytanie, „Dalej”', press('Dalej'))
  await script.step('pomija pytanie, „Dalej”', press('Dalej'))
  await script.step('przycisk „Wyślij zgłoszenie”', press('Wyślij zgłoszenie'))
})

journey('a page that came back with errors says so first', 'strona-z-bledami', async (script) => {
  await script.step('zaczyna zgłoszenie', async (page) => {
    await page.goto('/potrzebuje-pomocy')
    await press('Zacznij')(page)
  })
  await script.step('nic nie wybiera, „Dalej”', press('Dalej'))
})

const searchFor = async (page: Page) => {
  await page.goto('/')
  await page.getByRole('searchbox').fill('nie mam siły opiekować się mamą')
  await press('Szukaj')(page)
}

journey('a service is found by own words', 'szukanie-uslugi', async (script) => {
  await script.step('wpisuje „nie mam siły opiekować się mamą”, „Szukaj”', searchFor)
})

journey('a service page is read', 'strona-uslugi', async (script) => {
  await script.step('otwiera pierwszą ofertę z wyników', async (page) => {
    await searchFor(page)
    await page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('link').first().click()
  })
})

journey('a resident opens their own case by the code', 'wlasna-sprawa', async (script, { site }) => {
  const desk = new Visitor(createApp(site.deps), new URL(site.address).host)
  const { code } = await callTaken(await signedIn(site, desk, 'front-desk'))
  assert.match(code, /\d{4}/)
  await script.step('otwiera „Sprawdź swoją sprawę”', (page) => page.goto('/moja-sprawa'))
  const ask = async (page: Page, year: string) => {
    await page.getByLabel('Kod zgłoszenia').fill(code)
    await page.getByLabel('Rok urodzenia').fill(year)
    await press('Pokaż moją sprawę')(page)
  }
  await script.step('podaje kod i zły rok', (page) => ask(page, '1901'))
  await script.step('podaje kod i właściwy rok', (page) => ask(page, someAnswers.birthYear))
})

journey('help and the accessibility statement are read', 'pomoc-i-dostepnosc', async (script) => {
  await script.step('link „Pomoc” w stopce', async (page) => {
    await page.goto('/')
    await follow('Pomoc')(page)
  })
  await script.step('pomoc dla mieszkańców', follow(/mieszka/))
  await script.step('link „Deklaracja dostępności” w stopce', follow('Deklaracja dostępności'))
})
