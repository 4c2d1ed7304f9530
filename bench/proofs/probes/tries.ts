import type { Action } from '#platform/access.ts'
import { roleMay } from '#platform/access.ts'
import type { Role } from '#platform/actor.ts'
import { guardedRoutes } from '../../../test/access.ts'
import type { Person } from '../../../test/accessibility/world.ts'
import type { Fields } from '../../../test/support.ts'
import { freshKey, patternsOf, type Harvest } from './harvest.ts'
import type { TwoCentres } from './two-centres.ts'

/** One request of a person of one centre that names something of the other. */
export interface Try {
  person: Person
  method: 'GET' | 'POST'
  path: string
  fields?: Fields
  /** The foreign values that it says, which may be said back. */
  said: string[]
  /** The answer must be a refusal, or what an id of nothing is answered; else nothing of the other centre is in it. */
  mustRefuse: boolean
}

export interface Side {
  harvest: Harvest
  /** By table and column. */
  ids: ReadonlyMap<string, readonly string[]>
  words: readonly string[]
  mark: string
}

/** Routes that are the same for all centres, or whose parameter names a page of the program. */
const ofNoCentre = /^\/(pomoc|dev|potrzebuje-pomocy)\//

interface Route {
  path: string
  methods: ('GET' | 'POST')[]
  actions: Action[]
}

function routesOf(app: TwoCentres['app']): Route[] {
  const guards = guardedRoutes(app)
  return patternsOf(app).map(({ route }) => ({
    path: route,
    methods: (['GET', 'POST'] as const).filter((method) =>
      app.routes.some((one) => one.method === method && one.path === route),
    ),
    actions: guards.filter(({ path }) => path === route).flatMap(({ actions }) => actions),
  }))
}

const parameters = /:\w+(?:\{[^}]*\})?/g
const fill = (route: string, values: readonly string[]): string => {
  let at = 0
  return route.replaceAll(parameters, () => encodeURIComponent(values[at++] ?? values.at(-1)!))
}

/** Every address with parameters, filled with what the other centre has. */
export function* addressTries(app: TwoCentres['app'], own: Side, other: Side, people: Person[]): Generator<Try> {
  for (const route of routesOf(app)) {
    const count = route.path.match(parameters)?.length ?? 0
    if (count === 0 || ofNoCentre.test(route.path)) continue
    const bodies = bodiesFor(route.path, other)
    const emit = function* (values: string[], persons: Person[], foreign = values): Generator<Try> {
      for (const person of persons) {
        for (const method of route.methods) {
          const path = fill(route.path, values)
          const body = bodies.get(path) ?? bodies.values().next().value ?? { version: '1' }
          const said = [...foreign, ...(method === 'POST' ? idsIn(body) : [])]
          const fields = method === 'POST' ? { fields: { ...body, _key: freshKey() } } : {}
          yield { person, method, path, ...fields, said, mustRefuse: true }
        }
      }
    }
    for (const tuple of other.harvest.tuples.get(route.path) ?? []) yield* emit(tuple, people)
    const allowed = people.filter((person) => mayPass(person, route.actions))
    for (const [, ids] of other.ids)
      for (const id of ids.slice(0, 2)) yield* emit(Array<string>(count).fill(id), allowed)
    yield* mixed(route, own, other, (values, foreign) => emit(values, allowed, [foreign]), count)
  }
}

/** The own case with a line, a goal or a need of another centre's. */
function* mixed(
  { path }: Route,
  own: Side,
  other: Side,
  emit: (values: string[], foreign: string) => Generator<Try>,
  count: number,
): Generator<Try> {
  for (const tuple of (own.harvest.tuples.get(path) ?? []).slice(0, 3)) {
    for (let at = 1; at < count; at++) {
      for (const [, ids] of other.ids) for (const id of ids.slice(0, 2)) yield* emit(tuple.with(at, id), id)
    }
  }
}

const mayPass = (person: Person, actions: readonly Action[]): boolean =>
  person === 'nobody' ||
  person === 'resident' ||
  (!['writing', 'reported'].includes(person) && actions.every((action) => roleMay(person as Role, action)))

/** What the other centre's own people would send there, without its mark, which might be said back. */
function bodiesFor(route: string, { harvest, mark }: Side): Map<string, Fields> {
  const pattern = new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(parameters, '[^/]+')}$`)
  const forms = [...harvest.forms.values()].filter(({ action }) => pattern.test(action))
  const unmarked = (value: string | string[]) => [value].flat().map((one) => one.replaceAll(mark, ''))
  return new Map(
    forms.map(({ action, fields }) => [
      action,
      Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, unmarked(value)])),
    ]),
  )
}

const idsIn = (fields: Fields): string[] =>
  Object.entries(fields)
    .flat(2)
    .flatMap((text) => text.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])

/** Every list and page without parameters: as it is, and asked for the other centre's ids and words. */
export function* queryTries(app: TwoCentres['app'], own: Side, other: Side, people: Person[]): Generator<Try> {
  const values = [...[...other.ids].flatMap(([, ids]) => ids.slice(0, 1)), ...other.words]
  for (const { path: route, methods, actions } of routesOf(app)) {
    if (!methods.includes('GET')) continue
    const tuples = route.includes(':') ? (own.harvest.tuples.get(route) ?? []).slice(0, 2) : [[]]
    for (const path of tuples.map((tuple) => fill(route, tuple))) {
      for (const person of people) {
        for (const lang of ['', '/uk', '/en']) {
          yield { person, method: 'GET', path: lang + path, said: [], mustRefuse: false }
        }
      }
      for (const name of own.harvest.queries.get(route) ?? []) {
        for (const person of people.filter((one) => mayPass(one, actions))) {
          for (const value of values) {
            const query = new URLSearchParams({ [name]: value })
            yield { person, method: 'GET', path: `${path}?${query}`, said: [value], mustRefuse: false }
          }
        }
      }
    }
  }
}

/** What would sign the person out or shut them out, after which nothing more would be tried. */
const endsThePerson = /wylogowanie|\/stan$|dane-logowania|\/zaproszenie$|\/koniec$|moja-sprawa\/zamkniecie|\/role$/

/** Every form of the own centre with an id of the other in each of its fields. */
export function* formTries(own: Side, other: Side): Generator<Try> {
  const kinds = new Map([...own.ids].flatMap(([kind, ids]) => ids.map((id) => [id, kind] as const)))
  for (const { person, action, fields, offered } of own.harvest.forms.values()) {
    if (action.includes('?') || endsThePerson.test(action)) continue
    for (const name of Object.keys(fields)) {
      if (name === '_key') continue
      const known = [fields[name], ...(offered.get(name) ?? [])].flat().map((value) => kinds.get(value ?? ''))
      const kind = known.find((one) => one !== undefined)
      const foreign = kind ? (other.ids.get(kind) ?? []).slice(0, 3) : someOf(other)
      for (const id of foreign) {
        const sent = { ...fields, [name]: id, _key: freshKey() }
        yield { person, method: 'POST', path: action, fields: sent, said: [id], mustRefuse: false }
      }
    }
  }
}

const someOf = ({ ids }: Side): string[] =>
  ['person.id', 'application.id'].flatMap((kind) => (ids.get(kind) ?? []).slice(0, 1))
