import type { Site } from '../site.ts'
import type { Answer, Visitor } from '../support.ts'
import type { Person, World } from './world.ts'

/** One page as one person sees it; the path is without a language. */
export interface Visit {
  route: string
  path: string
  person: Person
}

export interface Pages {
  visits: Visit[]
  /** Routes that nobody found a page of: a new one needs somebody in world.ts who comes by. */
  unknown: string[]
  /** Links that lead to no page of the program. */
  dead: string[]
}

/** Answers for programs, not for people: a picture, a document, a sign of life. */
const isForPeople = (answer: Answer): boolean => (answer.headers.get('content-type') ?? '').startsWith('text/html')

/** Signs of life, files, and addresses that only lead on. */
const notPages = new Set([
  '/healthz',
  '/readyz',
  '/assets/*',
  '/praca/wnioski/nowy/szukaj',
  '/praca/osoby-chronione/szukaj',
  '/logowanie/konto-urzedu',
  '/logowanie/konto-urzedu/powrot',
])

/** The GET routes that the program itself lists, each once, those without parameters first. */
function routesOf(site: Site): string[] {
  const paths = site.routes
    .filter(({ method, path }) => method === 'GET' && !notPages.has(path))
    .map(({ path }) => path)
  return [...new Set(paths)].toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')))
}

const patternOf = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+(\{[^}]*\})?/g, '[^/]+')}/?$`)

/** Every page there is: what world.ts names, what people reach by links, and what has an address without parameters. */
export async function findPages(site: Site, world: World): Promise<Pages> {
  const routes = routesOf(site).map((route) => ({ route, pattern: patternOf(route) }))
  const routeOf = (path: string) => routes.find(({ pattern }) => pattern.test(path.split(/[?#]/)[0]!))?.route
  const found = new Map<string, Visit[]>()
  const dead = new Map<string, string>()
  const kept = new Set<string>()
  for (const [person, visitor] of world.people) {
    const starts = world.paths.filter((visit) => visit.person === person).map(({ path }) => path)
    for await (const { path, route, isPage } of walk(visitor, [...starts, ...startsOf(routes)], routeOf, dead)) {
      const visits = found.get(route) ?? found.set(route, []).get(route)!
      if (!isPage) continue
      const named = starts.includes(path)
      if ((named || visits.length === 0) && !kept.has(`${person} ${path}`)) visits.push({ route, path, person })
      kept.add(`${person} ${path}`)
    }
  }
  const unknown = routes.map(({ route }) => route).filter((route) => !found.has(route))
  return { visits: [...found.values()].flat(), unknown, dead: [...dead].map(([link, page]) => `${link} on ${page}`) }
}

const startsOf = (routes: { route: string }[]): string[] =>
  routes.map(({ route }) => route).filter((route) => !route.includes(':'))

/** A few of each kind of page, and on through their links. */
async function* walk(
  visitor: Visitor,
  starts: string[],
  routeOf: (path: string) => string | undefined,
  dead: Map<string, string>,
): AsyncGenerator<{ path: string; route: string; isPage: boolean }> {
  const waiting = [...starts]
  const seen = new Set(waiting)
  const perRoute = new Map<string, number>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routeOf(path)!
    const count = perRoute.get(route) ?? 0
    if (count >= 2 && !starts.includes(path)) continue
    perRoute.set(route, count + 1)
    const answer = await visitor.get(path)
    if (answer.status === 404 && !starts.includes(path)) dead.set(path, 'another page')
    if (answer.status !== 200) continue
    yield { path, route, isPage: isForPeople(answer) }
    for (const next of linksIn(answer.text)) {
      if (routeOf(next) === undefined) dead.set(next, path)
      else if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)]
    .map(([, address]) => address!.replaceAll('&amp;', '&'))
    .filter((address) => !/^\/(uk|en)(\/|$|\?)/.test(address) && !address.startsWith('/assets/'))
