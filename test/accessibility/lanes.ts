import type { Browser } from 'playwright-core'
import type { Lang } from '#platform/i18n.ts'
import { picture, type Width } from '../browser.ts'
import type { Site } from '../site.ts'
import { axeMemory } from './axe-rules.ts'
import { sayFault, type Fault } from './fault.ts'
import { inspect, type Inspection } from './inspect.ts'
import type { Visit } from './pages.ts'
import { countTypedForms, sendEmpty } from './send-empty.ts'
import { openWindows, type Window } from './windows.ts'
import type { World } from './world.ts'

/**
 * What is looked at, and why it is enough:
 * - In Polish every page is loaded at both widths with scripts, and without scripts (turned from width to width, which
 *   changes nothing where no script can notice). Tab is walked on the phone with scripts and on the desk without.
 * - In Ukrainian and English it is loaded with scripts and seen at both widths. Where the scripts did anything to the
 *   Polish page, it is loaded anew at each width, and on the phone without scripts too; where the page with scripts is
 *   word for word the page without, they have nothing to do in another language either.
 * - Our own checks look at every view. Of axe's rules a view is asked those whose answer can be another than before
 *   (axe-rules.ts): all of them when its elements, attributes or what is shown of them differ.
 * - Every form is sent empty in three languages on the phone with scripts, and in Polish on the desk without.
 */
export interface Lanes {
  /** Gives what is wrong with the page, in words. */
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

interface Sight {
  lang: Lang
  width: Width
  /** The page stands open at another width. */
  turned?: boolean
}

export async function openLanes(browser: Browser, site: Site, world: World): Promise<Lanes> {
  const { scripted, plain, become } = await openWindows(browser, site)
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

  async function look(visit: Visit): Promise<string[]> {
    seen.add(visit)
    await become(world.people.get(visit.person)!)
    const faults: string[] = []
    const rulesFor = axeMemory()
    /** Gives all that the page says and is, for comparison. */
    const lookAt = async (window: Window, { lang, width, turned = false }: Sight): Promise<string> => {
      const [path, view] = [addressIn(lang, visit.path), `${lang} ${nameView(window, width)}`]
      const answer = turned ? await window.turn(width) : await window.open(site.address + path, width)
      if (answer && answer.status() !== 200) faults.push(`${path} answers ${answer.status()}`)
      const walk = lang === 'pl' && window.scripts === (width === 320)
      const about = { lang, width, scripts: window.scripts, refused: false, names: world.names }
      const around = await inspect(window.page, window.watch, { ...about, walk, rulesFor })
      faults.push(...say(around.faults, visit, view))
      if (pictures && window.scripts && lang !== 'en') await picture(window.page, `page${nameOf(visit)}-${lang}`)
      if (around.forms === 0) withoutForms.add(visit)
      rememberTitle(titles, around.title, lang, visit)
      counts.looks++
      if (walk) counts.walks++
      return around.content
    }
    const lookBothWays = async (window: Window, lang: Lang, turned: boolean) => [
      await lookAt(window, { lang, width: 320 }),
      await lookAt(window, { lang, width: 1280, turned }),
    ]
    const [withScripts, without] = await Promise.all([
      lookBothWays(scripted[0], 'pl', false),
      lookBothWays(plain, 'pl', true),
    ])
    const still = String(withScripts) === String(without)
    await Promise.all([lookBothWays(scripted[0], 'uk', still), lookBothWays(scripted[1], 'en', still)])
    if (!still) for (const lang of ['uk', 'en'] as const) await lookAt(plain, { lang, width: 320 })
    return merged(faults)
  }

  async function refuse(visit: Visit): Promise<string[]> {
    if (withoutForms.has(visit)) return []
    await become(world.people.get(visit.person)!)
    const faults: string[] = []
    const memories: Inspection['rulesFor'][] = []
    const refuseIn = async (window: Window, lang: Lang, width: Width) => {
      const address = site.address + addressIn(lang, visit.path)
      const opened = await window.open(address, width)
      const forms = opened?.status() === 200 ? await countTypedForms(window.page) : 0
      for (let form = 0; form < forms; form++) {
        if (form > 0) await window.open(address, width)
        const status = await sendEmpty(window.page, form)
        if (status !== 422) continue
        window.watch.take()
        const about = { lang, width, scripts: window.scripts, refused: true, names: world.names, walk: false }
        const rulesFor = (memories[form] ??= axeMemory())
        const around = await inspect(window.page, window.watch, { ...about, rulesFor })
        faults.push(...say(around.faults, visit, `refused form ${form + 1} ${lang} ${nameView(window, width)}`))
        counts.refusals++
      }
    }
    await Promise.all([refuseIn(scripted[0], 'pl', 320), refuseIn(plain, 'pl', 1280)])
    await Promise.all([refuseIn(scripted[0], 'uk', 320), refuseIn(scripted[1], 'en', 320)])
    return merged(faults)
  }
  return { look, refuse, titles, found, seen, counts }
}

/** PICTURES=yes keeps a picture of every page, for people to look at. */
const pictures = process.env['PICTURES'] === 'yes'

const nameOf = ({ route, person }: Visit): string => `${route.replaceAll(/[/:]+/g, '-')}-${person}`

const nameView = ({ scripts }: Window, width: Width): string => `${width} px ${scripts ? 'with' : 'without'} scripts`

const addressIn = (lang: Lang, path: string): string => (lang === 'pl' ? path : `/${lang}${path === '/' ? '' : path}`)

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
