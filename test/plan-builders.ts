import assert from 'node:assert/strict'
import { fileURLToPath } from 'node:url'
import { registerApplication } from '#domains/casework/applications/register-application.ts'
import { importMunicipality } from '#domains/directory/public.ts'
import type { Tx } from '#platform/tx.ts'
import { day, errorsIn, fillIn } from './case-forms.ts'
import { aMunicipality, type Municipality } from './casework-site.ts'
import type { Answer, Fields, Visitor } from './support.ts'

const seed = fileURLToPath(new URL('../db/seed/torun', import.meta.url))

/** A town with Toruń's directory and the people who take an application to a plan. */
export interface PlanTown extends Municipality {
  coordinatorAccount: { id: string; name: string }
  directorAccount: { id: string; name: string }
  organiserAccount: { id: string; name: string }
  coordinator: Visitor
  director: Visitor
  organiser: Visitor
}

export async function aPlanTown(): Promise<PlanTown> {
  const town = await aMunicipality()
  await town.inTenant((tx) => importMunicipality(tx, seed))
  const coordinatorAccount = await town.account('Marta Koordynatorska', 'plan-coordinator')
  const directorAccount = await town.account('Hanna Dyrektorska', 'director')
  const organiserAccount = await town.account('Piotr Organizatorski', 'service-organiser')
  return {
    ...town,
    coordinatorAccount,
    directorAccount,
    organiserAccount,
    coordinator: town.staff(['plan-coordinator'], coordinatorAccount),
    director: town.staff(['director'], directorAccount),
    organiser: town.staff(['service-organiser'], organiserAccount),
  }
}

/** An application of an invented person, given to the town's coordinator. */
export async function anAssignedApplication(
  town: PlanTown,
  change: { receivedOn?: string; familyName?: string } = {},
): Promise<string> {
  const registered = await town.inTenant((tx) => register(tx, town, change))
  assert.ok('applicationId' in registered, JSON.stringify(registered))
  return registered.applicationId
}

async function register(tx: Tx, town: PlanTown, change: { receivedOn?: string; familyName?: string }) {
  tx.actor = {
    kind: 'staff',
    accountId: town.coordinatorAccount.id,
    name: 'Recepcja',
    roles: ['front-desk'],
    deputyRoles: [],
  }
  return registerApplication(tx, {
    person: {
      details: {
        givenName: 'Sabina',
        familyName: change.familyName ?? 'Wierzbowa',
        birthYear: 1961,
        peselSealed: null,
        peselHash: null,
        phone: '+48600100200',
        email: null,
        address: 'ul. Lipowa 7',
        districtId: null,
        language: 'pl',
        accessNeeds: [],
        contactWay: 'phone',
        contactNote: null,
      },
    },
    report: undefined,
    reportVersion: 0,
    channel: 'oral-protocol',
    receivedOn: Temporal.PlainDate.from(change.receivedOn ?? '2026-11-20'),
    applicantRole: 'self',
    representativeName: undefined,
    representativeBasis: undefined,
    words: 'Potrzebuję kogoś, kto zostanie z mamą.',
    coordinatorId: town.coordinatorAccount.id,
  })
}

/** Whose application it is. */
export const personOf = (town: PlanTown, application: string) =>
  town.inTenant(async (tx) => {
    const row = await tx.db
      .selectFrom('application')
      .select('person_id')
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', application)
      .executeTakeFirstOrThrow()
    return row.person_id
  })

const went = (answer: Answer, what: string): Answer => {
  assert.equal(answer.status, 303, `${what}: ${answer.status} ${errorsIn(answer.text)}`)
  return answer
}

export const someTalk = {
  ...day('heldOn', '2026-11-22'),
  place: 'home',
  participants: 'Sabina Wierzbowa\nMarta Koordynatorska',
  servicesUsed: 'żadne',
  risks: '',
  months: '10',
  opinion: 'Opiekunka potrzebuje odpoczynku.',
}

/** Recognises two needs (one of the list, one in own words) and a goal, and finishes. */
export async function recognise(town: PlanTown, applicationId: string, change: Fields = {}): Promise<void> {
  const { coordinator } = town
  const at = `/praca/wnioski/${applicationId}/rozpoznanie`
  went(await fillIn(coordinator, { page: at, action: at }, { ...someTalk, ...change }), 'the talk')
  const needs = await coordinator.get(`${at}/potrzeby`)
  const listed = /name="need"[^>]*value="([^"]+)"/.exec(needs.text)?.[1] ?? ''
  went(
    await fillIn(
      coordinator,
      { page: `${at}/potrzeby`, action: `${at}/potrzeby` },
      { need: listed, ownNeed: 'Towarzystwo dla mamy, która lubi grać w karty', ownGroup: 'older-people' },
    ),
    'the needs',
  )
  went(
    await fillIn(coordinator, { page: at, action: `${at}/cele` }, { goal: 'Raz w tygodniu mam wolne popołudnie' }),
    'the goal',
  )
  went(await fillIn(coordinator, { page: at, action: `${at}/zakonczenie` }), 'the end of the recognition')
}

/** Begins a plan; gives its id. */
export async function aDraftPlan(town: PlanTown, applicationId: string, fields: Fields = {}): Promise<string> {
  const path = `/praca/wnioski/${applicationId}/plan`
  const made = went(await fillIn(town.coordinator, { page: path, action: path }, fields), 'the plan')
  return made.location.split('/').at(-1)!
}

export const somePeriod = {
  ...day('startsOn', '2026-12-01'),
  ...day('endsOn', '2027-11-30'),
  ownCommitments: 'Dzwonię, gdy termin nie pasuje',
  monitoringDays: '1.03.2027\n1 6 2027',
  lateReason: '',
  shortReason: '',
}

export const needIdsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/id="potrzeba-([0-9a-f-]{36})"/g)].map(([, id]) => id!)),
]
export const lineIdsIn = (html: string): string[] => [
  ...new Set([...html.matchAll(/<li id="usluga-([0-9a-f-]{36})"/g)].map(([, id]) => id!)),
]

export const someLine = {
  do: 'save',
  service: 'other',
  otherName: 'Odwiedziny wolontariuszki',
  otherProvider: 'Klub Sąsiedzki',
  external: 'yes',
  amount: '1,5',
  unit: 'hour',
  times: '2',
  per: 'week',
  ...day('startsOn', '2026-12-01'),
  ...day('endsOn', '2027-11-30'),
  regime: 'supporting-activity',
  decisionNumber: '',
}

/** Gives the plan its period and a line for every need. */
export async function write(town: PlanTown, planId: string): Promise<void> {
  const { coordinator } = town
  const at = `/praca/plany/${planId}`
  went(await fillIn(coordinator, { page: `${at}/ustalenia`, action: `${at}/ustalenia` }, somePeriod), 'the period')
  for (const needId of needIdsIn((await coordinator.get(at)).text)) {
    const line = { ...someLine, needId }
    went(await fillIn(coordinator, { page: `${at}/uslugi/nowa`, action: `${at}/uslugi` }, line), 'the line')
  }
}

export const someAgreement = {
  form: 'signature',
  ...day('agreedOn', '2026-11-23'),
  agreedBy: 'Sabina Wierzbowa',
  evidence: 'Podpis na wydruku',
}

export async function agree(town: PlanTown, planId: string): Promise<void> {
  const path = `/praca/plany/${planId}/zgoda`
  went(await fillIn(town.coordinator, { page: path, action: path }, someAgreement), 'the agreement')
}

/** Presses the button of a step on the plan's page. */
export async function press(browser: Visitor, planId: string, step: string, fields: Fields = {}): Promise<Answer> {
  const at = `/praca/plany/${planId}`
  return fillIn(browser, { page: at, action: `${at}/kroki`, containing: `value="${step}"` }, fields)
}

export const submit = async (town: PlanTown, planId: string): Promise<Answer> =>
  went(await press(town.coordinator, planId, 'submit'), 'the submission')

export async function decide(browser: Visitor, planId: string, fields: Fields): Promise<Answer> {
  const at = `/praca/plany/${planId}`
  return fillIn(browser, { page: at, action: `${at}/decyzja` }, fields)
}

/** A plan from its application to the state named. */
export async function aPlanThatIs(
  town: PlanTown,
  state: 'draft' | 'written' | 'agreed' | 'submitted' | 'approved' | 'active',
): Promise<string> {
  const order = ['draft', 'written', 'agreed', 'submitted', 'approved', 'active']
  const upTo = (reached: string) => order.indexOf(reached) <= order.indexOf(state)
  const applicationId = await anAssignedApplication(town)
  await recognise(town, applicationId)
  const id = await aDraftPlan(town, applicationId)
  if (upTo('written')) await write(town, id)
  if (upTo('agreed')) await agree(town, id)
  if (upTo('submitted')) await submit(town, id)
  if (upTo('approved')) went(await decide(town.director, id, { decision: 'approved', reasons: '' }), 'the approval')
  if (upTo('active')) {
    town.at('2026-12-01T09:00:00Z')
    went(await press(town.coordinator, id, 'start'), 'the start')
  }
  return id
}

/** The plan as the database holds it. */
export const planRow = (town: PlanTown, id: string) =>
  town.inTenant((tx) =>
    tx.db
      .selectFrom('plan')
      .selectAll()
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )
