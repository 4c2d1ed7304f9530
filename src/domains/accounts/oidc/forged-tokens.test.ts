import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auditOf, refusalsOf, type Person, type Workplace } from '#test/accounts-site.ts'
import { aForger, type Forgery } from '#test/identity-provider.ts'
import { aPlace, begin, configure, opened, ownPath } from '#test/office-accounts.ts'
import type { Answer, Visitor } from '#test/support.ts'

/** Somebody linked with `someone` at an issuer that says whatever it is told to. */
async function withForger(): Promise<{
  place: Workplace
  forger: Awaited<ReturnType<typeof aForger>>
  person: Person
}> {
  const place = await aPlace()
  const forger = await aForger()
  opened.push(forger)
  assert.equal((await configure(place, forger)).status, 303)
  const { browser, person } = await place.signedIn('front-desk')
  const page = await browser.submit(ownPath, {}, 'Połącz konta')
  const address = /href="(http[^"]*)"[^>]*>Przejdź do logowania/.exec(page.text)![1]!.replaceAll('&amp;', '&')
  assert.equal((await answered(browser, forger, address, {})).location, `${ownPath}?polaczono=tak`)
  return { place, forger, person }
}

/** The forger's answer to the way that begins at this address, with an honest nonce unless the forgery has another. */
async function answered(
  browser: Visitor,
  forger: Awaited<ReturnType<typeof aForger>>,
  address: string,
  { claims, ...forgery }: Forgery,
): Promise<Answer> {
  const asked = new URL(address).searchParams
  forger.forgery = { ...forgery, claims: { nonce: asked.get('nonce'), amr: ['mfa'], ...claims } }
  return browser.get(`${begin}/powrot?code=forged&state=${asked.get('state')}`)
}

const soon = () => Math.floor(Date.now() / 1000)

const forged: [fact: string, forgery: () => Forgery, reason: string][] = [
  ['of another issuer', () => ({ claims: { iss: 'https://evil.example' } }), 'wrong-issuer'],
  ['for another client', () => ({ claims: { aud: 'another-client' } }), 'wrong-audience'],
  ['for another client beside us', () => ({ claims: { aud: ['splot', 'b'], azp: 'b' } }), 'wrong-audience'],
  ['with another nonce', () => ({ claims: { nonce: 'another' } }), 'wrong-nonce'],
  ['without a nonce', () => ({ claims: { nonce: undefined } }), 'wrong-answer'],
  ['that has expired', () => ({ claims: { iat: soon() - 900, exp: soon() - 600 } }), 'expired'],
  ['that is not valid yet', () => ({ claims: { nbf: soon() + 600 } }), 'expired'],
  ['that never expires', () => ({ claims: { exp: undefined } }), 'wrong-answer'],
  ['without a subject', () => ({ claims: { sub: undefined } }), 'wrong-answer'],
  ['signed by another key', () => ({ signature: 'another-key' }), 'wrong-signature'],
  ['that nobody signed', () => ({ signature: 'none' }), 'wrong-signature'],
  ['signed with the client’s secret', () => ({ signature: 'secret' }), 'wrong-signature'],
]

test('no forged token opens anything: each is refused kindly, with its reason in the audit alone', async () => {
  const { place, forger } = await withForger()
  const enter = async (forgery: Forgery) => {
    const visitor = place.visitor()
    return answered(visitor, forger, (await visitor.get(begin)).location, forgery)
  }
  assert.equal((await enter({})).location, '/praca', 'an honest token does')
  assert.ok(forger.sent['code_verifier'], 'the code is bound to who began')
  for (const [fact, forgery] of forged) {
    const { status, text } = await enter(forgery())
    assert.equal(status, 422, `a token ${fact}`)
    assert.match(text, /Nie udało się wejść kontem urzędu|Logowanie trwało za długo/)
  }
  assert.deepEqual(
    await refusalsOf(place),
    forged.map(([, , reason]) => reason),
  )
  const text = JSON.stringify(await auditOf(place))
  assert.ok(!text.includes('someone'), 'the audit does not say whom the issuer named')
})

test('an issuer that leads elsewhere is not followed', async () => {
  const { place, forger } = await withForger()
  for (const forgery of [
    { redirectTo: 'http://169.254.169.254/latest/meta-data' },
    { metadata: { token_endpoint: 'http://127.0.0.2:1/token' } },
    { metadata: { jwks_uri: 'https://evil.example/jwks' } },
    { metadata: { issuer: 'https://evil.example' } },
  ] satisfies Forgery[]) {
    const other = await aForger()
    opened.push(other)
    other.forgery = forgery
    const answer = await configure(place, other)
    if (answer.status === 422) continue
    const visitor = place.visitor()
    const led = await visitor.get(begin)
    assert.equal((await answered(visitor, other, led.location, forgery)).status, 422)
  }
  assert.ok(forger.issuer)
})

test('inner addresses are not asked unless the operator opened them', async () => {
  const forger = await aForger()
  opened.push(forger)
  const closed = await aPlace('')
  const answer = await configure(closed, forger)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Serwer pod tym adresem nie odpowiada/)
  assert.deepEqual(forger.sent, {})
})
