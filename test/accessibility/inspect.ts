import type { Page } from 'playwright-core'
import type { Fault } from './fault.ts'
import type { Look } from './in-page/elements.ts'
import { lookAround, runAxe, walkByTab } from './look-at-page.ts'
import type { Watch } from './watch.ts'

/** Everything there is to find on the page that is open. Axe hangs where no script runs; the walk costs the most. */
export async function inspect(page: Page, watch: Watch, look: Look & { walk: boolean }): Promise<Fault[]> {
  const around = await lookAround(page, look)
  const axe = look.scripts ? await runAxe(page) : []
  const walked = look.walk ? await walkByTab(page) : []
  return [...around, ...axe, ...walked, ...watch.take()]
}
