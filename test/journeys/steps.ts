import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { picture } from '../browser.ts'

export interface Resident {
  givenName: string
  familyName: string
  birthYear: string
}

const next = (page: Page) => page.getByRole('button', { name: 'Dalej' }).click()

/** A resident answers the questions as they come, makes one mistake, and gets a code. */
export async function reportNeed(page: Page, { givenName, familyName, birthYear }: Resident): Promise<string> {
  await page.goto('/')
  await page.getByRole('link', { name: 'Zgłoś potrzebę' }).first().click()
  await page.getByRole('button', { name: 'Zacznij' }).click()
  await page.getByRole('radio', { name: 'Ja', exact: true }).check()
  await next(page)
  await page.getByLabel('Własnymi słowami').fill('Nie mam siły opiekować się mamą.')
  await picture(page, 'report-words')
  await next(page)
  await page.getByLabel('Imię').fill(givenName)
  await page.getByLabel('Nazwisko').fill(familyName)
  await page.getByLabel(/Rok urodzenia/).fill(birthYear)
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

/** The resident's own page, with the code and the year of birth. */
export async function openCase(page: Page, code: string, { birthYear }: Pick<Resident, 'birthYear'>): Promise<void> {
  await page.goto('/moja-sprawa')
  await page.getByLabel('Kod zgłoszenia').fill(code)
  await page.getByLabel('Rok urodzenia').fill(birthYear)
  await page.getByRole('button', { name: 'Pokaż moją sprawę' }).click()
}

/** The front desk finds the report, registers the application and names a coordinator. */
export async function registerApplication(page: Page, { familyName }: Resident, coordinator: string): Promise<void> {
  await page.getByRole('link', { name: 'Zgłoszenia' }).first().click()
  await picture(page, 'reports')
  await page.getByRole('link', { name: new RegExp(familyName) }).click()
  await picture(page, 'report')
  await page.getByRole('button', { name: 'Zapisz wniosek' }).click()
  await page.getByRole('radio', { name: 'Nowa osoba' }).check()
  await page.getByLabel(/^Koordynator/).selectOption({ label: coordinator })
  await picture(page, 'register')
  await page.getByRole('button', { name: 'Zapisz wniosek' }).click()
  await page.getByRole('heading', { name: /^Wniosek/, level: 1 }).waitFor()
  await picture(page, 'application')
}

export async function fillDay(page: Page, question: string, [day, month, year]: readonly string[]): Promise<void> {
  const group = page.getByRole('group', { name: question })
  await group.getByLabel('Dzień').fill(day!)
  await group.getByLabel('Miesiąc').fill(month!)
  await group.getByLabel('Rok').fill(year!)
}

/** The coordinator writes down the talk, two needs, a goal and one part of the life situation. */
export async function recogniseNeeds(page: Page, { familyName }: Resident): Promise<void> {
  await page.getByRole('link', { name: 'Wnioski' }).first().click()
  await picture(page, 'applications')
  await page.getByRole('link', { name: new RegExp(familyName) }).click()
  await page.getByRole('link', { name: 'Rozpoznanie potrzeb' }).click()
  await fillDay(page, 'Kiedy rozmawialiście?', ['23', '11', '2026'])
  await page.getByRole('radio', { name: 'w domu tej osoby' }).check()
  await page.getByLabel('Kto brał udział?').fill(familyName)
  await page.getByLabel('Ile miesięcy potrwa koordynacja usług?').fill('6')
  await page.getByLabel('Opinia koordynatora').fill('Potrzebne wytchnienie i stała opieka.')
  await page.getByRole('button', { name: 'Zapisz', exact: true }).click()
  await page.getByRole('button', { name: 'Dodaj potrzeby' }).click()
  await picture(page, 'needs')
  for (const at of [0, 1]) await page.getByRole('checkbox').nth(at).check()
  await page.getByRole('button', { name: 'Dodaj do rozpoznania' }).click()
  await page.getByLabel('Nowy cel, słowami tej osoby').fill('Chcę odpocząć raz w tygodniu.')
  await page.getByRole('button', { name: 'Dodaj cel' }).click()
  await page.getByRole('link', { name: 'Rodzina i opiekunowie' }).click()
  await page.getByLabel('Co jest ważne?').fill('Mieszka z mamą.')
  await page.getByRole('button', { name: 'Zapisz tę część' }).click()
  await picture(page, 'recognition')
  await page.getByRole('button', { name: 'Zakończ rozpoznanie' }).click()
}

/** The coordinator makes the plan: one line from the directory, one gap, the period, the agreement; hands it over. */
export async function makePlan(page: Page, { familyName }: Resident): Promise<void> {
  await page.getByRole('button', { name: 'Przejdź do planu' }).click()
  await page.getByRole('button', { name: 'Zacznij plan' }).click()
  await addLine(page)
  await page.getByRole('button', { name: /^Zgłoś lukę/ }).click()
  await page.getByText('Luka zgłoszona').waitFor()
  await page.getByRole('button', { name: 'Zmień czas i ustalenia' }).click()
  await fillDay(page, 'Początek planu', ['1', '12', '2026'])
  await fillDay(page, 'Koniec planu', ['30', '6', '2027'])
  await page.getByLabel('Co robi sama osoba').fill('Raz w tygodniu wychodzi z domu.')
  await page.getByLabel('Dni, w których sprawdzicie, jak idzie').fill('1.03.2027')
  await page.getByRole('button', { name: 'Zapisz ustalenia' }).click()
  await page.getByRole('button', { name: 'Zapisz zgodę' }).click()
  await page.getByRole('radio', { name: 'Podpisała wydruk' }).check()
  await fillDay(page, 'Kiedy?', ['23', '11', '2026'])
  await page.getByLabel('Kto się zgodził?').fill(familyName)
  await page.getByLabel('Gdzie jest dowód zgody?').fill('Podpis na wydruku w teczce.')
  await page.getByRole('button', { name: 'Zapisz zgodę' }).click()
  await picture(page, 'plan')
  await page.getByRole('button', { name: 'Przekaż do zatwierdzenia' }).click()
  await page.getByText('czeka na decyzję').first().waitFor()
}

async function addLine(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Dodaj usługę ?:/ })
    .first()
    .click()
  await page.getByLabel('Szukaj w katalogu usług').fill('nie mam siły opiekować się mamą')
  await page.getByRole('button', { name: 'Szukaj' }).click()
  await page.getByRole('group', { name: 'Wybierz usługę' }).getByRole('radio').first().check()
  await page.getByLabel('Ile za jednym razem').fill('4')
  await page.getByLabel('Ile razy').fill('1')
  await page.getByLabel('Jak często').selectOption({ label: 'w tygodniu' })
  await fillDay(page, 'Od kiedy', ['1', '12', '2026'])
  await fillDay(page, 'Do kiedy', ['30', '6', '2027'])
  await picture(page, 'line')
  await page.getByRole('button', { name: 'Zapisz usługę' }).click()
  await page.getByRole('heading', { name: /^Plan/, level: 1 }).waitFor()
}

/** The director reads the plan, approves it, and takes the document; gives its bytes. */
export async function approvePlan(page: Page, { familyName }: Resident): Promise<Buffer> {
  await page.getByRole('link', { name: 'Plany' }).first().click()
  await picture(page, 'plans')
  await page
    .getByRole('row', { name: new RegExp(familyName) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('radio', { name: 'Zatwierdź plan' }).check()
  await page.getByRole('button', { name: 'Zapisz decyzję' }).click()
  await page.getByText('Plan zatwierdzono').waitFor()
  await picture(page, 'plan-approved')
  const address = await page.getByRole('button', { name: 'Dokument PDF' }).getAttribute('href')
  const document = await page.request.get(address!)
  assert.equal(document.headers()['content-type'], 'application/pdf')
  return document.body()
}
