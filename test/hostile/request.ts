import type { Person } from '../accessibility/world.ts'
import { whoAsks, type City, type Route } from './city.ts'
import type { FoundForm } from './forms.ts'
import type { Random } from './random.ts'
import { drawUpload } from './uploads.ts'
import { hostileValue, plausibleValue, strangeNames } from './values.ts'

export interface HostileRequest {
  route: Route
  person: Person
  method: string
  path: string
  headers: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer> | undefined
  address: string
}

const strangeMethods = ['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'get', 'M-SEARCH', 'BREW']

/** One request to a route of the program: mostly as it should be, with something wrong in it. */
export function drawRequest(city: City, random: Random, to?: Route): HostileRequest {
  const route = to ?? random.pick(random.chance(0.45) ? city.publicRoutes : city.routes)
  const form = route.forms.length > 0 && random.chance(0.9) ? random.pick(route.forms) : undefined
  const person = form && random.chance(0.75) ? form.person : whoAsks(city, route, random)
  const method = random.chance(0.03) ? random.pick(strangeMethods) : route.method
  const path = form && random.chance(0.6) ? form.action : drawPath(route, random)
  const headers = drawHeaders(city, random)
  if (form?.withFile && random.chance(0.8)) headers['content-type'] = 'multipart/form-data; boundary=x'
  const body = /^(GET|HEAD|get)$/.test(method) ? undefined : drawBody(form, headers, random)
  const language = random.chance(0.1) ? random.pick(['/uk', '/en']) : ''
  const address = `10.${random.below(3)}.0.${random.below(200)}`
  return { route, person, method, path: language + path + drawQuery(city, random), headers, body, address }
}

function drawPath(route: Route, random: Random): string {
  const known = route.seen.length > 0 && random.chance(0.55) ? random.pick(route.seen) : undefined
  return route.path
    .replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) =>
      known && random.chance(0.9) ? known[name]! : drawSegment(route, random),
    )
    .replace('*', () => drawSegment(route, random))
}

/** A part of a path: an id of something else, or nothing that could be one. */
function drawSegment({ ids }: Route, random: Random): string {
  if (ids.length > 0 && random.chance(0.4)) return random.pick(ids)
  if (random.chance(0.2)) return random.pick(['%', '%zz', '%c0%af', '%00', '%2e%2e%2f', '..;', '%ff', '%F0%9F'])
  return encodeURIComponent(hostileValue(random).toWellFormed().slice(0, 500))
}

function drawQuery({ queryNames }: City, random: Random): string {
  if (!random.chance(0.3)) return ''
  const pairs = Array.from({ length: 1 + random.below(4) }, () => {
    const name = random.chance(0.85) ? random.pick(queryNames) : random.pick(strangeNames)
    const value = random.chance(0.2) ? plausibleValue(random) : hostileValue(random).slice(0, 3000)
    return random.chance(0.1) ? `${name}=${random.pick(['%', '%zz', '%c0', '%u1', '+++'])}` : encodePair(name, value)
  })
  return `?${pairs.join('&')}`
}

const encodePair = (name: string, value: string): string =>
  `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`

const contentTypes = [
  ...['application/json', 'text/xml', 'multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', ''],
  ...['application/x-www-form-urlencoded; charset=utf-16', 'application/x-www-form-urlencoded;', 'x'.repeat(2000)],
]

/** The headers of a page of this site, and now and then one of them as it should not be. */
function drawHeaders({ site }: City, random: Random): Record<string, string> {
  const host = new URL(site.address).host
  const headers: Record<string, string> = {
    origin: `http://${host}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  if (random.chance(0.05)) headers['content-type'] = random.pick(contentTypes)
  if (random.chance(0.02))
    headers['origin'] = random.pick(['null', '', 'https://evil.example', 'x', `http://${host}.evil`])
  if (random.chance(0.15)) Object.assign(headers, random.pick(strangeHeaders)(random))
  return headers
}

/** What may stand in a header at all: the rest is tried over a socket. */
const headerText = (random: Random): string =>
  hostileValue(random)
    .replaceAll(/[^\x20-\x7E\x80-\xFF]/g, '')
    .trim()

const strangeHeaders: ((random: Random) => Record<string, string>)[] = [
  (random) => ({ 'accept-language': headerText(random) }),
  (random) => ({ 'accept-encoding': random.pick(['br', 'gzip', '*;q=0', 'br;q=x', headerText(random)]) }),
  (random) => ({ 'x-forwarded-for': random.pick(['127.0.0.1', '::1, 10.0.0.1', headerText(random)]) }),
  (random) => ({ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': headerText(random), forwarded: 'host=evil' }),
  (random) => ({ 'sec-fetch-site': random.pick(['cross-site', 'same-site', 'none', headerText(random)]) }),
  (random) => ({ 'if-none-match': random.pick(['*', '"', `"${headerText(random)}"`]) }),
  (random) => ({ range: random.pick(['bytes=0-0', 'bytes=-1', 'bytes=9-1', headerText(random)]) }),
  (random) => ({ 'content-length': random.pick(['0', '-1', '1e9', '99999999999', 'x']) }),
  (random) => ({ host: random.pick(['evil.example', '', 'localhost:99999', '[::1', 'a b', headerText(random)]) }),
  (random) => ({ 'x-http-method-override': 'DELETE', 'x-original-url': '/praca', 'x-odd': headerText(random) }),
  (random) => ({ 'x-huge': 'x'.repeat(random.pick([8000, 20_000, 100_000])) }),
  (random) => ({
    cookie: random.pick(['', '=', ';;;', '__Host-session', `__Host-session=${headerText(random)}; __Host-draft=%`]),
  }),
  (random) => ({ accept: headerText(random), authorization: `Bearer ${headerText(random)}`, te: 'trailers' }),
]

function drawBody(
  form: FoundForm | undefined,
  headers: Record<string, string>,
  random: Random,
): HostileRequest['body'] {
  const type = headers['content-type']!
  if (type.startsWith('multipart/')) return form?.withFile ? drawUpload(form, random) : drawMultipart(random)
  if (!type.startsWith('application/x-www') && random.chance(0.7))
    return random.pick(['{', '{"a":1}', '[]', '<a/>', 'x'])
  if (random.chance(0.02)) return new Uint8Array(Array.from({ length: random.below(400) }, () => random.below(256)))
  if (random.chance(0.02)) return random.pick(['', '&', '=', '%', '&&&=&', '=a', 'a&b&c', '%00=%00', 'a='.repeat(5000)])
  return drawFields(form, random)
}

const keySigns = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** The form as its page gives it, a few of its fields spoilt. */
function drawFields(form: FoundForm | undefined, random: Random): string {
  const spoilt = random.pick([0, 0.1, 0.3, 0.7, 1])
  const pairs = Object.entries(form?.hidden ?? {}).map(([name, value]) =>
    random.chance(0.05) ? encodePair(name, hostileValue(random)) : encodePair(name, value),
  )
  if (random.chance(0.8)) pairs.push(encodePair('_key', random.text(keySigns, 22)))
  for (const name of form?.names ?? []) {
    const times = random.chance(0.04) ? random.below(4) : 1
    for (let time = 0; time < times; time += 1)
      pairs.push(encodePair(name, drawValue(form?.offered[name], spoilt, random)))
  }
  if (random.chance(0.15)) pairs.push(encodePair(random.pick(strangeNames), hostileValue(random)))
  if (random.chance(0.6)) pairs.reverse()
  return pairs.join('&')
}

function drawValue(offered: readonly string[] | undefined, spoilt: number, random: Random): string {
  if (random.chance(spoilt)) return hostileValue(random)
  return offered ? random.pick(offered) : plausibleValue(random)
}

function drawMultipart(random: Random): string {
  const name = hostileValue(random).toWellFormed().slice(0, 100)
  const whole = `--x\r\nContent-Disposition: form-data; name="${name}"; filename="../${name}"\r\nContent-Type: image/png\r\n\r\n`
  return (whole + hostileValue(random).toWellFormed() + '\r\n--x--\r\n').slice(
    0,
    random.chance(0.5) ? undefined : random.below(200),
  )
}
