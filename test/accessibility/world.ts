import { anonymous, roles, type Role } from '#platform/actor.ts'
import { readSampleAccounts } from '#domains/accounts/sample-accounts.ts'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import { createApp } from '../../src/app.tsx'
import type { Site } from '../site.ts'
import { Visitor } from '../support.ts'

/** Who comes by: somebody unknown, residents at some point of their way, and each role of the staff. */
export type Person = 'nobody' | 'writing' | 'reported' | Role

export interface World {
  people: Map<Person, Visitor>
  /** Pages that no link leads to, or that differ by what happened before. */
  paths: { path: string; person: Person }[]
  /** Names, and what people typed: these are of no language. */
  names: string[]
}

/** Names of people, places and the centre, and what people typed: these are of no language. */
async function namesIn(site: Site): Promise<string[]> {
  const accounts = await readSampleAccounts(site.deps.config, site.tenantId)
  const tenants = await site.deps.tenants.list()
  const context = { tenantId: site.tenantId, requestId: 'test', now: site.deps.now(), actor: anonymous }
  const districts = await site.deps.database.inTenant(context, (tx) =>
    tx.db.selectFrom('district').select('name').where('tenant_id', '=', tx.tenantId).execute(),
  )
  return [...accounts, ...tenants, ...districts].map(({ name }) => name).concat(Object.values(typed))
}

const typed = { words: 'Nie mam siły opiekować się mamą.', givenName: 'Halina', familyName: 'Przykładowa' }

/** Lives a few days of the sample city, through the pages themselves. */
export async function buildWorld(site: Site): Promise<World> {
  const app = createApp(site.deps)
  const host = new URL(site.address).host
  const people = new Map<Person, Visitor>([['nobody', new Visitor(app, host)]])
  for (const role of roles) people.set(role, await signedIn(site, new Visitor(app, host), role))
  people.set('writing', await answering(new Visitor(app, host)))
  people.set('reported', await reported(await answering(new Visitor(app, host))))
  const questions = ['dla-kogo', 'co-sie-dzieje', 'kogo-dotyczy', 'kontakt', 'gdzie-mieszka', 'dodatkowo']
  const paths: World['paths'] = [
    ...questions.map((question) => ({ path: `/potrzebuje-pomocy/${question}`, person: 'writing' as const })),
    { path: '/potrzebuje-pomocy/dziekujemy', person: 'reported' },
    { path: '/potrzebuje-pomocy/dziekujemy', person: 'nobody' },
    { path: '/uslugi?q=opieka', person: 'nobody' },
    { path: '/uslugi?q=xyzzy', person: 'nobody' },
  ]
  return { people, paths, names: await namesIn(site) }
}

async function signedIn(site: Site, visitor: Visitor, role: Role): Promise<Visitor> {
  const { email, password, totpSecret } = site.account(role)
  const { clock } = site.deps
  clock.now = clock.now.add({ seconds: 30 })
  const code = codeAtStep(totpSecret, stepAt(clock.now))
  const { status } = await visitor.submit('/logowanie', { email, password, code })
  if (status !== 303) throw new Error(`${role} could not sign in: ${status}`)
  return visitor
}

/** Answers every question about reporting a need, and stops before sending. */
async function answering(visitor: Visitor): Promise<Visitor> {
  const answers: Record<string, Record<string, string>> = {
    'dla-kogo': { reporter: 'self' },
    'co-sie-dzieje': { words: typed.words, situation: 'caring' },
    'kogo-dotyczy': { givenName: typed.givenName, familyName: typed.familyName, birthYear: '1961' },
    kontakt: { contactWay: 'phone', phone: '600 100 200' },
    'gdzie-mieszka': {},
    dodatkowo: { language: 'pl' },
  }
  for (const [question, fields] of Object.entries(answers)) {
    const { status } = await visitor.submit(`/potrzebuje-pomocy/${question}`, fields)
    if (status !== 303) throw new Error(`the answer to ${question} was not taken: ${status}`)
  }
  return visitor
}

async function reported(visitor: Visitor): Promise<Visitor> {
  const { status } = await visitor.submit('/potrzebuje-pomocy/sprawdz', {})
  if (status !== 303) throw new Error(`the report was not taken: ${status}`)
  return visitor
}
