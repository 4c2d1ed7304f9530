import assert from 'node:assert/strict'
import { request } from 'node:http'
import { after, test } from 'node:test'
import { createApp } from '#app'
import { openChangeFeed } from '#platform/changes.ts'
import { aWorkplace } from '#test/accounts-site.ts'
import { testDatabase } from '#test/database.ts'
import { serve } from './serve.ts'

/** The program on a port, with a pace of ten pages at once and two a second for each address. */
const place = await aWorkplace({ config: { host: '127.0.0.1', port: 0, pagesPerSecond: 2 } })
const { deps, centre } = place
const lost = new Promise<never>(() => {})
const feed = openChangeFeed(testDatabase().app, deps.log)
after(() => feed.stop())
const listening = () =>
  serve({ deps, feed, server: { ...testDatabase(), lost } as never, stop: () => Promise.resolve() })

const ask = (address: string, path: string, cookie = '', method = 'GET') =>
  new Promise<{ status: number; retryAfter: string | undefined; text: string }>((resolve, reject) => {
    const headers = { host: centre.host, cookie, origin: `http://${centre.host}` }
    request(address + path, { headers, method, agent: false })
      .on('response', (answer) => {
        const text = answer.setEncoding('utf8').toArray()
        const { statusCode: status = 0, headers } = answer
        void text.then((parts) => resolve({ status, retryAfter: headers['retry-after'], text: parts.join('') }))
      })
      .on('error', reject)
      .end()
  })

test('a flood from one address is refused; kept pages, files and whoever is signed in are served beside it', async () => {
  const running = await listening()
  const address = running.address.replace(/\/$/, '')
  const { browser } = await place.signedIn('front-desk')
  const cookie = `__Host-session=${browser.cookies.get('__Host-session')}`
  assert.equal((await ask(address, '/praca', cookie)).status, 200)
  for (let time = 0; time < 2; time += 1) assert.equal((await ask(address, '/uslugi')).status, 200)

  const flood = Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      n % 3 === 0 ? ask(address, '/logowanie', '', 'POST') : ask(address, `/uslugi?q=opieka+${n}`),
    ),
  )
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const [path, own] of [
    ['/uslugi', ''],
    ['/healthz', ''],
    [deps.assets.url('public.css'), ''],
    ['/praca', cookie],
  ] as const) {
    assert.equal((await ask(address, path, own)).status, 200, path)
  }
  const answers = await flood
  const refused = answers.filter(({ status }) => status === 429)
  const forms = answers.filter((_, n) => n % 3 === 0)
  // Ten go at once, less the three pages before, and six wait; some more where the machine is slow.
  assert.ok(refused.length >= 3 && refused.length <= 18, String(refused.length))
  assert.ok(forms.some(({ status }) => status === 429))
  assert.ok(refused.length > forms.filter(({ status }) => status === 429).length)
  for (const { retryAfter, text } of refused) {
    assert.equal(retryAfter, '5')
    assert.match(text, /<html lang="pl"[^]*<h1[^>]*>Za dużo stron naraz<\/h1>/)
  }
  await running.stop()
})

test('the program stops at once, also while some wait for their turn', async () => {
  const running = await listening()
  const address = running.address.replace(/\/$/, '')
  const counts = { served: 0 }
  const flood = Array.from({ length: 20 }, async (_, n) => {
    const { status } = await ask(address, `/uslugi?q=opieka+${n}`).catch(() => ({ status: 0 }))
    if (status === 200) counts.served += 1
    return status
  })
  while (counts.served < 10) await new Promise((resolve) => setTimeout(resolve, 10))
  await new Promise((resolve) => setTimeout(resolve, 300))
  await running.stop()
  const statuses = await Promise.all(flood)
  // Sixteen would be served in the end. On a slow machine some requests haven't arrived yet.
  assert.ok(counts.served < 16, String(counts.served))
  assert.ok(statuses.every((status) => [200, 429, 0].includes(status)))
  assert.ok(statuses.includes(429))
})

test('however many ask whether the program is ready, the database is asked once at a time', async () => {
  let asked = 0
  const withoutTenant: typeof deps.database.withoutTenant = (work) => {
    asked += 1
    return deps.database.withoutTenant(work)
  }
  const app = createApp({ ...deps, database: { ...deps.database, withoutTenant } })
  const all = await Promise.all(Array.from({ length: 50 }, async () => app.request('/readyz')))
  assert.ok(all.every(({ status }) => status === 200))
  assert.equal(asked, 1)
  assert.equal((await app.request('/readyz')).status, 200)
  assert.equal(asked, 2)
})
