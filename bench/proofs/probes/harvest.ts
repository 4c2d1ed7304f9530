import { randomBytes } from 'node:crypto'
import type { Person } from '../../../test/accessibility/world.ts'
import type { Fields, Visitor } from '../../../test/support.ts'
import type { Centre, TwoCentres } from './two-centres.ts'

/** A form as it stands on a page of the centre, filled in as far as a program can. */
export interface FoundForm {
  person: Person
  action: string
  fields: Fields
  /** What each field offers to choose, where it does. */
  offered: Map<string, string[]>
}

/** What the people of a centre reach: the values that stand in addresses with parameters, names of queries, forms. */
export interface Harvest {
  /** By route, without its method: each combination of parameters once. */
  tuples: Map<string, string[][]>
  queries: Map<string, Set<string>>
  forms: Map<string, FoundForm>
}

interface Pattern {
  route: string
  regex: RegExp
}

export const patternsOf = (app: TwoCentres['app']): Pattern[] => {
  const paths = [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path))]
  return paths
    .filter((path) => !path.includes('*'))
    .toSorted((a, b) => Number(a.includes(':')) - Number(b.includes(':')))
    .map((route) => ({
      route,
      regex: new RegExp(`^${route.replaceAll('.', '\\.').replaceAll(/:\w+(\{[^}]*\})?/g, '([^/]+)')}$`),
    }))
}

const perRoute = 8

export async function harvestOf(centre: Centre, patterns: readonly Pattern[]): Promise<Harvest> {
  const harvest: Harvest = { tuples: new Map(), queries: new Map(), forms: new Map() }
  for (const [person, visitor] of centre.people) await walk(centre, person, visitor, patterns, harvest)
  return harvest
}

async function walk(
  centre: Centre,
  person: Person,
  visitor: Visitor,
  patterns: readonly Pattern[],
  harvest: Harvest,
): Promise<void> {
  const named = centre.paths.filter((visit) => visit.person === person).map(({ path }) => path)
  const plain = patterns.map(({ route }) => route).filter((route) => !route.includes(':'))
  const waiting = [...named, ...plain]
  const seen = new Set(waiting)
  const visits = new Map<string, number>()
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = note(path, patterns, harvest)
    const count = visits.get(route ?? '') ?? 0
    if (route === undefined || count >= perRoute) continue
    visits.set(route, count + 1)
    const answer = await visitor.get(path)
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
    for (const form of formsIn(answer.text, path, person)) {
      note(form.action, patterns, harvest)
      harvest.forms.set(`${person} ${form.action} ${Object.keys(form.fields).join()}`, form)
    }
    for (const next of linksIn(answer.text)) {
      if (!seen.has(next)) waiting.push(next)
      seen.add(next)
    }
  }
}

function note(address: string, patterns: readonly Pattern[], harvest: Harvest): string | undefined {
  const [path = '', query = ''] = address.split('#')[0]!.split('?')
  for (const { route, regex } of patterns) {
    const found = regex.exec(path)
    if (!found) continue
    const tuples = harvest.tuples.get(route) ?? harvest.tuples.set(route, []).get(route)!
    const tuple = found.slice(1)
    if (tuple.length > 0 && !tuples.some((one) => one.join() === tuple.join())) tuples.push(tuple)
    const names = harvest.queries.get(route) ?? harvest.queries.set(route, new Set()).get(route)!
    for (const name of new URLSearchParams(query).keys()) names.add(name)
    return route
  }
  return undefined
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\s[^>]*href="(\/[^"#]*)/g)]
    .map(([, address]) => address!.replaceAll('&amp;', '&'))
    .filter((address) => !/^\/(uk|en)(\/|$|\?)/.test(address) && !address.startsWith('/assets/'))

const attribute = (tag: string, name: string): string =>
  (new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&quot;', '"')

function formsIn(html: string, path: string, person: Person): FoundForm[] {
  return (html.match(/<form[\s\S]*?<\/form>/g) ?? []).map((form) => {
    const method = attribute(form.slice(0, form.indexOf('>')), 'method')
    const action = attribute(form.slice(0, form.indexOf('>')), 'action') || path
    const { fields, offered } = fieldsIn(form)
    // A form of a search is a query of its address.
    return { person, action: method === 'post' ? action : `${action}?${names(fields)}`, fields, offered }
  })
}

const names = (fields: Fields): string => new URLSearchParams(Object.keys(fields).map((name) => [name, ''])).toString()

function fieldsIn(form: string): Pick<FoundForm, 'fields' | 'offered'> {
  const fields: Fields = {}
  const offered = new Map<string, string[]>()
  const offer = (name: string, value: string) => offered.set(name, [...(offered.get(name) ?? []), value])
  for (const tag of form.match(/<(?:input|textarea|button)\b[^>]*>/g) ?? []) {
    const [name, type, value] = [attribute(tag, 'name'), attribute(tag, 'type'), attribute(tag, 'value')]
    if (name === '') continue
    if (type === 'radio' || type === 'checkbox') offer(name, value)
    if (type === 'radio' && name in fields && !/\schecked/.test(tag)) continue
    fields[name] = value === '' ? likely(name) : value
  }
  for (const [select] of form.matchAll(/<select[\s\S]*?<\/select>/g)) {
    const name = attribute(select.slice(0, select.indexOf('>')), 'name')
    const options = [...select.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value'))
    for (const option of options) if (option !== '') offer(name, option)
    fields[name] = options.find((option) => option !== '') ?? ''
  }
  if ('_key' in fields) fields['_key'] = freshKey()
  return { fields, offered }
}

export const freshKey = (): string => randomBytes(16).toString('base64url')

const days: Record<string, string> = { day: '24', month: '11', year: '2026' }

const likely = (name: string): string => days[/-(day|month|year)$/.exec(name)?.[1] ?? ''] ?? '1'
