import assert from 'node:assert/strict'
import { after } from 'node:test'
import { parseNetworks } from '#platform/web-address.ts'
import { aWorkplace, type Workplace } from './accounts-site.ts'
import { aRealProvider, walkThrough, type TestProvider } from './identity-provider.ts'
import type { Answer, Visitor } from './support.ts'

export const settingsPath = '/praca/konta/logowanie-z-urzedu'
export const ownPath = '/praca/moje-konto/konto-urzedu'
export const begin = '/logowanie/konto-urzedu'

export const opened: TestProvider[] = []
after(() => Promise.all(opened.map((provider) => provider.stop())))

/** Tokens bear the time of the machine, so the centre's clock is set to it. */
export const aPlace = (inner = '127.0.0.1') =>
  aWorkplace({ now: Temporal.Now.instant().toString(), config: { innerNetworks: parseNetworks(inner)! } })

export const settingsOf = ({ issuer, clientId, clientSecret }: TestProvider) => ({
  name: 'Urząd Miasta',
  issuer,
  'client-id': clientId,
  'client-secret': clientSecret,
  'matching-claim': 'none',
  'second-factor': 'amr-mfa',
  state: 'on',
})

export async function configure(
  place: Workplace,
  provider: TestProvider,
  more: Record<string, string> = {},
): Promise<Answer> {
  const { browser } = await place.signedIn('administrator')
  return browser.submit(settingsPath, { ...settingsOf(provider), ...more })
}

export async function withRealProvider(more: Record<string, string> = {}) {
  const place = await aPlace()
  const provider = await aRealProvider(`http://${place.centre.host}/logowanie/konto-urzedu/powrot`)
  opened.push(provider)
  assert.equal((await configure(place, provider, more)).location, `${settingsPath}?zapisano=tak`)
  return { place, provider }
}

export const pathOf = ({ pathname, search }: URL): string => pathname + search

/** Through the provider's pages and back to ours; gives what our page answered and how it was called. */
export async function thereAndBack(browser: Visitor, address: string): Promise<{ back: string; answer: Answer }> {
  const back = pathOf(await walkThrough(address))
  return { back, answer: await browser.get(back) }
}

export async function link(browser: Visitor): Promise<Answer> {
  const page = await browser.submit(ownPath, {}, 'Połącz konta')
  const address = /href="(http[^"]*)"[^>]*>Przejdź do logowania/.exec(page.text)![1]!.replaceAll('&amp;', '&')
  assert.equal(new URL(address).searchParams.get('prompt'), 'login', 'whoever is signed in there proves it again')
  return (await thereAndBack(browser, address)).answer
}

export async function signInThere(place: Workplace, next = '') {
  const visitor = place.visitor()
  const led = await visitor.get(begin + next)
  return { visitor, ...(await thereAndBack(visitor, led.location)) }
}
