import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { openBrowser, openContext, whyNoBrowser } from './browser.ts'
import { openSite } from './site.ts'

/** What a phone on a slow line has to load: everything that the page asks for, as it is served. */
const most = { first: 60_000, next: 15_000, requests: 20 }

const skip = whyNoBrowser()
const opened = skip === undefined ? await Promise.all([openSite(), openBrowser()]) : undefined
after(async () => {
  await opened?.[1].close()
  await opened?.[0].stop()
})

const paths = [
  '/',
  '/uslugi',
  '/uslugi?q=nie+mam+si%C5%82y+opiekowa%C4%87+si%C4%99+mam%C4%85',
  '/uslugi/kurs-opieki-nad-osoba-lezaca',
  '/nie-wiem',
  '/potrzebuje-pomocy',
  '/potrzebuje-pomocy/co-sie-dzieje',
  '/moja-sprawa',
]

interface Weight {
  bytes: number
  requests: number
}

/** What went over the wire, headers included; what the browser had kept costs nothing. */
async function weigh(context: BrowserContext, address: string): Promise<Weight> {
  const page = await context.newPage()
  const network = await context.newCDPSession(page)
  const weight = { bytes: 0, requests: 0 }
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    weight.bytes += encodedDataLength
    if (encodedDataLength > 0) weight.requests++
  })
  await network.send('Network.enable')
  const answer = await page.goto(address, { waitUntil: 'networkidle' })
  assert.equal(answer?.status(), 200)
  await page.close()
  return weight
}

for (const path of paths) {
  test(`${path} is light on a first view and lighter on the next`, { skip: skip ?? false }, async (t) => {
    const [site, browser] = opened!
    const views = []
    for (const before of [undefined, '/logowanie']) {
      const context = await openContext(browser, { width: 320, scripts: true })
      if (before !== undefined) await weigh(context, site.address + before)
      views.push(await weigh(context, site.address + path))
      await context.close()
    }
    const [first, next] = views as [Weight, Weight]
    t.diagnostic(`first ${kB(first.bytes)} in ${first.requests} requests, next ${kB(next.bytes)}`)
    assert.ok(first.requests > 2 && next.requests > 0, 'a page was loaded')
    assert.ok(first.bytes <= most.first, `${kB(first.bytes)} on a first view`)
    assert.ok(next.bytes <= most.next, `${kB(next.bytes)} on the next`)
    assert.ok(first.requests <= most.requests, `${first.requests} requests`)
  })
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
