import type { Page } from 'playwright-core'
import type { View } from './axe-rules.ts'
import type { Look } from './in-page/elements.ts'
import type { Around } from './in-page/main.ts'
import { lookAround, runAxe, walkByTab } from './look-at-page.ts'
import type { Watch } from './watch.ts'

export interface Inspection extends Look {
  width: number
  walk: boolean
  /** Which of axe's rules this view may answer in another way than those before; made anew for each page. */
  rulesFor: (view: View) => string[]
}

/** Everything there is to find on the page that is open. Axe hangs where no script runs. */
export async function inspect(page: Page, watch: Watch, asked: Inspection): Promise<Around> {
  const { width, walk, rulesFor, ...look } = asked
  const around = await lookAround(page, look)
  const rules = look.scripts ? rulesFor({ lang: look.lang, width, structure: around.structure }) : []
  const axe = rules.length > 0 ? await runAxe(page, rules) : []
  const walked = walk ? await walkByTab(page) : []
  return { ...around, faults: [...around.faults, ...axe, ...walked, ...watch.take()] }
}
