import { randomUUID } from 'node:crypto'
import type { Person } from '../../../test/accessibility/world.ts'
import type { Answer, Visitor } from '../../../test/support.ts'
import { aScan } from '../../../test/files.ts'
import { inApp, type Centre, type TwoCentres } from './two-centres.ts'
import { freshKey, harvestOf, patternsOf } from './harvest.ts'
import { isRefusal, leaksIn, type Secret } from './judge.ts'
import { idsOf, referencesTo, sumsOf } from './marks.ts'
import { addressTries, formTries, queryTries, type Side, type Try } from './tries.ts'

export interface Found {
  group: string
  probes: number
  refused: number
  leaks: string[]
}

export interface Party {
  own: Centre
  side: Side & { secret: Secret }
  /** Ids of the other centre that were written into the own one's texts: what somebody typed is read there later. */
  written?: Set<string>
}

const words = (mark: string): string[] => [
  `Przykładowa${mark.slice(0, 4)}`,
  `Halina${mark.slice(0, 4)}`,
  mark.slice(0, 5),
]

/** What a centre has and shows its own people: with it the other one's people are let loose. */
export async function sideOf(two: TwoCentres, centre: Centre): Promise<Party['side']> {
  const harvest = await harvestOf(centre, patternsOf(two.app))
  const [some, all] = await two.superuser(async (client) => [
    await idsOf(client, centre.tenantId, 8),
    await idsOf(client, centre.tenantId, 1_000_000),
  ])
  const secret = {
    mark: centre.mark,
    ids: new Set([...all.values()].flat().filter((id) => /^[0-9a-f-]{36}$/.test(id))),
    asked: new Set<string>(),
  }
  return { harvest, ids: some, words: words(centre.mark), mark: centre.mark, secret }
}

/** The people of one centre try all they can at the other; its rows must come out of it as they went in. */
export async function run(two: TwoCentres, from: Party, at: Party): Promise<Found[]> {
  const people = [...from.own.people.keys()]
  const before = await two.superuser((client) => sumsOf(client, at.own.tenantId))
  const found = [
    await attempt('addresses', addressTries(two.app, from.side, at.side, people), from, at),
    await attempt(
      'lists, searches, files and their queries',
      queryTries(two.app, from.side, at.side, people),
      from,
      at,
    ),
    await foreignSessions(two, from, at),
    await attempt('fields of forms', formTries(from.side, at.side), { ...from, written: new Set() }, at),
  ]
  const after = await two.superuser((client) => sumsOf(client, at.own.tenantId))
  const changed = [...before].filter(([table, sum]) => after.get(table) !== sum).map(([table]) => `${table} changed`)
  const pointing = await two.superuser((client) => referencesTo(client, from.own.tenantId, at.side.secret.ids))
  const tables = { group: 'tables compared afterwards', probes: before.size, refused: 0 }
  return [
    ...found,
    { ...tables, leaks: [...changed, ...pointing.map((place) => `${place} points at the other centre`)] },
  ]
}

const atOnce = 6

export async function attempt(group: string, tries: Iterable<Try>, from: Party, at: Party): Promise<Found> {
  const found: Found = { group, probes: 0, refused: 0, leaks: [] }
  const waiting = tries[Symbol.iterator]()
  const work = async () => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) {
      found.leaks.push(...(await leaksOf(next.value, from, at, found)))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return found
}

async function leaksOf(one: Try, from: Party, at: Party, found: Found): Promise<string[]> {
  const visitor = from.own.people.get(one.person)!
  // Another answer may show what this one wrote before this one is read.
  const fresh = one.method === 'POST' ? one.said.filter((id) => !from.written?.has(id)) : []
  for (const id of fresh) from.written?.add(id)
  const answer = one.method === 'GET' ? await visitor.get(one.path) : await send(visitor, one)
  if (answer.status !== 303) for (const id of fresh) from.written?.delete(id)
  found.probes += 1
  const refused = isRefusal(answer)
  if (refused) found.refused += 1
  const where = `${one.method} ${one.path} as ${one.person} at ${from.own.host}: ${answer.status}`
  const { secret } = at.side
  const said = [...one.said, ...(from.written ?? [])]
  const leaks = leaksIn(answer, secret, said).map((leak) => `${where}: ${leak}`)
  if (one.mustRefuse && !refused && !(await isAsForNothing(one, answer, visitor))) leaks.push(`${where}, not refused`)
  if (answer.status >= 500) leaks.push(`${where}, failed`)
  return leaks
}

/** Where a file belongs, one is sent. */
const send = (visitor: Visitor, { path, fields = {} }: Try): Promise<Answer> =>
  path.endsWith('/zalaczniki') ? visitor.upload(path, fields, aScan) : visitor.post(path, fields)

/** The same answer as for ids that nobody has: an end that was reached already, a case that can't be changed now. */
async function isAsForNothing({ method, path, fields, said }: Try, answer: Answer, visitor: Visitor): Promise<boolean> {
  if (answer.status === 200) return false
  const nothing = new Map(said.map((id) => [id, randomUUID()]))
  const instead = (text: string) => said.reduce((changed, id) => changed.replaceAll(id, nothing.get(id)!), text)
  const twin =
    method === 'GET'
      ? await visitor.get(instead(path))
      : await visitor.post(instead(path), { ...fields, _key: freshKey() })
  return twin.status === answer.status && twin.location === instead(answer.location)
}

/** The browsers of one centre's people, sent to the host of the other: nobody is anybody there. */
async function foreignSessions(two: TwoCentres, from: Party, at: Party): Promise<Found> {
  const visitors = new Map<Person, ReturnType<typeof inApp>>()
  for (const [person, visitor] of from.own.people) visitors.set(person, inApp(two.app, at.own.host, visitor))
  const paths = [...at.side.harvest.tuples].flatMap(([route, tuples]) =>
    tuples.length === 0 ? [route] : tuples.slice(0, 4).map((tuple) => pathOf(route, tuple)),
  )
  const tries = [...visitors.keys()].flatMap((person) =>
    paths
      .filter((path) => path.startsWith('/praca'))
      .map((path): Try => ({ person, method: 'GET', path, said: [path], mustRefuse: true })),
  )
  const asStranger = { ...from, own: { ...from.own, host: at.own.host, people: visitors } }
  // The own centre's page for those who aren't signed in may well show its own mark: only the refusal counts.
  const secret = { mark: from.own.mark, ids: from.side.secret.ids }
  return attempt('sessions of the other centre', tries, asStranger, { ...at, side: { ...at.side, secret } })
}

const pathOf = (route: string, tuple: readonly string[]): string => {
  let at = 0
  return route.replaceAll(/:\w+(?:\{[^}]*\})?/g, () => encodeURIComponent(tuple[at++]!))
}
