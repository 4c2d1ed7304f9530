import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { glob, readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import { addressOf, openSecureCity, visitorFor, writesIn } from './secure-city.ts'

/** What must hold on each route of the program, whoever adds one. */
const city = await openSecureCity()
const { site, world, app, routes } = city
after(() => site.stop())
const host = new URL(site.address).host
const reads = routes.filter(({ method }) => method === 'GET')
const acts = routes.filter(({ method }) => method !== 'GET')

const directives = (policy: string): Map<string, string> =>
  new Map(policy.split('; ').map((part) => [part.split(' ')[0]!, part.slice(part.indexOf(' ') + 1)]))

function assertSecure(headers: Headers, where: string): void {
  const policy = directives(headers.get('content-security-policy') ?? '')
  assert.equal(policy.get('default-src'), "'none'", where)
  for (const name of ['object-src', 'base-uri', 'frame-ancestors']) assert.equal(policy.get(name), "'none'", where)
  assert.doesNotMatch([...policy.values()].join(' '), /unsafe|\*|https?:/, where)
  assert.equal(headers.get('x-content-type-options'), 'nosniff', where)
  assert.equal(headers.get('referrer-policy'), 'same-origin', where)
  assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', where)
  const [, seconds = '0'] =
    /max-age=(\d+); includeSubDomains/.exec(headers.get('strict-transport-security') ?? '') ?? []
  assert.ok(Number(seconds) >= 365 * 24 * 60 * 60, where)
  for (const name of ['server', 'x-powered-by', 'access-control-allow-origin'])
    assert.equal(headers.get(name), null, where)
}

test('every answer carries the security headers, also one that refuses', async () => {
  let answers = 0
  for (const route of routes) {
    const visitor = visitorFor(city, route)
    const path = addressOf(route)
    const sent =
      route.method === 'GET' ? [visitor.get(path)] : [visitor.post(path), visitor.post(path, {}, { origin: 'x' })]
    const more = [
      visitor.get(path, { host: 'a b' }),
      visitor.get(`${path}/nowhere`),
      visitor.post(path, {}, { 'content-type': 'x' }),
    ]
    for (const { headers, status } of await Promise.all([...sent, ...more])) {
      assertSecure(headers, `${route.method} ${path} ${status}`)
      answers += 1
    }
  }
  console.log(`security headers: ${answers} answers of ${routes.length} routes, all complete`)
})

test('every answer with a body says what it is, in which letters, and is not kept unless public', async () => {
  for (const route of reads) {
    const { headers, status } = await visitorFor(city, route).get(addressOf(route))
    const type = headers.get('content-type') ?? ''
    if (status !== 303)
      assert.match(
        type,
        /^(text\/(html|plain|css|javascript); charset=utf-8|application\/pdf|text\/css|image\/)/i,
        route.path,
      )
    if (route.path.startsWith('/praca'))
      assert.match(headers.get('cache-control')!, /^(private, )?no-store$/, route.path)
  }
})

test('every cookie is bound to its host, and one place writes them', async () => {
  const names = [...world.people.values()].flatMap(({ cookies }) => [...cookies.keys()])
  assert.ok(new Set(names).size >= 4)
  for (const name of names) assert.match(name, /^__Host-/)
  for await (const file of glob('src/**/*.{ts,tsx}')) {
    if (file.endsWith('web-cookies.ts') || /\.test\.tsx?$/.test(file)) continue
    assert.doesNotMatch(await readFile(file, 'utf8'), /hono\/cookie|setCookie/, file)
  }
})

test('every page of the workplace has a way out, and a password is masked but may come from a manager', async () => {
  for (const route of reads.filter(({ path }) => path.startsWith('/praca'))) {
    const { status, text, headers } = await visitorFor(city, route).get(addressOf(route))
    const isPage = status === 200 && headers.get('content-type')?.startsWith('text/html')
    if (isPage) assert.match(text, /action="\/wylogowanie"/, route.path)
  }
  const { text } = await world.people.get('nobody')!.get('/logowanie')
  const [field = ''] = /<input[^>]*name="password"[^>]*>/.exec(text) ?? []
  assert.match(field, /type="password"/)
  assert.match(field, /autocomplete="current-password"/)
})

test('no act is taken from another site, or from nowhere, and nothing is written', async () => {
  const before = await writesIn(city)
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: '' },
    { origin: `http://${host}.evil.example` },
    { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
    { origin: `http://${host}`, 'sec-fetch-site': 'same-site' },
  ]
  for (const route of acts) {
    const visitor = visitorFor(city, route)
    for (const headers of foreign) {
      const { status } = await visitor.post(addressOf(route), route.forms[0]?.hidden ?? {}, headers)
      assert.equal(status, 403, `${route.path} ${JSON.stringify(headers)}`)
    }
  }
  assert.deepEqual(await writesIn(city), before)
  console.log(`requests from other sites: ${acts.length * foreign.length} refused, 0 accepted`)
})

test('looking changes nothing, whoever looks and however', async () => {
  const before = await writesIn(city)
  for (const route of routes) {
    for (const visitor of [visitorFor(city, route), world.people.get('nobody')!]) {
      await visitor.get(`${addressOf(route)}?_method=POST&do=save`, { 'x-http-method-override': 'POST' })
    }
  }
  assert.deepEqual(await writesIn(city), before)
})

test('a method that no page has gets 404', async () => {
  for (const method of ['PUT', 'DELETE', 'PATCH', 'PROPFIND', 'OPTIONS']) {
    for (const { path } of reads) {
      const headers = { host, origin: `http://${host}` }
      const { status } = await app.fetch(new Request(`http://${host}${path}`, { method, headers }))
      assert.equal(status, 404, `${method} ${path}`)
    }
  }
})

const elsewhere = [
  ...[
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/%2F/evil.example',
    '/%5Cevil.example',
  ],
  ...[
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    '/%09/evil.example',
    '/\t/evil.example',
    'evil.example',
  ],
  ...[
    'https:evil.example',
    'https:/evil.example',
    '///evil.example',
    '/..//evil.example',
    '/.%2e//evil.example',
    '//evil%E3%80%82example',
  ],
  ...[
    '/%0d%0aLocation:%20https://evil.example',
    '//localhost@evil.example',
    '//[::1]@evil.example',
    '/ /evil.example',
    '@evil.example',
  ],
]

test('TRACE echoes nothing', async () => {
  const [, port = ''] = host.split(':')
  const asked = request({ host: '127.0.0.1', port, method: 'TRACE', path: '/', headers: { cookie: 'secret=word' } })
  const [answer] = (await once(asked.end(), 'response')) as [IncomingMessage]
  assert.equal(answer.statusCode, 403)
  assert.doesNotMatch((await answer.toArray()).join(''), /secret=word/)
})

test('no address leads to another site', async () => {
  let tried = 0
  for (const [index, route] of reads.entries()) {
    const visitor = visitorFor(city, route)
    for (const to of elsewhere.filter((_, at) => (at + index) % 11 === 0)) {
      const query = new URLSearchParams([...city.queryNames.map((name) => [name, to])])
      const { location } = await visitor.get(`${addressOf(route)}?${query}`)
      const landed = new URL(location || '/', `http://${host}/x`)
      assert.equal(landed.host, host, `${route.path} ${to} → ${location}`)
      tried += 1
    }
  }
  for (const to of elsewhere) {
    const { status, location, text } = await world.people.get('nobody')!.post('/logowanie', { email: 'a', dalej: to })
    assert.ok(status >= 400 && location === '' && !text.includes(`value="${to}"`), to)
  }
  console.log(`redirects: ${tried + elsewhere.length} tries, 0 to another site`)
})

test('every link and form of every page stays here or names a safe scheme', async () => {
  const addresses = new Set<string>()
  for (const route of reads) {
    const { text } = await visitorFor(city, route).get(addressOf(route))
    // A drawing inside an <img> runs nothing and loads nothing.
    const withoutDrawings = text.replaceAll(/(<img\s[^>]*)src="data:image\/svg\+xml,[^"]*"/g, '$1')
    for (const [, to] of withoutDrawings.matchAll(/\s(?:href|src|action|formaction)="([^"]*)"/g)) addresses.add(to!)
  }
  assert.ok(addresses.size > 100)
  // A letter that the development pages show leads to the address that Splot was started with.
  for (const to of [...addresses].filter((address) => !address.startsWith('http://localhost:3000/'))) {
    assert.match(to, /^(\/(?!\/)|#|\?|https:\/\/|tel:|mailto:|otpauth:\/\/totp\/|$)/, to.slice(0, 200))
  }
})

test('a forged host or forwarding header changes no page', async () => {
  const forged = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-for': '127.0.0.1',
    'x-forwarded-proto': 'gopher',
    'x-original-url': '/praca/konta',
    'x-rewrite-url': '/praca/konta',
    forwarded: 'for=127.0.0.1;host=evil.example',
  }
  for (const route of reads) {
    const visitor = visitorFor(city, route)
    const [honest, lied, elsewhere] = [
      await visitor.get(addressOf(route)),
      await visitor.get(addressOf(route), forged),
      await visitor.get(addressOf(route), { host: 'evil.example' }),
    ]
    assert.equal(lied.status, honest.status, route.path)
    assert.doesNotMatch(
      lied.text + elsewhere.text + lied.location + elsewhere.location,
      /evil\.example|gopher/,
      route.path,
    )
  }
})

test('who guesses passwords behind forged addresses is slowed down all the same', async () => {
  const nobody = world.people.get('nobody')!
  const email = site.account('accountant').email
  const statuses: number[] = []
  for (let guess = 0; guess < 12; guess += 1) {
    const headers = { 'x-forwarded-for': `203.0.113.${guess}`, 'x-real-ip': `203.0.113.${guess}` }
    const { status } = await nobody.post('/logowanie', { email, password: `guess ${guess}`, code: '000000' }, headers)
    statuses.push(status)
  }
  assert.equal(statuses.at(-1), 429)
})

test('nothing of the sources, the settings or the folder is served', async () => {
  const files = [
    '.git/config',
    '.env',
    'package.json',
    'src/main.ts',
    'data/secret',
    'db/schema.sql',
    'server-status',
    'metrics',
  ]
  const folders = ['', 'assets/', 'assets/../', 'assets/%2e%2e/', 'pomoc/', 'pomoc/..%2f', 'static/']
  for (const path of files.flatMap((file) => folders.map((folder) => `/${folder}${file}`))) {
    assert.ok([404, 400].includes((await world.people.get('nobody')!.get(path)).status), path)
  }
  const listing = await world.people.get('nobody')!.get('/assets/')
  assert.equal(listing.status, 404)
})
