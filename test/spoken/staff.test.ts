import type { Page } from 'playwright-core'
import * as planLife from '../accessibility/life-of-plan.ts'
import * as life from '../accessibility/life.ts'
import { applied } from '../accessibility/world.ts'
import { createApp } from '../../src/app.tsx'
import { signIn, type Site } from '../site.ts'
import { Visitor } from '../support.ts'
import { follow, openJourneys, press } from './journey.ts'

/** What the staff hears; what happened before is done through the pages without a browser. */
const journey = await openJourneys()

const signedIn = (site: Site, role: 'front-desk' | 'plan-coordinator') =>
  life.signedIn(site, new Visitor(createApp(site.deps), new URL(site.address).host), role)

async function anApplication(site: Site): Promise<{ application: string; coordinator: Visitor }> {
  const desk = await signedIn(site, 'front-desk')
  const application = await applied(site, desk, (await life.callTaken(desk)).path)
  return { application, coordinator: await signedIn(site, 'plan-coordinator') }
}

async function aPlan(site: Site): Promise<{ plan: string; coordinator: Visitor }> {
  const { application, coordinator } = await anApplication(site)
  await planLife.recognised(coordinator, application)
  return { plan: await planLife.planned(coordinator, application), coordinator }
}

journey('the front desk signs in and comes to its desk', 'logowanie', async (script, { site }) => {
  await script.step('otwiera logowanie', (page) => page.goto('/logowanie'))
  await script.step('nic nie wpisuje, „Zaloguj się”', press('Zaloguj się'))
  await script.step(
    'podaje e-mail, hasło i kod z telefonu, słucha całej strony',
    (page) => signIn(page, site, 'front-desk'),
    'body',
  )
})

journey('the front desk registers an application', 'rejestracja-wniosku', async (script, { site }) => {
  const { path } = await life.callTaken(await signedIn(site, 'front-desk'))
  await script.step('otwiera zgłoszenie', async (page) => {
    await signIn(page, site, 'front-desk')
    await page.goto(path)
  })
  await script.step('przycisk „Zapisz wniosek”', press('Zapisz wniosek'))
  await script.step('wybiera „Nowa osoba” i koordynatora, „Zapisz wniosek”', async (page) => {
    await page.getByRole('radio', { name: 'Nowa osoba' }).check()
    await page.getByLabel(/^Koordynator/).selectOption({ label: site.account('plan-coordinator').name })
    await press('Zapisz wniosek')(page)
  })
})

journey('a coordinator writes a section of the reconnaissance', 'rozpoznanie', async (script, { site }) => {
  const { application } = await anApplication(site)
  await script.step('otwiera rozpoznanie potrzeb', async (page) => {
    await signIn(page, site, 'plan-coordinator')
    await page.goto(`${application}/rozpoznanie`)
  })
  await script.step('link „Rodzina i opiekunowie”', follow('Rodzina i opiekunowie'))
  await script.step('pisze, co ważne, „Zapisz tę część”', async (page) => {
    await page.getByLabel('Co jest ważne?').fill('Mieszka z mamą.')
    await press('Zapisz tę część')(page)
  })
})

journey('a coordinator writes a line of the plan', 'usluga-w-planie', async (script, { site }) => {
  const { plan } = await aPlan(site)
  await script.step('otwiera nową usługę planu', async (page) => {
    await signIn(page, site, 'plan-coordinator')
    await page.goto(`${plan}/uslugi/nowa`)
  })
  await script.step('szuka w katalogu', async (page: Page) => {
    await page.getByLabel('Szukaj w katalogu usług').fill('nie mam siły opiekować się mamą')
    await press('Szukaj')(page)
  })
  await script.step('nic więcej nie wpisuje, „Zapisz usługę”', press('Zapisz usługę'))
})

journey('a director approves a plan', 'zatwierdzenie-planu', async (script, { site }) => {
  const { plan, coordinator } = await aPlan(site)
  await planLife.gapRegistered(coordinator, plan)
  await planLife.submitted(coordinator, plan)
  await script.step('otwiera plan, który czeka na decyzję', async (page) => {
    await signIn(page, site, 'director')
    await page.goto(plan)
  })
  await script.step('wybiera „Zatwierdź plan”, „Zapisz decyzję”', async (page) => {
    await page.getByRole('radio', { name: 'Zatwierdź plan' }).check()
    await press('Zapisz decyzję')(page)
  })
})
