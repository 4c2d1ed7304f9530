import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { buildWorld, type Person } from './accessibility/world.ts'
import { openBrowser, openContext, whyNoBrowser, type Width } from './browser.ts'
import { openSite } from './site.ts'

/** How people set up their devices, and what the pages make of it; on pages that hold every pattern between them. */
const skip = whyNoBrowser() ?? false
const site = skip === false ? await openSite() : undefined
const browser = skip === false ? await openBrowser() : undefined
after(async () => {
  await browser?.close()
  await site?.stop()
})
const world = site && (await buildWorld(site))

type Seen = readonly [Person, string]

const patterns: readonly Seen[] = [
  ['nobody', '/'],
  ['resident', '/moja-sprawa'],
  ['nobody', '/dev/elementy'],
  ['plan-coordinator', '/praca/plany'],
]

async function on(
  [person, path]: Seen,
  width: Width,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await openContext(browser!, { width, scripts: true }, options)
  const { hostname } = new URL(site!.address)
  const cookies = [...world!.people.get(person)!.cookies]
  await context.addCookies(cookies.map(([name, value]) => ({ name, value, domain: hostname, path: '/', secure: true })))
  const page = await context.newPage()
  await page.goto(site!.address + path)
  await look(page)
  await context.close()
}

test('with more contrast asked for, text has at least 7 to 1', { skip }, async () => {
  const axe = await readFile(new URL(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
  for (const seen of patterns) {
    await on(seen, 1280, { contrast: 'more' }, async (page) => {
      await page.evaluate(axe)
      const pale = await page.evaluate(async () => {
        const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run({
          runOnly: ['color-contrast-enhanced'],
        })
        return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')))
      })
      assert.deepEqual(pale, [], seen[1])
    })
  }
})

interface Axe {
  run(options: object): Promise<{ violations: { nodes: { target: string[] }[] }[] }>
}

test('in the colours of the system, only the current section and steps that are done look so', { skip }, async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await on(['resident', '/moja-sprawa'], 1280, { forcedColors: 'active', colorScheme }, async (page) => {
      const drawn = await page.evaluate(() => {
        const ground = getComputedStyle(document.body).backgroundColor
        const borders = [...document.querySelectorAll('.govuk-service-navigation__item')].map(
          (item) => getComputedStyle(item).borderBottomColor !== ground,
        )
        const filled = [...document.querySelectorAll('.splot-step')].map(
          (step) => getComputedStyle(step, '::after').backgroundColor !== ground,
        )
        const done = [...document.querySelectorAll('.splot-step')].map((step) =>
          step.classList.contains('splot-step--done'),
        )
        const mark = getComputedStyle(document.querySelector('.splot-mark')!).color
        return { borders, filled, done, mark, text: getComputedStyle(document.body).color }
      })
      assert.deepEqual(drawn.borders, [false, false, true])
      assert.ok(drawn.done.includes(true) && drawn.done.includes(false))
      assert.deepEqual(drawn.filled, drawn.done)
      assert.equal(drawn.mark, drawn.text)
    })
  }
})

test('in the colours of the system the focus has an outline', { skip }, async () => {
  for (const seen of patterns)
    await on(seen, 1280, { forcedColors: 'active' }, async (page) => {
      const without = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
          .filter((element) => element.checkVisibility() && !element.matches(':disabled, [type=hidden]'))
          .filter((element) => {
            element.focus()
            const drawn = element.matches('[type=radio], [type=checkbox]')
              ? getComputedStyle(element.nextElementSibling!, '::before')
              : getComputedStyle(element)
            return (
              drawn.outlineStyle !== 'auto' && (drawn.outlineStyle === 'none' || !/^[2-9]/.test(drawn.outlineWidth))
            )
          })
          .map((element) => element.outerHTML.slice(0, 100)),
      )
      assert.deepEqual(without, [], seen[1])
    })
})

test('nothing moves for those who asked for it', { skip }, async () => {
  for (const seen of patterns) {
    await on(seen, 1280, { reducedMotion: 'reduce' }, async (page) => {
      const moving = await page.evaluate(() =>
        [...document.querySelectorAll('*')]
          .filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element)
            return /[1-9]/.test(transitionDuration) || animationName !== 'none'
          })
          .map((element) => element.className),
      )
      assert.deepEqual(moving, [], seen[1])
    })
  }
})

const tables: readonly Seen[] = [
  ['front-desk', '/praca/zgloszenia'],
  ['data-protection-officer', '/praca/audyt'],
  ['administrator', '/praca/uprawnienia'],
  ['plan-coordinator', '/praca/plany'],
  ['nobody', '/dev/elementy'],
]

test('on a phone no column of a table hides at the side, and each cell says its column', { skip }, async () => {
  for (const seen of tables) {
    await on(seen, 320, {}, async (page) => {
      const boxes = await page.evaluate(() =>
        [...document.querySelectorAll('.splot-table')].map((box) => ({
          hidden: box.scrollWidth - box.clientWidth,
          nameless: [...box.querySelectorAll('td')].filter((cell) => !cell.dataset['column'] && cell.textContent !== '')
            .length,
        })),
      )
      assert.ok(boxes.length > 0, `${seen[1]} has a table`)
      for (const box of boxes) assert.deepEqual(box, { hidden: 0, nameless: 0 }, seen[1])
    })
  }
})

test('as cards the rows are still a table to a screen reader', { skip }, async () => {
  await on(['plan-coordinator', '/praca/plany'], 320, {}, async (page) => {
    const tree = await page.locator('.splot-table').ariaSnapshot()
    for (const role of ['table', 'row', 'columnheader', 'cell']) assert.match(tree, new RegExp(`- ${role}\\b`))
  })
})
