import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import type { Role } from '#platform/actor.ts'
import { hiddenFields } from '#test/support.ts'
import { Worker } from '../installation/worker.ts'
import { registrationOf } from '../kills/writers.ts'
import type { MarkedCentre } from './centres.ts'

/** Somebody of one centre at a browser, behind the one address of all processes. */
export interface Person {
  centre: MarkedCentre
  browser: Worker
  /** Pages to look at, again and again. */
  paths: string[]
  /** Where set, every few requests are a registration. */
  registers?: true
}

const pages: Partial<Record<Role, string[]>> = {
  'front-desk': ['/praca', '/praca/zgloszenia', '/praca/wnioski', '/praca/wnioski/nowy'],
  'plan-coordinator': ['/praca', '/praca/wnioski', '/praca/plany', '/praca/luki'],
  director: ['/praca', '/praca/wnioski', '/praca/uprawnienia'],
  'data-protection-officer': ['/praca', '/praca/audyt', '/praca/audyt/ostrzezenia'],
  administrator: ['/praca', '/praca/konta', '/praca/moje-konto'],
}

export async function peopleOf(centre: MarkedCentre, port: number, slugs: Slugs): Promise<Person[]> {
  const address = `http://${centre.host}:${port}`
  const nobody = (): Person => ({ centre, browser: new Worker(address), paths: publicPaths(slugs) })
  const people = [nobody(), nobody(), nobody()]
  for (const [role, paths] of Object.entries(pages) as [Role, string[]][]) {
    const browser = new Worker(address)
    await signIn(browser, centre, role)
    people.push({ centre, browser, paths: [...paths], ...(role === 'front-desk' && { registers: true }) })
  }
  return people
}

export async function signIn(browser: Worker, centre: MarkedCentre, role: Role): Promise<void> {
  const { email, password, totpSecret } = centre.accounts.find((account) => account.role === role)!
  const code = codeAtStep(totpSecret, stepAt(Temporal.Now.instant()))
  const page = await browser.get('/logowanie')
  const answer = await browser.post('/logowanie', { ...hiddenFields(page.text), email, password, code })
  if (answer.status !== 303) throw new Error(`${role} of ${centre.mark} could not sign in: ${answer.status}`)
}

export const registration = ({ mark }: MarkedCentre) => {
  const fields = registrationOf('')
  return { ...fields, familyName: `${fields.familyName}${mark}`, words: `Wpis ${mark}.` }
}

export interface Slugs {
  services: string[]
  organisations: string[]
}

/** The search is for something else each time, so that most of these pages are drawn and not remembered. */
const publicPaths = ({ services, organisations }: Slugs): string[] => [
  '/',
  '/uslugi',
  '/nie-wiem',
  ...services.map((slug) => `/uslugi/${slug}`),
  ...organisations.map((slug) => `/wykonawcy/${slug}`),
  ...services.map((slug) => `/uslugi?q=${slug.replaceAll('-', '+')}`),
]
