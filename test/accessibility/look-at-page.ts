import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Fault } from './fault.ts'
import type { Look } from './in-page/elements.ts'
import type { WalkStep } from './in-page/focus.ts'
import type { inPage } from './in-page/main.ts'

declare const splotLook: typeof inPage
declare const axe: { run(options: object): Promise<{ violations: Violation[]; passes: unknown[] }> }

interface Violation {
  id: string
  help: string
  nodes: { target: unknown[]; failureSummary?: string }[]
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const [checks, axeSource] = await Promise.all([
  build({ entryPoints: [path('in-page/main.ts')], bundle: true, write: false, format: 'iife', target: 'es2024' }),
  readFile(path('../../node_modules/axe-core/axe.min.js'), 'utf8'),
])
const checksSource = checks.outputFiles[0]!.text

/** The checks that read the page where it stands. */
export async function lookAround(page: Page, look: Look): Promise<Fault[]> {
  await page.evaluate(checksSource)
  return page.evaluate((asked) => splotLook.lookAround(asked), look)
}

/** WCAG 2.2 A and AA and the best practices, with two rules that axe has switched off. Hangs where no script runs. */
const axeOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'target-size': { enabled: true },
    'label-content-name-mismatch': { enabled: true },
  },
  resultTypes: ['violations'],
}

export async function runAxe(page: Page): Promise<Fault[]> {
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate((options) => axe.run(options), axeOptions)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => ({
      check: `axe ${id}`,
      where: target.join(' '),
      what: `${help}. ${failureSummary.split('\n').slice(1).join(' ').trim()}`,
    })),
  )
}

/** Presses Tab through the whole page, looking after each press. */
export async function walkByTab(page: Page): Promise<Fault[]> {
  await page.evaluate(checksSource)
  const stops = await page.evaluate(() => splotLook.beginWalk())
  let isOver = stops === 0
  for (let presses = 0; !isOver && presses < stops + 4; presses++) {
    await page.keyboard.press('Tab')
    isOver = (await step(page)) === 'over'
  }
  return page.evaluate((over) => splotLook.endWalk(over), isOver)
}

/** On a busy machine the focus may move a moment after the press. */
async function step(page: Page): Promise<WalkStep> {
  for (const wait of [10, 40, 150]) {
    const stands = await page.evaluate(() => splotLook.stepWalk(false))
    if (stands !== 'still') return stands
    await setTimeout(wait)
  }
  return page.evaluate(() => splotLook.stepWalk(true))
}
