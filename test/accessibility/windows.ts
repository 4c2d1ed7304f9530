import type { Browser, BrowserContext, Page, Response } from 'playwright-core'
import { openContext, type Width } from '../browser.ts'
import type { Site } from '../site.ts'
import type { Visitor } from '../support.ts'
import { watch, type Watch } from './watch.ts'

/** A window of the browser; it stays open, and whoever looks changes only its cookies. */
export interface Window {
  page: Page
  watch: Watch
  scripts: boolean
  /** Loads the address on a screen of this width. */
  open(address: string, width: Width): Promise<Response | null>
  /** Turns the open page to another width, as turning a phone does: its scripts don't run again. */
  turn(width: Width): Promise<void>
}

export interface Windows {
  /** Two in which scripts run, so that two languages can be looked at side by side. */
  scripted: readonly [Window, Window]
  plain: Window
  /** Gives the windows the cookies of somebody, and nobody else's. */
  become(visitor: Visitor): Promise<void>
}

export async function openWindows(browser: Browser, site: Site): Promise<Windows> {
  const [scripted, plain] = await Promise.all(
    [true, false].map((scripts) => openContext(browser, { width: 320, scripts })),
  )
  const [one, other, third] = await Promise.all([
    openWindow(scripted!, site, true),
    openWindow(scripted!, site, true),
    openWindow(plain!, site, false),
  ])
  const become = async (visitor: Visitor) => {
    await Promise.all([scripted!, plain!].map((context) => becomePerson(context, site, visitor)))
  }
  return { scripted: [one, other], plain: third, become }
}

async function openWindow(context: BrowserContext, site: Site, scripts: boolean): Promise<Window> {
  const page = await context.newPage()
  const turn = async (width: Width) => {
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: width === 320 ? 640 : 900 })
  }
  const open = async (address: string, width: Width) => {
    await turn(width)
    return page.goto(address)
  }
  return { page, watch: watch(page, site.address), scripts, open, turn }
}

export async function becomePerson(context: BrowserContext, site: Site, visitor: Visitor): Promise<void> {
  await context.clearCookies()
  const { hostname } = new URL(site.address)
  const cookies = [...visitor.cookies].map(([name, value]) => ({
    ...{ name, value, domain: hostname, path: '/' },
    ...{ secure: true, httpOnly: true, sameSite: 'Lax' as const },
  }))
  await context.addCookies(cookies)
}
