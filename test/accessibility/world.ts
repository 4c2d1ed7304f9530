import { anonymous, roles, type Role } from '#platform/actor.ts'
import { readSampleAccounts } from '#domains/accounts/sample-accounts.ts'
import { sealCodeOwed } from '#domains/accounts/oidc/way-there.ts'
import { createApp } from '../../src/app.tsx'
import type { Site } from '../site.ts'
import { Visitor } from '../support.ts'
import * as account from './life-of-account.ts'
import * as planLife from './life-of-plan.ts'
import * as life from './life.ts'

/** Who comes by: somebody unknown, residents at some point of their way, and each role of the staff. */
export type Person = 'nobody' | 'owing a code' | 'writing' | 'reported' | 'resident' | Role

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
  people.set('owing a code', owingCode(site, somebody()))
  const worked = await work(site, people)
  people.set('writing', await life.answering(somebody()))
  people.set('reported', await life.reported(await life.answering(somebody())))
  const links = await accountLinks(site, people)
  people.set('resident', await life.caseOpened(somebody(), worked.code))
  return { people, paths: [...publicPaths, ...links, ...worked.paths], names: await namesIn(site) }
}

/** What letters lead to. The clock goes on before each, so that it is newer than all before. */
async function accountLinks(site: Site, people: World['people']): Promise<World['paths']> {
  site.deps.clock.now = site.deps.clock.now.add({ seconds: 1 })
  const invitation = await account.invited(site, people.get('administrator')!)
  site.deps.clock.now = site.deps.clock.now.add({ seconds: 1 })
  const { email } = site.account('front-desk')
  const reset = await account.passwordForgotten(site, people.get('nobody')!, email)
  return seenBy('nobody', invitation, reset)
}

const questions = ['dla-kogo', 'co-sie-dzieje', 'kogo-dotyczy', 'kontakt', 'gdzie-mieszka', 'dodatkowo']

const publicPaths: World['paths'] = [
  ...questions.map((question) => ({ path: `/potrzebuje-pomocy/${question}`, person: 'writing' as const })),
  { path: '/potrzebuje-pomocy/dziekujemy', person: 'reported' },
  { path: '/potrzebuje-pomocy/dziekujemy', person: 'nobody' },
  { path: '/moja-sprawa', person: 'nobody' },
  { path: '/logowanie/konto-urzedu/kod', person: 'owing a code' },
  { path: '/moja-sprawa', person: 'resident' },
  { path: '/uslugi?q=opieka', person: 'nobody' },
  { path: '/uslugi?q=xyzzy', person: 'nobody' },
]

/** Back from the office's sign-in server, before our own code. */
function owingCode(site: Site, visitor: Visitor): Visitor {
  const owed = { tenantId: site.tenantId, issuer: 'https://login.example.org', subject: 'one', until: 8e15 }
  visitor.cookies.set('__Host-identity-provider', sealCodeOwed(site.deps.sealer, owed))
  return visitor
}

/** What the staff does: calls are taken, applications registered, plans made and brought to each state. */
async function work(site: Site, people: World['people']): Promise<{ paths: World['paths']; code: string }> {
  const desk = people.get('front-desk')!
  const { path: report, code } = await life.callTaken(desk)
  const another = await life.callTaken(desk)
  const application = await applied(site, desk, report)
  await life.scansAdded(desk, application)
  const planning = await plans(site, people)
  const personal = await personalData(people, application)
  const guarding = await guards(people)
  // After the erasure, which takes the drafts that name its person's phone.
  const readBack = await life.callWritten(desk)
  return {
    code,
    paths: [
      ...seenBy('front-desk', '/praca', report, another.path, `${another.path}/wniosek`, readBack),
      ...seenBy('front-desk', '/praca/zgloszenia/nowe/kod', application),
      ...seenBy('plan-coordinator', '/praca', application, `${application}/rozpoznanie`),
      ...planning,
      ...guarding,
      ...personal,
      ...seenBy('data-protection-officer', another.path.replace('/praca/', '/praca/dane-osobowe/')),
    ],
  }
}

/** A case that isn't the coordinator's, opened in an emergency; somebody close to them declared. */
async function guards(people: World['people']): Promise<World['paths']> {
  const [desk, coordinator] = [people.get('front-desk')!, people.get('plan-coordinator')!]
  const application = await life.registered(desk, (await life.callTaken(desk)).path)
  await life.glassBroken(coordinator, application)
  await life.relativeDeclared(coordinator)
  return [
    ...seenBy('plan-coordinator', application, `/praca/dostep-awaryjny?sprawa=${application.split('/').at(-1)}`),
    ...seenBy('plan-coordinator', '/praca/dostep-awaryjny', '/praca/wylaczenia'),
    ...seenBy('data-protection-officer', '/praca', '/praca/dostepy-awaryjne', '/praca/audyt/ostrzezenia'),
    ...seenBy('director', '/praca/osoby-chronione'),
  ]
}

/** The data of a person with an open case, and of one that was erased by an order. */
async function personalData(people: World['people'], application: string): Promise<World['paths']> {
  const [desk, officer] = [people.get('front-desk')!, people.get('data-protection-officer')!]
  const personOf = async (path: string) => /\/praca\/osoby\/[0-9a-f-]{36}/.exec((await desk.get(path)).text)?.[0] ?? ''
  const data = (person: string) => person.replace('/praca/', '/praca/dane-osobowe/')
  const kept = await personOf(application)
  const gone = await personOf(await life.registered(desk, (await life.callTaken(desk)).path))
  const rule = { recordClass: 'case-file', fileSymbol: '5320', category: 'B10', validFrom: '2026-01-01' }
  await life.send(officer, '/praca/dane-osobowe/okresy', rule, 'name="fileSymbol"')
  await life.send(officer, data(kept), { reason: 'Skarga do sądu' }, 'name="reason"')
  const proof = await life.send(officer, data(gone), { basis: 'order', confirmed: 'yes' }, 'name="confirmed"')
  const list = '/praca/dane-osobowe'
  return [
    ...seenBy('data-protection-officer', list, `${list}/rejestr`, `${list}/okresy`, `${list}/usuniecia`, proof),
    ...seenBy('data-protection-officer', data(kept), data(gone)),
    ...seenBy('front-desk', kept),
  ]
}

const seenBy = (person: Person, ...paths: string[]): World['paths'] => paths.map((path) => ({ path, person }))

/** An application in the hands of the sample coordinator. */
export async function applied(site: Site, desk: Visitor, report: string): Promise<string> {
  const application = await life.registered(desk, report)
  const coordinator = await life.chosenAs(desk, application, site.account('plan-coordinator').name)
  await life.send(desk, application, { coordinator })
  return application
}

/** One plan in each state that has a page of its own. */
async function plans(site: Site, people: World['people']): Promise<World['paths']> {
  const [desk, coordinator] = [people.get('front-desk')!, people.get('plan-coordinator')!]
  const aPlan = async () => {
    const application = await applied(site, desk, (await life.callTaken(desk)).path)
    await planLife.recognised(coordinator, application)
    return { application, plan: await planLife.planned(coordinator, application) }
  }
  const aRunningPlan = async () => {
    const { plan } = await aPlan()
    await planLife.gapRegistered(coordinator, plan)
    await planLife.submitted(coordinator, plan)
    await planLife.started(coordinator, people.get('director')!, plan)
    return plan
  }
  const { application, plan: draft } = await aPlan()
  const { plan: submitted } = await aPlan()
  const gap = await planLife.gapRegistered(coordinator, submitted)
  await planLife.submitted(coordinator, submitted)
  const [running, ended, interviewed, described] = [
    await aRunningPlan(),
    await aRunningPlan(),
    await aRunningPlan(),
    await aRunningPlan(),
  ]
  for (const plan of [ended, interviewed, described]) await planLife.ended(coordinator, plan)
  for (const plan of [interviewed, described]) await planLife.interviewed(coordinator, plan)
  await planLife.described(coordinator, described)
  const waiting = await applied(site, desk, (await life.callTaken(desk)).path)
  await planLife.recognised(coordinator, waiting)
  return [
    ...seenBy('plan-coordinator', draft, `${draft}/ustalenia`, `${draft}/zgoda`, `${draft}/uslugi/nowa`),
    ...seenBy('plan-coordinator', running, `${running}/sprawdzenia/nowe`, `${running}/zakonczenie`),
    ...seenBy('plan-coordinator', `${ended}/rozmowa`, `${interviewed}/rezultaty`, described, `${waiting}/plan`),
    ...seenBy('director', submitted, `${application}/rozpoznanie`),
    ...seenBy('service-organiser', gap, '/praca/luki'),
  ]
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
  return [
    ...names,
    ...tenants.map(({ address }) => address),
    ...life.typedTexts,
    account.newcomer.name,
    ...Object.values(planLife.plannedTexts),
    'e-Doręczenia',
  ]
}
