import { Random } from './random.ts'
import type { City } from './city.ts'
import { drawRequest, type HostileRequest } from './request.ts'

/** What came of many requests. */
export interface Tally {
  sent: number
  /** How many of them as bytes over a socket. */
  raw: number
  /** How many answers of each status. */
  statuses: Record<number, number>
  /** Of each route: what was asked at least once. */
  routes: Record<string, number>
  /** Answers that were a failure of ours: the request and what was logged. */
  failures: { request: string; said: string }[]
  /** Raw requests that were answered as if they were more than they are. */
  smuggled: { request: string; said: string }[]
  slow: { request: string; milliseconds: number }[]
  /** Milliseconds of the slowest answer. */
  slowest: number
}

export const emptyTally = (): Tally => ({
  sent: 0,
  raw: 0,
  statuses: {},
  routes: {},
  failures: [],
  smuggled: [],
  slow: [],
  slowest: 0,
})

/** An answer that takes longer is a fault of its own. */
export const mostMilliseconds = 2000

/** Sends so many requests of a seed, some at a time, the first ones to each route in turn. `said` gives what the program logged since the last question. */
export async function sendMany(
  city: City,
  { seed, count, said = () => '' }: { seed: number; count: number; said?: () => string },
): Promise<Tally> {
  const tally = emptyTally()
  const random = new Random(seed)
  let left = count
  const inTurn = city.routes.values()
  const lane = async () => {
    while ((left -= 1) >= 0) {
      const request = drawRequest(city, random, inTurn.next().value)
      const fetched = toRequest(city, request)
      if (fetched) await send(city, request, fetched, { tally, said })
      else left += 1
    }
  }
  await Promise.all([lane(), lane(), lane(), lane()])
  return tally
}

/** Undefined for what can't be sent as a request at all; a socket can. */
function toRequest(
  { site, world }: City,
  { person, method, path, headers, body }: HostileRequest,
): Request | undefined {
  const { host } = new URL(site.address)
  const cookie = [...world.people.get(person)!.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  try {
    return new Request(`http://${host}${path}`, { method, headers: { host, cookie, ...headers }, body: body ?? null })
  } catch {
    return undefined
  }
}

async function send(
  { app }: City,
  request: HostileRequest,
  fetched: Request,
  { tally, said }: { tally: Tally; said: () => string },
): Promise<void> {
  const began = performance.now()
  const response = await app.fetch(fetched, { incoming: { socket: { remoteAddress: request.address } } })
  await response.arrayBuffer()
  const milliseconds = performance.now() - began
  const route = `${request.route.method} ${request.route.path}`
  tally.sent += 1
  tally.statuses[response.status] = (tally.statuses[response.status] ?? 0) + 1
  tally.routes[route] = (tally.routes[route] ?? 0) + 1
  tally.slowest = Math.max(tally.slowest, milliseconds)
  if (response.status >= 500) tally.failures.push({ request: describe(request), said: said() })
  if (milliseconds > mostMilliseconds) tally.slow.push({ request: describe(request), milliseconds })
}

const describe = ({ person, method, path, headers, body }: HostileRequest): string =>
  JSON.stringify({ person, method, path, headers, body: typeof body === 'string' ? body : body && [...body] }).slice(
    0,
    3000,
  )

/** Adds the second to the first. */
export function addTally(sum: Tally, more: Tally): void {
  sum.sent += more.sent
  sum.raw += more.raw
  sum.slowest = Math.max(sum.slowest, more.slowest)
  sum.failures.push(...more.failures)
  sum.smuggled.push(...more.smuggled)
  sum.slow.push(...more.slow)
  for (const counts of ['statuses', 'routes'] as const) {
    const [all, added]: Record<string, number>[] = [sum[counts], more[counts]]
    for (const [name, count] of Object.entries(added!)) all![name] = (all![name] ?? 0) + count
  }
}
