import type { Browser, Page } from 'playwright-core'
import { openBrowser, openContext, picture, type Sight } from '../browser.ts'
import { openSite, type Site } from '../site.ts'

/** One program and one browser for the journeys of a file. */
export interface Stage {
  site: Site
  browser: Browser
  /** A window of somebody whom the program hasn't seen before; closed at the end of the work. */
  as<T>(sight: Sight, work: (page: Page) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** How long anything on a page may take: the machine may be busy. */
const patience = 30_000

export async function openStage(): Promise<Stage> {
  const [site, browser] = await Promise.all([openSite(), openBrowser()])
  return {
    site,
    browser,
    as: async (sight, work) => {
      const context = await openContext(browser, sight, { baseURL: site.address, acceptDownloads: true })
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      try {
        return await work(page)
      } catch (error) {
        await picture(page, 'failure')
        throw error
      } finally {
        await context.close()
      }
    },
    close: async () => {
      await browser.close()
      await site.stop()
    },
  }
}

export const sayScripts = ({ scripts }: Sight): string => (scripts ? 'with scripts' : 'without scripts')

/** Presses Tab until the element that has the focus says this. */
export async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const said = await page.evaluate(() => {
      const active = document.activeElement
      const labels = active instanceof HTMLInputElement ? [...(active.labels ?? [])] : []
      return [active?.ariaLabel, active?.textContent, ...labels.map(({ textContent }) => textContent)].join(' ')
    })
    if (words.test(said)) return
  }
  throw new Error(`Tab never came to ${words}`)
}
