import { anonymous, roles, type Role } from '#platform/actor.ts'
import { readSampleAccounts } from '#domains/accounts/sample-accounts.ts'
import { createApp } from '../../src/app.tsx'
import type { Site } from '../site.ts'
import { Visitor } from '../support.ts'
import * as life from './life.ts'

/** Who comes by: somebody unknown, residents at some point of their way, and each role of the staff. */
export type Person = 'nobody' | 'writing' | 'reported' | 'resident' | Role

export interface World {
  people: Map<Person, Visitor>
  /** Pages that no link leads to, or that differ by what happened before. */
  paths: { path: string; person: Person }[]
  /** Names, and what people typed: these are of no language. */
  names: string[]
}

/** Lives a few days of the sample city, through the pages themselves. */
export async function buildWorld(site: Site): Promise<World> {
  const app = createApp(site.deps)
  const somebody = () => new Visitor(app, new URL(site.address).host)
  const people = new Map<Person, Visitor>([['nobody', somebody()]])
  for (const role of roles) people.set(role, await life.signedIn(site, somebody(), role))
  people.set('writing', await life.answering(somebody()))
  people.set('reported', await life.reported(await life.answering(somebody())))
  const worked = await work(site, people)
  people.set('resident', await life.caseOpened(somebody(), worked.code))
  return { people, paths: [...publicPaths, ...worked.paths], names: await namesIn(site) }
}

const questions = ['dla-kogo', 'co-sie-dzieje', 'kogo-dotyczy', 'kontakt', 'gdzie-mieszka', 'dodatkowo']

const publicPaths: World['paths'] = [
  ...questions.map((question) => ({ path: `/potrzebuje-pomocy/${question}`, person: 'writing' as const })),
  { path: '/potrzebuje-pomocy/dziekujemy', person: 'reported' },
  { path: '/potrzebuje-pomocy/dziekujemy', person: 'nobody' },
  { path: '/moja-sprawa', person: 'nobody' },
  { path: '/moja-sprawa', person: 'resident' },
  { path: '/uslugi?q=opieka', person: 'nobody' },
  { path: '/uslugi?q=xyzzy', person: 'nobody' },
]

/** What the staff does: a call is taken, its application registered and given to a coordinator. */
async function work(site: Site, people: World['people']): Promise<{ paths: World['paths']; code: string }> {
  const desk = people.get('front-desk')!
  const { path: report, code } = await life.callTaken(desk)
  const another = await life.callTaken(desk)
  const readBack = await life.callWritten(desk)
  const application = await life.registered(desk, report)
  const coordinator = await life.chosenAs(desk, application, site.account('plan-coordinator').name)
  await life.send(desk, application, { coordinator })
  const seenBy = (person: Person, ...paths: string[]) => paths.map((path) => ({ path, person }))
  return {
    code,
    paths: [
      ...seenBy('front-desk', '/praca', report, another.path, `${another.path}/wniosek`, readBack),
      ...seenBy('front-desk', '/praca/zgloszenia/nowe/kod', application),
      ...seenBy('plan-coordinator', '/praca', application),
    ],
  }
}

/** Names of people, places and the centre, and what people typed. */
async function namesIn(site: Site): Promise<string[]> {
  const accounts = await readSampleAccounts(site.deps.config, site.tenantId)
  const tenants = await site.deps.tenants.list()
  const context = { tenantId: site.tenantId, requestId: 'test', now: site.deps.now(), actor: anonymous }
  const districts = await site.deps.database.inTenant(context, (tx) =>
    tx.db.selectFrom('district').select('name').where('tenant_id', '=', tx.tenantId).execute(),
  )
  const names = [...accounts, ...tenants, ...districts].map(({ name }) => name)
  return [...names, ...tenants.map(({ address }) => address), ...life.typedTexts, 'e-Doręczenia']
}
