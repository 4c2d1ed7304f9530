import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, Route } from 'playwright-core'
import { contentSecurityPolicy } from '#platform/web-security.ts'
import { axeMemory } from './accessibility/axe-rules.ts'
import { sayFault } from './accessibility/fault.ts'
import { inspect } from './accessibility/inspect.ts'
import { knownBad, type KnownBad } from './accessibility/known-bad.ts'
import { knownGood } from './accessibility/known-good.ts'
import { knownLater } from './accessibility/known-later.ts'
import { watch } from './accessibility/watch.ts'
import { openBrowser, openContext, whyNoBrowser, type Sight } from './browser.ts'

/** The control of the accessibility gate: a check that finds nothing on a page known to be bad is none. */
const skip = whyNoBrowser()
const address = 'http://localhost:1'
const browser = skip === undefined ? await openBrowser() : undefined
after(() => browser?.close())

const clean =
  'body { margin: 16px; font: 19px/1.5 sans-serif; color: #1b2430 } a { color: #0b5260 } button { padding: 8px } input { border: 2px solid #1b2430; padding: 8px } a:focus, button:focus, input:focus { outline: 3px solid #1b2430 } .line { display: block; padding: 8px } .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }'

const documentOf = ({ html = '', body = '', title, lang }: Partial<KnownBad>): string => `<!doctype html>
<html lang="${lang ?? 'pl'}"><head><meta charset="utf-8"><title>${title ?? 'Zgłoszenie potrzeby – CUS'}</title>
${html.startsWith('<meta') ? html : '<meta name="viewport" content="width=device-width, initial-scale=1">'}
<link rel="icon" href="/mark.svg"><link rel="stylesheet" href="/sheet.css"><script type="module" src="/script.js"></script></head>
<body>${html.startsWith('<!--') ? '' : '<a class="skip" href="#tresc">Przejdź do treści</a>'}
<header><p><a href="tel:+48560000000">56 000 00 00</a></p></header>
<main id="tresc" tabindex="-1"><h1>Zgłoszenie potrzeby</h1><p>Powiedz, co się dzieje. Zadzwoń albo <a href="/pomoc">przeczytaj, jak pomagamy</a>.</p>
${body}</main></body></html>`

const mark = '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16"></svg>'

async function answer(route: Route, bad: Partial<KnownBad>): Promise<void> {
  const { pathname } = new URL(route.request().url())
  const headers = { 'Content-Security-Policy': contentSecurityPolicy }
  const files: Record<string, [type: string, body: string]> = {
    '/': ['text/html', documentOf(bad)],
    '/sheet.css': ['text/css', clean + (bad.css ?? '')],
    '/script.js': ['text/javascript', (bad.script ?? '').replace(/^(\w+)(?=\.add)/, 'document.getElementById("$1")')],
    '/mark.svg': ['image/svg+xml', mark],
  }
  const [contentType, body] = files[pathname] ?? ['text/plain', '']
  await route.fulfill({ status: files[pathname] ? 200 : 404, headers, contentType, body })
}

const pages = new Map<string, Promise<Page>>()

async function findFaults(
  bad: Partial<KnownBad>,
  sight: Sight,
  { lang = 'pl', rulesFor = axeMemory() } = {},
): Promise<string[]> {
  const key = JSON.stringify(sight)
  if (!pages.has(key))
    pages.set(
      key,
      openContext(browser!, sight).then((context) => context.newPage()),
    )
  const page = await pages.get(key)!
  page.removeAllListeners()
  const complaints = watch(page, address)
  await page.unrouteAll()
  await page.route('**/*', (route) => answer(route, bad))
  await page.goto(address)
  const look = { lang, ...sight, refused: bad.refused ?? false, names: [], walk: true }
  return (await inspect(page, complaints, { ...look, rulesFor })).faults.map(sayFault)
}

const sights: Sight[] = [
  { width: 320, scripts: true },
  { width: 320, scripts: false },
]

const counts = { caught: 0, looked: 0, falseAlarms: 0 }

for (const { what, ...good } of [{ what: 'the page without any fault' }, ...knownGood]) {
  test(`the accessibility gate has nothing against ${what}`, { skip: skip ?? false }, async () => {
    for (const sight of sights) {
      const alarms = await findFaults(good, sight)
      counts.falseAlarms += alarms.length
      assert.deepEqual(alarms, [])
    }
  })
}

for (const bad of knownBad) {
  test(`the accessibility gate catches ${bad.fault}`, { skip: skip ?? false }, async () => {
    counts.looked += 1
    const found = (await Promise.all(sights.map((sight) => findFaults(bad, sight)))).flat()
    assert.ok(
      found.some((line) => bad.check.test(line)),
      `not caught; found: ${found.join('\n') || 'nothing'}`,
    )
    counts.caught += 1
  })
}

for (const { fault, check, first, later } of knownLater) {
  const where = later.lang ? 'in another language' : 'at a desk'
  test(`the accessibility gate catches ${fault} only ${where}`, { skip: skip ?? false }, async () => {
    const rulesFor = axeMemory()
    assert.deepEqual(await findFaults(first, { width: 320, scripts: true }, { rulesFor }), [])
    const sight = { width: later.width ?? 320, scripts: true } as const
    const found = await findFaults(later, sight, { lang: later.lang ?? 'pl', rulesFor })
    assert.ok(
      found.some((line) => check.test(line)),
      `not caught; found: ${found.join('\n') || 'nothing'}`,
    )
  })
}

test('axe is asked nothing about a view that is like those before', () => {
  const [rulesFor, view] = [axeMemory(), { lang: 'pl', width: 320, structure: 'one' }]
  const all = rulesFor(view)
  assert.deepEqual(rulesFor(view), [])
  assert.ok(rulesFor({ ...view, lang: 'uk' }).includes('link-name'))
  assert.ok(rulesFor({ ...view, width: 1280 }).includes('color-contrast'))
  assert.deepEqual(rulesFor({ ...view, structure: 'other' }), all)
})

test('what the gate is worth', { skip: skip ?? false }, (context) => {
  const { caught, looked, falseAlarms } = counts
  context.diagnostic(
    `caught ${caught} of ${looked}, false alarms on ${knownGood.length + 1} clean pages: ${falseAlarms}`,
  )
})
