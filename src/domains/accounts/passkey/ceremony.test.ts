import assert from 'node:assert/strict'
import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import fc from 'fast-check'
import { aDevice, type KeyKind, type Otherwise, type SoftwareDevice } from '#test/software-device.ts'
import { readAssertion, readNewPasskey, userHandleOf, type Asked, type AssertionSent } from './ceremony.ts'

const asked: Asked = { challenge: randomBytes(32), origin: 'https://cus.example.org', host: 'cus.example.org' }
const accountId = randomUUID()
const handle = userHandleOf(accountId)

function made(device: SoftwareDevice) {
  const passkey = readNewPasskey(device.make(asked), asked)
  if ('refused' in passkey) throw new Error(passkey.refused)
  return { ...passkey, accountId }
}

const verdict = (read: object): string => ('refused' in read ? String(read.refused) : 'taken')

for (const kind of ['ed25519', 'ec', 'rsa'] as const) {
  test(`what a device signs with a key of the kind ${kind} is taken, here and by the reference`, async () => {
    const device = aDevice(kind)
    const passkey = made(device)
    const sent = device.sign({ ...asked, challenge: randomBytes(32) }, handle, { challenge: asked.challenge })
    assert.equal(verdict(readAssertion(sent, asked, passkey)), 'taken')
    assert.equal(await takenByReference(device, sent), true)
  })
}

const { privateKey: anotherKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

const wrong: [fact: string, otherwise: Otherwise, refusal: string][] = [
  ['a signature made for another challenge', { challenge: randomBytes(32) }, 'another-challenge'],
  ['one made on another site', { origin: 'https://cus.example.evil' }, 'another-origin'],
  ['one made without TLS', { origin: 'http://cus.example.org' }, 'another-origin'],
  ['one made on another port', { origin: 'https://cus.example.org:8443' }, 'another-origin'],
  ['one made inside a frame of another site', { crossOrigin: true }, 'inside-another-site'],
  ["another centre's", { host: 'cus.elsewhere.org' }, 'another-host'],
  ['one for making a passkey', { type: 'webauthn.create' }, 'another-ceremony'],
  ['one that nobody touched the device for', { flags: 0x04 }, 'nobody-there'],
  ['one of a device that checked nobody', { flags: 0x01 }, 'not-verified'],
  ['one of another key', { key: anotherKey }, 'wrong-signature'],
  ["one that names another's account", { userHandle: randomBytes(16) }, 'another-account'],
  ['one that is synced but may not be', { flags: 0x15 }, 'unreadable'],
]

for (const [fact, otherwise, refusal] of wrong) {
  test(`refused: ${fact}`, () => {
    const device = aDevice()
    assert.equal(verdict(readAssertion(device.sign(asked, handle, otherwise), asked, made(device))), refusal)
  })
}

test('refused: a new passkey under another name than its device gave it, or a name too short to be one', () => {
  const sent = aDevice().make(asked)
  for (const credentialId of [randomBytes(32).toString('base64url'), 'AAAA', '']) {
    assert.equal(verdict(readNewPasskey({ ...sent, credentialId }, asked)), 'unreadable')
  }
})

test('refused: an answer without a signature, or without saying whose it is', () => {
  const device = aDevice()
  const sent = device.sign(asked, handle)
  for (const missing of [{ signature: '' }, { userHandle: '' }]) {
    assert.equal(verdict(readAssertion({ ...sent, ...missing }, asked, made(device))), 'unreadable')
  }
})

test('refused: a new passkey that was not asked for like this', () => {
  for (const [otherwise, refusal] of [
    [{ challenge: randomBytes(32) }, 'another-challenge'],
    [{ origin: 'https://cus.example.evil' }, 'another-origin'],
    [{ host: 'cus.elsewhere.org' }, 'another-host'],
    [{ flags: 0x41 }, 'not-verified'],
    [{ type: 'webauthn.get' }, 'another-ceremony'],
  ] as const) {
    assert.equal(verdict(readNewPasskey(aDevice().make(asked, otherwise), asked)), refusal)
  }
})

test('refused: keys that are too weak or of another kind', () => {
  const [weak, curve] = [
    generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey,
    generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey,
  ]
  for (const key of [weak, curve]) {
    const publicKey = key.export({ format: 'der', type: 'spki' }).toString('base64url')
    assert.equal(verdict(readNewPasskey({ ...aDevice().make(asked), publicKey }, asked)), 'key-of-unknown-kind')
  }
})

/** What the WebAuthn library says that most servers use; it reads the key out of the device's own CBOR. */
async function takenByReference(device: SoftwareDevice, sent: AssertionSent): Promise<boolean> {
  const { attestationObject, ...registration } = device.make(asked)
  const expected = {
    expectedChallenge: asked.challenge.toString('base64url'),
    expectedOrigin: asked.origin,
    expectedRPID: asked.host,
  }
  const common = { type: 'public-key', clientExtensionResults: {} } as const
  const { registrationInfo } = await verifyRegistrationResponse({
    ...expected,
    response: {
      ...common,
      id: registration.credentialId,
      rawId: registration.credentialId,
      response: { clientDataJSON: registration.clientData, attestationObject },
    },
  })
  const answer = {
    ...common,
    id: sent.credentialId,
    rawId: sent.credentialId,
    response: {
      clientDataJSON: sent.clientData,
      authenticatorData: sent.authenticatorData,
      signature: sent.signature,
      userHandle: sent.userHandle,
    },
  }
  const { credential } = registrationInfo!
  return verifyAuthenticationResponse({ ...expected, response: answer, credential }).then(
    ({ verified }) => verified,
    () => false,
  )
}

const kinds = fc.constantFrom<KeyKind>('ed25519', 'ec', 'rsa')
const parts = fc.constantFrom('clientData', 'authenticatorData', 'signature')

test('whichever byte of an answer is changed, it is refused', () => {
  const devices = { ed25519: aDevice('ed25519'), ec: aDevice('ec'), rsa: aDevice('rsa') }
  const property = fc.property(kinds, parts, fc.nat(2000), fc.integer({ min: 1, max: 255 }), (kind, part, at, bits) => {
    const sent = devices[kind].sign(asked, handle)
    const bytes = Buffer.from(sent[part], 'base64url')
    bytes[at % bytes.length]! ^= bits
    const changed = { ...sent, [part]: bytes.toString('base64url') }
    return verdict(readAssertion(changed, asked, made(devices[kind]))) !== 'taken'
  })
  fc.assert(property, { numRuns: 500 })
})

test('whatever a device signs, nothing is taken that the reference refuses', async () => {
  const device = aDevice()
  /** Mostly as asked, so that some are right in every part. */
  const mostly = <T>(right: T, ...wrong: T[]) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(right) }, { weight: 1, arbitrary: fc.constantFrom(...wrong) })
  const otherwise = fc.record(
    {
      type: mostly('webauthn.get', 'webauthn.create', ''),
      origin: mostly(asked.origin, `${asked.origin}.evil`, 'https://example.org', 'null'),
      host: mostly(asked.host, 'example.org', ''),
      flags: fc.constantFrom(0, 1, 4, 5, 0x0d, 0x1d, 0x15, 0x45, 0x85, 0xc5),
      signCount: fc.nat(3),
    },
    { requiredKeys: [] },
  )
  const counts = { taken: 0, refused: 0 }
  const property = fc.asyncProperty(otherwise, async (other) => {
    const sent = device.sign(asked, handle, other)
    const taken = verdict(readAssertion(sent, asked, made(device))) === 'taken'
    counts[taken ? 'taken' : 'refused'] += 1
    assert.ok(!taken || (await takenByReference(device, sent)))
  })
  await fc.assert(property, { numRuns: 200 })
  assert.ok(counts.taken > 5 && counts.refused > 20, JSON.stringify(counts))
})

test('whatever is sent, it is refused and nothing throws', () => {
  const passkey = made(aDevice())
  const text = fc.oneof(
    fc.string(),
    fc.base64String(),
    fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('base64url')),
  )
  const answer = fc.record({
    credentialId: text,
    clientData: text,
    authenticatorData: text,
    signature: text,
    userHandle: text,
  })
  fc.assert(fc.property(answer, (sent) => verdict(readAssertion(sent, asked, passkey)) !== 'taken'))
  const making = fc.record({ credentialId: text, clientData: text, authenticatorData: text, publicKey: text })
  fc.assert(fc.property(making, (sent) => verdict(readNewPasskey(sent, asked)) !== 'taken'))
})
