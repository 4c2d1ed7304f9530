import assert from 'node:assert/strict'
import { test } from 'node:test'
import { roles, type Role } from '#platform/actor.ts'
import { lifeSections } from '#domains/casework/reconnaissance.ts'
import { roleMay, type Action } from '#platform/access.ts'
import { createApp } from '../../src/app.tsx'
import { guardedRoutes, workplaceRoutes } from '../access.ts'
import { anAttachment } from '../attachment-case.ts'
import { anApplication, aReport, someApplication } from '../casework-builders.ts'
import { fillIn } from '../case-forms.ts'
import {
  aDraftPlan,
  agree,
  aPlanTown,
  lineIdsIn,
  personOf,
  needIdsIn,
  recognise,
  submit,
  write,
} from '../plan-builders.ts'
import type { Visitor } from '../support.ts'

/**
 * One restricted person with a case in every part of the program. Every address of the workplace, with every id of
 * theirs put into it, is opened by each role; what tells of the person comes only to those who are named.
 */
const town = await aPlanTown()
const phone = '600 700 811'
const person = { givenName: 'Bogumiła', familyName: 'Zaciszańska', birthYear: '1958', phone }
const desk = town.staff(['front-desk'])
const report = (await aReport(town, { ...person, words: 'Boję się wracać na Krzywą.' })).id
const application = await anApplication(desk, report, { ...person, words: 'Proszę o schronienie.' })
const coordinatorId = town.coordinatorAccount.id
await fillIn(
  town.director,
  { page: `/praca/wnioski/${application}`, action: `/praca/wnioski/${application}/koordynator` },
  { coordinator: coordinatorId },
)
await recognise(town, application)
const plan = await aDraftPlan(town, application)
const at = `/praca/plany/${plan}`
const unanswered = needIdsIn((await town.coordinator.get(at)).text).at(-1)!
await fillIn(town.coordinator, { page: at, action: `${at}/potrzeby/${unanswered}/luka` })
const gap = /\/praca\/luki\/([0-9a-f-]{36})/.exec((await town.coordinator.get(at)).text)![1]!
await write(town, plan)
await agree(town, plan)
await submit(town, plan)
const attachment = (await anAttachment(desk, `/praca/wnioski/${application}`)).split('/').at(-1)!
const line = lineIdsIn((await town.coordinator.get(at)).text)[0]!
// A second report of the same person, which nobody has answered: by the phone alone.
const later = (await aReport(town, { ...person, givenName: 'B.', familyName: 'Zaciszanska', birthYear: '1958' })).id
const personId = await personOf(town, application)

/** What tells of the person: names, phone, and what was written down in their own words. */
const telling = /Bogumił|Zacisza|600 ?700 ?811|Boję się wracać|Proszę o schronienie|lubi grać w karty/

/** The ids that an address of this beginning can hold; one that isn't known here gets every id. */
const ids: Record<string, readonly string[]> = {
  wnioski: [application],
  plany: [plan],
  osoby: [personId],
  zgloszenia: [report, later],
  luki: [gap],
}
const values: Record<string, readonly string[]> = {
  personId: [personId],
  section: lifeSections.slice(0, 3),
  line: [line],
  attachment: [attachment],
}

interface Address {
  path: string
  actions: readonly Action[]
}

/** Every GET address of the workplace with the ids of the person in it, lists with what narrows them. */
function addresses(): Address[] {
  const app = createApp(town.deps)
  const guards = new Map(guardedRoutes(app).map((route) => [`${route.method} ${route.path}`, route.actions]))
  const gets = new Set(workplaceRoutes(app).flatMap(({ method, path }) => (method === 'GET' ? path : [])))
  const lists = ['/praca/wnioski', '/praca/zgloszenia', '/praca/plany', '/praca/luki']
  const narrowed = ['szukaj=zacisz', 'stan=submitted', 'stan=new', 'stan=registered', 'stan=otwarte', 'stan=overdue']
  return [...gets].flatMap((route) => {
    const paths = lists.includes(route) ? [route, ...narrowed.map((query) => `${route}?${query}`)] : fill(route)
    return paths.map((path) => ({ path, actions: guards.get(`GET ${route}`) ?? [] }))
  })
}

function fill(path: string): string[] {
  const parameter = /:(\w+)(?:\{[^}]*\})?/.exec(path)
  if (!parameter) return [path]
  const known = ids[path.split('/')[2]!] ?? Object.values(ids).flat()
  const of = parameter[1] === 'id' ? known : values[parameter[1]!]
  assert.ok(of, `the test knows no value for :${parameter[1]} in ${path}`)
  return of.flatMap((value) => fill(path.replace(parameter[0], value)))
}

const all = addresses()
const people = new Map<string, { visitor: Visitor; held: readonly Role[] }>(
  roles.map((role) => [role, { visitor: town.staff([role]), held: [role] }]),
)
people.set('deputy of the director', { visitor: town.staff(['director'], undefined, ['director']), held: ['director'] })
const both: readonly Role[] = ['plan-coordinator', 'front-desk']
people.set('coordinator and desk', { visitor: town.staff(both), held: both })
const named = { visitor: town.coordinator, held: ['plan-coordinator'] as const }

/** Rights of the person (art. 15–17 GDPR) are served by the officer for restricted people too; every look is audited. */
const isRights = (path: string) => path.startsWith('/praca/dane-osobowe/')

/** What a role may open at all; that the rest is refused is the business of access.test.ts. */
const openTo = (held: readonly Role[]): Address[] =>
  all.filter(({ actions }) => actions.every((action) => held.some((role) => roleMay(role, action))))

/** The addresses that tell of the person. A document is text only to who opens it: that it's there at all is enough. */
async function tellsTo({ visitor, held }: { visitor: Visitor; held: readonly Role[] }): Promise<string[]> {
  const told: string[] = []
  for (const { path } of openTo(held)) {
    const { status, text, headers } = await visitor.get(path)
    const isDocument = headers.has('content-disposition')
    if (isDocument ? status === 200 : telling.test(text)) told.push(path)
  }
  if (!held.some((role) => roleMay(role, 'application.register'))) return told
  const search = { familyName: 'Zaciszanska', givenName: '', birthYear: '', phone }
  const found = await visitor.submit('/praca/wnioski/nowy', search)
  return /Bogumił|Zaciszańska/.test(found.text) ? [...told, 'the search for a person'] : told
}

const before = new Map<string, string[]>()

test('before, the program tells of the person in many places', async () => {
  before.set('coordinator', await tellsTo(named))
  for (const who of ['director', 'front-desk'] as const) before.set(who, await tellsTo(people.get(who)!))
  const places = new Set([...before.values()].flat())
  assert.ok(places.size >= 20, [...places].join('\n'))
  assert.ok(before.get('front-desk')!.includes('the search for a person'))
})

test('the director restricts the person to the coordinator', async () => {
  const path = `/praca/osoby-chronione/${personId}`
  const answer = await fillIn(
    town.director,
    { page: path, action: path },
    { reason: 'violence', viewers: coordinatorId, note: '' },
  )
  assert.equal(answer.status, 303, answer.text.slice(0, 300))
})

test('then nothing tells of the person to who is not named, whatever the role', async () => {
  let probes = 0
  for (const [who, one] of people) {
    const told = await tellsTo(one)
    const beyond = who === 'data-protection-officer' ? told.filter((path) => !isRights(path)) : told
    assert.deepEqual(beyond, [], who)
    probes += openTo(one.held).length
  }
  console.log(`restricted person: ${probes} probes over ${all.length} addresses by ${people.size} people, 0 told`)
})

test('the coordinator reaches everything as before', async () => {
  assert.deepEqual(await tellsTo(named), before.get('coordinator'))
})

test('breaking the glass opens nothing of a restricted person', async () => {
  const other = town.staff(['plan-coordinator'], await town.account('Ewa Zastępcza', 'plan-coordinator'))
  const reason = 'Sąsiedzi dzwonią, że słychać krzyki.'
  for (const id of [application, plan, personId]) {
    const path = `/praca/dostep-awaryjny?sprawa=${id}`
    const answer = await other.submit(path, { purpose: 'violence', reason })
    assert.equal(answer.status, 409)
    assert.match(answer.text, /Takiej sprawy nie ma albo nie otworzysz jej w ten sposób/)
    assert.doesNotMatch(answer.text.replace(reason, ''), telling)
  }
  assert.deepEqual(await tellsTo({ visitor: other, held: ['plan-coordinator'] }), [])
})

test('registering the person again leads to a kind sentence, not to a second record', async () => {
  const path = '/praca/wnioski/nowy'
  const search = await desk.submit(path, { ...person })
  assert.doesNotMatch(search.text, /value="[0-9a-f-]{36}"[^>]*name="person"|name="person"[^>]*value="[0-9a-f-]{36}"/)
  const answer = await desk.send(search, path, { ...someApplication, ...person, person: 'new' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Nie zapisuj tej osoby tutaj\. Jej wnioski przyjmuje Marta Koordynatorska\. Zadzwoń: /)
  const persons = await town.inTenant((tx) =>
    tx.db.selectFrom('person').select('id').where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.equal(persons.length, 1)
})

test('the counts of the desk leave the person out', async () => {
  const { text } = await desk.get('/praca')
  assert.doesNotMatch(text, /zgłoszenie czeka|wniosek czeka/)
  assert.match((await town.coordinator.get('/praca')).text, /1 nowe zgłoszenie czeka/)
})

test('the gap stays in the register without the words and the district', async () => {
  const { text } = await town.organiser.get(`/praca/luki/${gap}`)
  assert.match(text, /Potrzeba zapisana własnymi słowami/)
  assert.match(text, /Dane osoby, której to dotyczy, są chronione/)
})
