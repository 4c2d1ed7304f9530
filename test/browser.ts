import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core'

/** Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] || '/usr/bin/chromium'

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Why the browser tests can't run here; undefined when they can. In CI a missing browser is a failure, not a reason. */
export function whyNoBrowser(): string | undefined {
  if (existsSync(executablePath)) return undefined
  const reason = `There is no Chromium at ${executablePath}: run bin/test as root, or install it and set CHROMIUM.`
  if (process.env['CI']) throw new Error(reason)
  console.error(`BROWSER TESTS SKIPPED. ${reason}`)
  return reason
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath, args: flags })

/** The narrowest phone that pages must fit on, and a desk. */
export const widths = [320, 1280] as const
export type Width = (typeof widths)[number]

export interface Sight {
  width: Width
  scripts: boolean
}

/** A browser profile of its own: nobody is signed in unless cookies are given. */
export function openContext(
  browser: Browser,
  { width, scripts }: Sight,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height: width === 320 ? 640 : 900 },
    javaScriptEnabled: scripts,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    ...options,
  })
}

const folder = fileURLToPath(new URL('../.cache/screenshots/', import.meta.url))

/** A picture of the whole page, for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const width = page.viewportSize()?.width
  await page.screenshot({ path: `${folder}${name}-${width}.png`, fullPage: true })
}
