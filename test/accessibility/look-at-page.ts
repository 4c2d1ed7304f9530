import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import type { Fault } from './fault.ts'
import type { Look } from './in-page/elements.ts'
import type { WalkStep } from './in-page/focus.ts'
import type { Around, inPage } from './in-page/main.ts'

declare const splotLook: typeof inPage

interface Answer {
  violations: { id: string; help: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
}

const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const [checks, axeSource] = await Promise.all([
  build({ entryPoints: [path('in-page/main.ts')], bundle: true, write: false, format: 'iife', target: 'es2024' }),
  readFile(path('../../node_modules/axe-core/axe.min.js'), 'utf8'),
])
const checksSource = checks.outputFiles[0]!.text

/** The checks that read the page where it stands. */
export const lookAround = (page: Page, look: Look): Promise<Around> =>
  page.evaluate(`${checksSource};splotLook.look(${JSON.stringify(look)})`)

/** Asks axe these rules. Hangs where no script runs. */
export async function runAxe(page: Page, rules: string[]): Promise<Fault[]> {
  const options = { runOnly: { type: 'rule', values: rules }, resultTypes: ['violations'] }
  const { violations } = await page.evaluate<Answer>(`${axeSource};axe.run(${JSON.stringify(options)})`)
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
  const keys = await keysOf(page)
  const stops = await page.evaluate<number>(`${checksSource};splotLook.beginWalk()`)
  let isOver = stops === 0
  for (let presses = 0; !isOver && presses < stops + 4; presses++) {
    await keys.pressTab()
    isOver = (await step(keys)) === 'over'
  }
  return page.evaluate((over) => splotLook.endWalk(over), isOver)
}

/** On a busy machine the focus may move a moment after the press. */
async function step(keys: Keys): Promise<WalkStep> {
  for (const wait of [10, 40, 150]) {
    const stands = await keys.ask('splotLook.stepWalk(false)')
    if (stands !== 'still') return stands
    await setTimeout(wait)
  }
  return keys.ask('splotLook.stepWalk(true)')
}

interface Keys {
  pressTab(): Promise<unknown>
  ask(expression: string): Promise<WalkStep>
}

const opened = new WeakMap<Page, Promise<Keys>>()

/** The browser's own door: hundreds of presses a page are too many for the long way round. */
function keysOf(page: Page): Promise<Keys> {
  const keys = opened.get(page) ?? openKeys(page)
  opened.set(page, keys)
  return keys
}

async function openKeys(page: Page): Promise<Keys> {
  const session = await page.context().newCDPSession(page)
  const tab = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 }
  const send = (type: 'rawKeyDown' | 'keyUp') => session.send('Input.dispatchKeyEvent', { type, ...tab })
  return {
    pressTab: () => Promise.all([send('rawKeyDown'), send('keyUp')]),
    ask: async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression, returnByValue: true })
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
      return result.value as WalkStep
    },
  }
}
