import { createApp } from '../../src/app.tsx'
import { signedIn } from '../accessibility/life.ts'
import { findPages, type Visit } from '../accessibility/pages.ts'
import { buildWorld, type Person, type World } from '../accessibility/world.ts'
import { roles, type Role } from '#platform/actor.ts'
import { openSite, type Site } from '../site.ts'
import { findForms, type FoundForm } from './forms.ts'
import type { Random } from './random.ts'

/** A route of the program, and what its parameters were seen to be. */
export interface Route {
  method: string
  path: string
  seen: Record<string, string>[]
  forms: FoundForm[]
  /** Who found a page there. */
  people: Person[]
  /** Ids of whatever there is, for where another kind of id belongs. */
  ids: readonly string[]
}

/** A city that has lived a few days, and everything that a stranger can learn about its addresses. */
export interface City {
  site: Site
  world: World
  app: ReturnType<typeof createApp>
  routes: Route[]
  /** Those that anybody may use. */
  publicRoutes: Route[]
  queryNames: string[]
}

export async function openCity(): Promise<City> {
  const site = await openSite()
  const world = await buildWorld(site)
  const { visits } = await findPages(site, world)
  const { forms, addresses } = await findForms(world, visits)
  const app = createApp(site.deps)
  const own = await accountsAtWork(site)
  const ids = [...new Set(addresses.flatMap((address) => address.match(uuid) ?? []))]
  const routes = routesOf(site).map((route) => withSeen(route, { addresses, forms, visits, ids, own }))
  const queries = addresses.flatMap((address) => [...new URL(address, site.address).searchParams.keys()])
  const publicRoutes = routes.filter(({ path }) => !path.startsWith('/praca'))
  return { site, world, app, routes, publicRoutes, queryNames: [...new Set([...queries, ...knownNames])] }
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
const knownNames = ['q', 'strona', 'grupa', 'dalej', 'stan', 'od', 'do', 'szkic', 'osoba', 'jezyk']

function routesOf(site: Site): Pick<Route, 'method' | 'path'>[] {
  const routes = site.routes.filter(({ method }) => method !== 'ALL')
  return [...new Map(routes.map(({ method, path }) => [`${method} ${path}`, { method, path }])).values()]
}

/** What is done to an account is done to these: the others still have to work. */
const givenUp: readonly Role[] = ['accountant', 'regional-analyst', 'community-organiser']

const isOnAccount = (path: string): boolean => path.startsWith('/praca/konta/:id/')

interface Known {
  addresses: readonly string[]
  forms: readonly FoundForm[]
  visits: readonly Visit[]
  ids: readonly string[]
  own: readonly string[]
}

function withSeen(route: Pick<Route, 'method' | 'path'>, { addresses, forms, visits, ids, own }: Known): Route {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name!)
  const pattern = new RegExp(
    `^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+(\{[^}]*\})?/g, '([^/?]+)')}/?(\\?|$)`,
  )
  const seen = addresses.flatMap((address) => {
    const match = pattern.exec(address)
    return match ? [Object.fromEntries(names.map((name, index) => [name, match[index + 1]!]))] : []
  })
  const posted = route.method === 'POST' ? forms.filter(({ action }) => pattern.test(action)) : []
  const people = visits.filter((visit) => visit.route === route.path).map(({ person }) => person)
  if (!isOnAccount(route.path)) return { ...route, seen, forms: posted, people, ids }
  const isOwn = (text: string) => own.some((id) => text.includes(id))
  return {
    ...route,
    seen: seen.filter(({ id }) => !isOwn(id!)),
    forms: posted.filter(({ action }) => !isOwn(action)),
    people,
    ids: ids.filter((id) => !isOwn(id)),
  }
}

async function accountsAtWork(site: Site): Promise<string[]> {
  const emails = roles.filter((role) => !givenUp.includes(role)).map((role) => site.account(role).email)
  const { deps, tenantId } = site
  const actor = { kind: 'system', name: 'test' } as const
  const rows = await deps.database.inTenant({ tenantId, requestId: 'test', now: deps.now(), actor }, (tx) =>
    tx.db
      .selectFrom('account')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('email', 'in', emails)
      .execute(),
  )
  return rows.map(({ id }) => id)
}

/** Signs in again who was signed out on the way; false when somebody who has to work can't any more. */
export async function everyoneIsIn({ site, world }: City): Promise<boolean> {
  for (const role of roles) {
    const visitor = world.people.get(role)!
    visitor.address = undefined
    if ((await visitor.get('/praca')).status === 200) continue
    visitor.cookies.clear()
    if (!(await isIn(site, world, role)) && !givenUp.includes(role)) return false
  }
  return true
}

const isIn = (site: Site, { people }: World, role: Role): Promise<boolean> =>
  signedIn(site, people.get(role)!, role).then(
    () => true,
    () => false,
  )

/** Who asks for a route: mostly somebody who has a page there; whoever would end their own session has none to lose. */
export function whoAsks({ world }: City, { path, people }: Route, random: Random): Person {
  if (endsSession.test(path)) return random.pick(['nobody', ...givenUp])
  if (path.startsWith('/praca/konta') && random.chance(0.6)) return 'administrator'
  return people.length > 0 && random.chance(0.6) ? random.pick(people) : random.pick([...world.people.keys()])
}

const endsSession = /^\/(wylogowanie|logowanie|moja-sprawa\/zamkniecie)/
