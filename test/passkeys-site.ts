import assert from 'node:assert/strict'
import { userHandleOf, type Asked } from '#domains/accounts/passkey/ceremony.ts'
import type { Person, Workplace } from './accounts-site.ts'
import { aDevice, type Otherwise, type SoftwareDevice } from './software-device.ts'
import type { Answer, Visitor } from './support.ts'

export const passkeysPath = '/praca/moje-konto/klucze'

export const askedOf = (place: Workplace, answer: Answer): Asked => ({
  challenge: Buffer.from(JSON.parse(answer.text).challenge, 'base64url'),
  origin: `http://${place.centre.host}`,
  host: place.centre.host,
})

/** Adds the device's passkey on the page for it, as the script does. */
export async function add(place: Workplace, browser: Visitor, device: SoftwareDevice, otherwise: Otherwise = {}) {
  const page = await browser.get(`${passkeysPath}/nowy`)
  const asked = askedOf(place, await browser.post(`${passkeysPath}/wyzwanie`, { name: 'Laptop' }))
  const { attestationObject: _, ...made } = device.make(asked, otherwise)
  return browser.send(page, passkeysPath, { name: 'Laptop', ...made })
}

/** Somebody with a passkey on a device. */
export async function someone(place: Workplace) {
  const { browser, person } = await place.signedIn('front-desk')
  const device = aDevice()
  assert.equal((await add(place, browser, device)).location, passkeysPath)
  return { browser, person, device }
}

export async function challengeFor(place: Workplace, visitor: Visitor): Promise<Asked> {
  return askedOf(place, await visitor.post('/logowanie/klucz/wyzwanie'))
}

export const handleOf = (person: Pick<Person, 'id'>) => userHandleOf(person.id)

export async function enter(place: Workplace, person: Person, device: SoftwareDevice, otherwise: Otherwise = {}) {
  const visitor = place.visitor()
  const sent = device.sign(await challengeFor(place, visitor), handleOf(person), otherwise)
  return { visitor, sent, answer: await visitor.post('/logowanie/klucz', { ...sent }) }
}
