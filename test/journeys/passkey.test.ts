import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { whyNoBrowser } from '../browser.ts'
import { signIn } from '../site.ts'
import { openStage } from './journey.ts'

const skip = whyNoBrowser() ?? false
const stage = skip ? undefined : await openStage()
after(() => stage?.close())

const desk = { width: 1280, scripts: true } as const

/** A security key in Chromium's own memory, with its person's finger on it. */
async function aDevice(page: Page): Promise<{ session: CDPSession; device: string }> {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return { session, device: authenticatorId }
}

/** Passkeys are bound to a name, so the program is visited as localhost. */
const atHome = () => ({ ...stage!.site, address: stage!.site.address.replace('127.0.0.1', 'localhost') })

test('a passkey is added, opens the workplace without a password, and opens nothing once it is removed', { skip }, () =>
  stage!.as(desk, async (page) => {
    const site = atHome()
    const { session, device } = await aDevice(page)
    await signIn(page, site, 'front-desk')

    await page.goto(`${site.address}/praca/moje-konto/klucze`)
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click()
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click()
    await page.getByRole('alert').getByText('Wpisz nazwę klucza.').waitFor()
    await page.getByLabel('Nazwa klucza').fill('Laptop w pracy')
    await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).click()
    await page.getByRole('heading', { name: 'Laptop w pracy' }).waitFor()
    assert.equal((await session.send('WebAuthn.getCredentials', { authenticatorId: device })).credentials.length, 1)

    await page.getByRole('button', { name: 'Wyloguj' }).click()
    const offer = page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' })
    await offer.click()
    await page.waitForURL(/\/praca$/)
    await page.getByRole('heading', { name: /^Dzień dobry/ }).waitFor()

    await session.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: false })
    await page.goto(`${site.address}/logowanie`)
    await offer.click()
    await page.getByText('Nie użyto klucza.').waitFor()
    await session.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: true })

    await page.goto(`${site.address}/praca/moje-konto/klucze`)
    await page.getByRole('button', { name: 'Usuń klucz Laptop w pracy' }).click()
    await page.getByText('Nie masz jeszcze kluczy dostępu').waitFor()
    await page.getByRole('button', { name: 'Wyloguj' }).click()
    await offer.click()
    await page.getByRole('alert').getByText('Ten klucz dostępu nie otwiera konta.').waitFor()
  }),
)

test('without scripts nobody is offered a passkey, and signing in works', { skip }, () =>
  stage!.as({ ...desk, scripts: false }, async (page) => {
    const site = atHome()
    await signIn(page, site, 'director')
    await page.goto(`${site.address}/praca/moje-konto/klucze/nowy`)
    assert.equal(await page.getByRole('button', { name: 'Dodaj klucz dostępu' }).isVisible(), false)
    await page.getByText('Tu nie dodasz klucza').waitFor()
    await page.getByRole('button', { name: 'Wyloguj' }).click()
    assert.equal(await page.getByRole('button', { name: 'Zaloguj się kluczem dostępu' }).isVisible(), false)
  }),
)
