import type { Browser, BrowserContext, Page } from 'playwright-core'
import { langs, type Lang } from '#platform/i18n.ts'
import { openContext, picture, widths, type Sight } from '../browser.ts'
import type { Site } from '../site.ts'
import type { Visitor } from '../support.ts'
import { sayFault, type Fault } from './fault.ts'
import { inspect } from './inspect.ts'
import type { Visit } from './pages.ts'
import { watch, type Watch } from './watch.ts'
import type { World } from './world.ts'

interface Open {
  context: BrowserContext
  page: Page
  watch: Watch
}

/** One window for each width, with scripts and without; whoever looks changes only their cookies. */
export interface Lanes {
  /** Looks at the page in three languages, at every width, with scripts and without. Gives what is wrong, in words. */
  look(visit: Visit): Promise<string[]>
  /** Sends each form of the page empty and looks at what comes back. */
  refuse(visit: Visit): Promise<string[]>
  titles: Map<string, Set<string>>
  /** The checks that found something, with the routes where they did. */
  found: Map<string, Set<string>>
  /** The visits that were looked at; all of them unless a part was asked for. */
  seen: Set<Visit>
  counts: { looks: number; walks: number; refusals: number }
}

export async function openLanes(browser: Browser, site: Site, world: World): Promise<Lanes> {
  const lanes = new Map<string, Open>()
  for (const width of widths) {
    for (const scripts of [true, false]) {
      const context = await openContext(browser, { width, scripts })
      const page = await context.newPage()
      lanes.set(keyOf({ width, scripts }), { context, page, watch: watch(page, site.address) })
    }
  }
  const titles = new Map<string, Set<string>>()
  const seen = new Set<Visit>()
  const found = new Map<string, Set<string>>()
  const say = (faults: Fault[], visit: Visit, view: string): string[] => {
    const real = faults.filter(({ check }) => !examples.get(visit.route)?.test(check))
    for (const { check } of real) found.set(check, (found.get(check) ?? new Set()).add(visit.route))
    return real.map((fault) => `${sayFault(fault)} [${view}]`)
  }
  /** Pages that were seen to have nothing to fill in. */
  const withoutForms = new Set<Visit>()
  const counts = { looks: 0, walks: 0, refusals: 0 }

  async function lookAs(visit: Visit, sight: Sight): Promise<string[]> {
    const { context, page, watch } = lanes.get(keyOf(sight))!
    await becomePerson(context, site, world.people.get(visit.person)!)
    const faults: string[] = []
    for (const lang of languagesFor(sight)) {
      const path = addressIn(lang, visit.path)
      const answer = await page.goto(site.address + path)
      if (answer?.status() !== 200) faults.push(`${path} answers ${answer?.status()}`)
      const walk = lang === 'pl' && sight.scripts === (sight.width === 320)
      const look = { lang, scripts: sight.scripts, refused: false, names: world.names }
      const inspected = await inspect(page, watch, { ...look, walk })
      faults.push(...say(inspected, visit, `${lang} ${keyOf(sight)}`))
      if (pictures && sight.scripts && lang !== 'en') await picture(page, `page${nameOf(visit)}-${lang}`)
      if ((await countTypedForms(page)) === 0) withoutForms.add(visit)
      rememberTitle(titles, await page.title(), lang, visit)
      counts.looks++
      if (walk) counts.walks++
    }
    return faults
  }

  async function look(visit: Visit): Promise<string[]> {
    seen.add(visit)
    const faults = await Promise.all(
      widths.map(async (width) => [
        ...(await lookAs(visit, { width, scripts: true })),
        ...(await lookAs(visit, { width, scripts: false })),
      ]),
    )
    return merged(faults.flat())
  }

  async function refuseAs(visit: Visit, sight: Sight): Promise<string[]> {
    const { context, page, watch } = lanes.get(keyOf(sight))!
    await becomePerson(context, site, world.people.get(visit.person)!)
    const faults: string[] = []
    for (const lang of sight.scripts ? langs : (['pl'] as const)) {
      const address = site.address + addressIn(lang, visit.path)
      const opened = await page.goto(address)
      const forms = opened?.status() === 200 ? await countTypedForms(page) : 0
      for (let form = 0; form < forms; form++) {
        if (form > 0) await page.goto(address)
        const status = await sendEmpty(page, form)
        if (status !== 422) continue
        watch.take()
        const look = { lang, scripts: sight.scripts, refused: true, names: world.names, walk: false }
        faults.push(...say(await inspect(page, watch, look), visit, `refused form ${form + 1} ${lang} ${keyOf(sight)}`))
        counts.refusals++
      }
    }
    return faults
  }

  const refuse = async (visit: Visit) => {
    if (withoutForms.has(visit)) return []
    return merged(
      (
        await Promise.all([
          refuseAs(visit, { width: 320, scripts: true }),
          refuseAs(visit, { width: 1280, scripts: false }),
        ])
      ).flat(),
    )
  }
  return { look, refuse, titles, found, seen, counts }
}

/** PICTURES=yes keeps a picture of every page, for people to look at. */
const pictures = process.env['PICTURES'] === 'yes'

/** Without scripts the document is the same: the other languages are seen on the phone only. */
const languagesFor = ({ scripts, width }: Sight): readonly Lang[] => (scripts || width === 320 ? langs : ['pl'])

const nameOf = ({ route, person }: Visit): string => `${route.replaceAll(/[/:]+/g, '-')}-${person}`

const keyOf = ({ width, scripts }: Sight): string => `${width} px ${scripts ? 'with' : 'without'} scripts`

const addressIn = (lang: Lang, path: string): string => (lang === 'pl' ? path : `/${lang}${path === '/' ? '' : path}`)

/** Gives the browser the cookies of somebody, and nobody else's. */
export async function becomePerson(context: BrowserContext, site: Site, visitor: Visitor): Promise<void> {
  await context.clearCookies()
  const { hostname } = new URL(site.address)
  const cookies = [...visitor.cookies].map(([name, value]) => ({
    ...{ name, value, domain: hostname, path: '/' },
    ...{ secure: true, httpOnly: true, sameSite: 'Lax' as const },
  }))
  await context.addCookies(cookies)
}

/** For those who build Splot, not for readers: their words are Polish examples and English names. */
const examples = new Map([
  ['/dev/elementy', /^(language-of-parts|title|axe target-size|target-size)/],
  ['/dev/poczta', /^language-of-parts/],
])

function rememberTitle(titles: Map<string, Set<string>>, title: string, lang: Lang, visit: Visit): void {
  const key = `${lang}${visit.path.startsWith('/praca') ? ', at work' : ''}: ${title}`
  titles.set(key, (titles.get(key) ?? new Set()).add(visit.route))
}

/** The same fault seen in several ways is said once, with the ways counted. */
function merged(faults: string[]): string[] {
  const seen = new Map<string, string[]>()
  for (const fault of faults) {
    const [, what = fault, where = ''] = /^(.*) \[([^\]]*)\]$/s.exec(fault) ?? []
    seen.set(what, [...(seen.get(what) ?? []), where])
  }
  return [...seen].map(
    ([what, where]) => `${what} [${where.length > 3 ? `${where[0]} and ${where.length - 1} more` : where.join('; ')}]`,
  )
}

const typed = 'main form[method=post]:has(input:not([type=hidden]), textarea, select)'

const countTypedForms = (page: Page): Promise<number> => page.locator(typed).count()

/** Empties what can be emptied and presses the form's first button. */
async function sendEmpty(page: Page, form: number): Promise<number> {
  const chosen = page.locator(typed).nth(form)
  await chosen.evaluate((element: HTMLFormElement) => {
    for (const field of element.querySelectorAll<HTMLInputElement>('input:not([type=hidden]), textarea, select')) {
      if (field.type === 'radio' || field.type === 'checkbox') field.checked = false
      else field.value = ''
    }
    element.noValidate = true
  })
  const [answer] = await Promise.all([
    page.waitForResponse(
      (response) => response.request().isNavigationRequest() && response.request().method() === 'POST',
    ),
    page.waitForEvent('load'),
    chosen.evaluate((element: HTMLFormElement) => element.submit()),
  ])
  return answer.status()
}
