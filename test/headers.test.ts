import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createApp } from '#app'
import { contentSecurityPolicy } from '#platform/web-security.ts'
import { aWorkplace, enter } from './accounts-site.ts'
import { Visitor } from './support.ts'

/** What every answer of the program carries, whichever way it was made. */
const workplace = await aWorkplace()
const { centre, deps } = workplace
const app = createApp(deps)
const visitor = new Visitor(app, centre.host)
const staff = (await workplace.signedIn('front-desk')).browser

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
]

const always = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
}

const answers = {
  'a public page': () => visitor.get('/uslugi'),
  'a page kept from before': () => visitor.get('/uslugi'),
  'a page of the workplace': () => staff.get('/praca'),
  'a page that is not there': () => visitor.get('/nie-ma'),
  'a way to the sign-in page': () => visitor.get('/praca'),
  'a refusal': () =>
    visitor.post('/logowanie', {}, { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }),
  'a sign of life': () => visitor.get('/healthz'),
}

for (const [name, ask] of Object.entries(answers)) {
  test(`${name} carries the policy and every security header`, async () => {
    const { headers } = await ask()
    const said = headers.get('content-security-policy')?.split('; ') ?? []
    for (const line of policy) assert.ok(said.includes(line), line)
    assert.deepEqual(
      said.filter((line) => /unsafe|\*|https?:/.test(line)),
      [],
    )
    for (const [header, value] of Object.entries(always)) assert.equal(headers.get(header), value, header)
  })
}

test('a file that isn’t one of the program’s is not found', async () => {
  for (const path of ['/assets/public.css', '/assets/page.00000000.js', '/assets/'])
    assert.equal((await visitor.get(path)).status, 404, path)
})

test('the policy says nothing more than these lines', () => assert.deepEqual(contentSecurityPolicy.split('; '), policy))

test('what belongs to one person is kept by no cache', async () => {
  for (const path of ['/praca', '/praca/zgloszenia']) {
    assert.match((await staff.get(path)).headers.get('cache-control') ?? '', /no-store/)
  }
})

test('over https the browser is told to stay there; on a laptop it is not', async () => {
  const served = createApp({ ...deps, config: { ...deps.config, baseUrl: 'https://cus.example.org' } })
  const strict = (await new Visitor(served, centre.host).get('/')).headers.get('strict-transport-security') ?? ''
  assert.ok(Number(/max-age=(\d+)/.exec(strict)?.[1]) >= 31_536_000)
  assert.match(strict, /includeSubDomains/)
  assert.equal((await visitor.get('/')).headers.get('strict-transport-security'), null)
})

test('every cookie is bound to this host, secure, out of reach of scripts and not sent from other sites', async () => {
  const person = await workplace.person('front-desk')
  const somebody = new Visitor(app, centre.host)
  const set = [
    ...(await enter(somebody, person, deps)).headers.getSetCookie(),
    ...(await somebody.submit('/potrzebuje-pomocy/dla-kogo', { reporter: 'self' })).headers.getSetCookie(),
  ].filter((cookie) => !/max-age=0/i.test(cookie))
  assert.ok(set.length >= 3, set.join('\n'))
  for (const cookie of set) {
    assert.match(cookie, /^__Host-/)
    for (const flag of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax']) {
      assert.ok(cookie.split('; ').includes(flag), `${flag}: ${cookie.replace(/=[^;]*/, '=…')}`)
    }
  }
})

const attack = `<script>alert(1)</script>"><img src=x onerror=alert(2)>`

test('what a person types comes back as text, never as markup', async () => {
  for (const path of [
    `/uslugi?q=${encodeURIComponent(attack)}`,
    `/praca/wnioski?szukaj=${encodeURIComponent(attack)}`,
  ]) {
    const { text } = await staff.get(path)
    assert.ok(text.includes('alert(1)'), path)
    assert.ok(!/<script>|<img src=x/.test(text), path)
  }
})

test('an unsafe request from another site, or from who knows where, is refused', async () => {
  const elsewhere = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': '', origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': '', origin: 'null' },
    { 'sec-fetch-site': '', origin: '' },
  ]
  for (const headers of elsewhere) {
    const { status } = await staff.post('/praca/zgloszenia/nowe', {}, headers)
    assert.equal(status, 403, JSON.stringify(headers))
  }
})
