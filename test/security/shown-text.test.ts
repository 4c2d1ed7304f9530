import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { becomePerson } from '../accessibility/windows.ts'
import { findPages } from '../accessibility/pages.ts'
import { buildWorld, type Person, type World } from '../accessibility/world.ts'
import { plannedTexts } from '../accessibility/life-of-plan.ts'
import { openBrowser, openContext, whyNoBrowser } from '../browser.ts'
import { someAnswers, someApplication } from '../casework-builders.ts'
import { openSite } from '../site.ts'
import { payloads } from './payloads.ts'

/**
 * A city in which people and staff typed nothing but attacks: its life is lived through the same forms as ever, and each
 * of its pages is opened in Chromium by whoever may see it.
 */
const skip = whyNoBrowser()

/** As many of them as a long field takes; the next field goes on where this one stopped. */
let used = 0
function attacks(most: number): string {
  let text = ''
  while (text.length + payloads[used % payloads.length]!.length < most)
    text += `${payloads[used++ % payloads.length]!}\n`
  return text
}

const long = 3500
const short = 60
Object.assign(someAnswers, { words: attacks(long), givenName: attacks(short), familyName: `A${attacks(short)}` })
Object.assign(someApplication, {
  words: attacks(long),
  givenName: someAnswers.givenName,
  familyName: someAnswers.familyName,
})
for (const [name, text] of Object.entries(plannedTexts)) {
  Object.assign(plannedTexts, {
    [name]: text.length > 30 ? attacks(name === 'narrative' ? long : 400) : attacks(short),
  })
}

const [site, browser] = skip === undefined ? await Promise.all([openSite(), openBrowser()]) : []
after(async () => {
  await browser?.close()
  await site?.stop()
})

test('no text that was typed runs or breaks out, on any page', { skip: skip ?? false, timeout: 300_000 }, async () => {
  const world = await buildWorld(site!)
  const { visits } = await findPages(site!, world)
  assert.ok(used >= 200, `${used} payloads were typed`)
  const found: string[] = []
  let shown = 0
  let pages = 0
  for (const person of new Set(visits.map((visit) => visit.person))) {
    const context = await contextOf(world, person)
    const page = await context.newPage()
    page.on('dialog', (dialog) => void dialog.dismiss())
    for (const { path } of visits.filter((visit) => visit.person === person)) {
      if (!(await world.people.get(person)!.get(path)).text.includes('xss')) continue
      pages += 1
      await page.goto(site!.address + path, { waitUntil: 'domcontentloaded' })
      const { faults, attacks } = await page.evaluate(lookForAttacks)
      found.push(...faults.map((fault) => `${path}: ${fault}`))
      shown += attacks
    }
    await context.close()
  }
  assert.deepEqual(found, [])
  assert.ok(shown >= 40, `${shown} texts were shown`)
  console.log(
    `attacks in text: ${used} typed, seen ${shown} times on ${pages} of ${visits.length} pages, 0 ran, 0 broke the policy`,
  )
})

const listener = `
  globalThis.ran = []
  globalThis.xss = () => ran.push('ran')
  globalThis.alert = () => ran.push('alerted')
  document.addEventListener('securitypolicyviolation', (event) => ran.push('policy: ' + event.effectiveDirective))
`

async function contextOf({ people }: World, person: Person) {
  const context = await openContext(browser!, { width: 1280, scripts: true })
  await becomePerson(context, site!, people.get(person)!)
  await context.addInitScript({ content: listener })
  return context
}

/** In the page: what ran, what became an element, and how many attacks stand there as text. */
function lookForAttacks(): { faults: string[]; attacks: number } {
  const { ran } = globalThis as unknown as { ran: string[] }
  const broken = document.querySelectorAll(
    '[onerror], [onload], [onfocus], [ontoggle], [onstart], [onmouseover], iframe, object, embed, math, base, marquee, img[src="x"], a[href^="javascript"], form[action^="javascript"], meta[http-equiv=refresh]',
  )
  const text =
    document.body.textContent +
    [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value).join(' ')
  return {
    faults: [...ran, ...[...broken].map(({ outerHTML }) => outerHTML.slice(0, 100))],
    attacks: text.split('xss').length - 1,
  }
}
