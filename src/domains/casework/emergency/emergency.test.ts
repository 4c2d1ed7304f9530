import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fillIn } from '#test/case-forms.ts'
import { aDraftPlan, anAssignedApplication, aPlanTown, recognise, type PlanTown } from '#test/plan-builders.ts'
import { createApp } from '#app'
import { eventsIn, type Visitor } from '#test/support.ts'
import { familyKey, givenKey } from '../names.ts'
import { soundsLikeOwn, whyNotBreakGlass, whyNotJudge } from './emergency.ts'

const found = { isKnown: true, isKept: false, isOwnName: false, isWithinReach: false, isOpenAlready: false }

test('what is not there, is restricted, or may be one’s own is refused in one way', () => {
  const unknown = { ...found, isKnown: false }
  for (const one of [unknown, { ...found, isKept: true }, { ...found, isOwnName: true }]) {
    assert.equal(whyNotBreakGlass(one, true), 'not-to-be-opened')
  }
  assert.equal(whyNotBreakGlass({ ...found, isWithinReach: true }, true), 'within-reach')
  assert.equal(whyNotBreakGlass({ ...found, isOpenAlready: true }, true), 'open-already')
  assert.equal(whyNotBreakGlass(found, true), undefined)
  assert.equal(whyNotBreakGlass(found, false), 'not-permitted')
})

test('nobody judges their own access, twice, or against it without a word', () => {
  const access = { accountId: 'a', judgement: null }
  assert.equal(whyNotJudge(access, { accountId: 'a', may: true }), 'own-access')
  assert.equal(whyNotJudge(access, { accountId: 'b', may: false }), 'not-permitted')
  assert.equal(whyNotJudge({ ...access, judgement: 'justified' }, { accountId: 'b', may: true }), 'judged-already')
  const said = { judgement: 'not-justified', note: ' ' } as const
  assert.equal(whyNotJudge(access, { accountId: 'b', may: true }, said), 'note-missing')
  assert.equal(whyNotJudge(access, { accountId: 'b', may: true }, { ...said, judgement: 'justified' }), undefined)
})

test('a name that sounds like the worker’s is told from one that does not', () => {
  const person = { givenKey: givenKey('Marta'), familyKey: familyKey('Kowalska') }
  assert.equal(soundsLikeOwn('Marta Kowalska', person), true)
  assert.equal(soundsLikeOwn('Marta Nowak-Kowalska', person), true)
  assert.equal(soundsLikeOwn('Ewa Kowalska', person), false)
  assert.equal(soundsLikeOwn('Marta Nowak', person), false)
})

const reason = 'Koordynatorka w szpitalu, pani Sabina dzwoni po pomoc.'
const glass = { purpose: 'coordinator-absent', reason }
const path = '/praca/dostep-awaryjny'

interface Scene {
  town: PlanTown
  application: string
  plan: string
  other: Visitor
  otherName: string
  officer: Visitor
}

async function aScene(): Promise<Scene> {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  await recognise(town, application)
  const plan = await aDraftPlan(town, application)
  const otherName = 'Ewa Zastępcza'
  const other = town.staff(['plan-coordinator'], await town.account(otherName, 'plan-coordinator'))
  const officer = town.staff(
    ['data-protection-officer'],
    await town.account('Irena Strażnicza', 'data-protection-officer'),
  )
  return { town, application, plan, other, otherName, officer }
}

const pagesOf = ({ application, plan }: Scene) => [
  `/praca/wnioski/${application}`,
  `/praca/wnioski/${application}/rozpoznanie`,
  `/praca/wnioski/${application}/rozpoznanie/safety`,
  `/praca/plany/${plan}`,
  `/praca/plany/${plan}/dokument.pdf`,
]

test('a case out of reach opens for two hours, to read, and not a minute longer', async () => {
  const scene = await aScene()
  const { other, application, town } = scene
  for (const page of pagesOf(scene)) assert.equal((await other.get(page)).status, 404, page)
  const offered = await other.get(`/praca/wnioski/${application}`)
  assert.match(offered.text, new RegExp(`/praca/dostep-awaryjny\\?sprawa=${application}`))
  const opened = await other.submit(`${path}?sprawa=${application}`, glass)
  assert.equal(opened.location, `/praca/wnioski/${application}`)
  for (const page of pagesOf(scene)) assert.equal((await other.get(page)).status, 200, page)
  assert.match((await other.get(`/praca/plany/${scene.plan}`)).text, /Dostęp awaryjny do: 23 listopada 2026, 12:00/)
  town.at('2026-11-23T10:59:59Z')
  assert.equal((await other.get(`/praca/wnioski/${application}`)).status, 200)
  town.at('2026-11-23T11:00:00Z')
  for (const page of pagesOf(scene)) assert.equal((await other.get(page)).status, 404, page)
})

test('what was opened stands in no list, offers no form, and takes none', async () => {
  const scene = await aScene()
  const { other, town, application, plan } = scene
  await other.submit(`${path}?sprawa=${plan}`, glass)
  for (const list of ['/praca', '/praca/wnioski', '/praca/plany']) {
    assert.doesNotMatch((await other.get(list)).text, /Wierzbow/, list)
  }
  for (const page of pagesOf(scene).slice(0, 4)) {
    const { text } = await other.get(page)
    assert.match(text, /Sabina Wierzbowa/, page)
    const main = text.slice(text.indexOf('<main'))
    assert.doesNotMatch(main, /method="post"/, page)
  }
  const acts = createApp(town.deps).routes.filter(
    ({ method, path: route }) => method === 'POST' && /^\/praca\/(wnioski|plany|osoby)\/:id/.test(route),
  )
  assert.ok(acts.length >= 15)
  for (const { path: route } of acts) {
    const id = route.startsWith('/praca/plany') ? plan : application
    const { status } = await other.post(route.replace(':id', id).replaceAll(/:\w+(\{[^}]*\})?/g, plan), {})
    assert.ok(status === 404 || status === 403, `POST ${route}: ${status}`)
  }
  assert.equal((await other.get(`/praca/plany/${plan}/ustalenia`)).status, 404)
})

test('each look is marked in the audit, and the officer sees, is written to, and judges', async () => {
  const { other, officer, application, town, otherName } = await aScene()
  await other.submit(`${path}?sprawa=${application}`, glass)
  await other.get(`/praca/wnioski/${application}/rozpoznanie/safety`)
  const events = await town.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['event', 'purpose', 'detail', 'section'])
      .where('tenant_id', '=', tx.tenantId)
      .where('purpose', 'is not', null)
      .orderBy('seq')
      .execute(),
  )
  assert.deepEqual(
    events.map(({ event, purpose, section }) => [event, purpose, section]),
    [
      ['emergency.opened', 'coordinator-absent', null],
      ['reconnaissance.read', 'coordinator-absent', 'safety'],
    ],
  )
  for (const { detail } of events) assert.equal(JSON.parse(detail).breakGlass, true)
  const letters = await town.inTenant((tx) =>
    tx.db.selectFrom('mail').select(['to_name', 'subject', 'body']).where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.deepEqual(
    letters.map(({ to_name, subject }) => [to_name, subject]),
    [['Irena Strażnicza', 'Dostęp awaryjny do sprawdzenia']],
  )
  assert.doesNotMatch(JSON.stringify(letters), /Wierzbow|Sabina|Zastępcza|CUS\/|szpital/)
  assert.match((await officer.get('/praca')).text, /1 dostęp awaryjny czeka na ocenę/)
  const list = await officer.get('/praca/dostepy-awaryjne')
  const one = /\/praca\/dostepy-awaryjne\/[0-9a-f-]{36}/.exec(list.text)![0]
  const shown = await officer.get(one)
  assert.match(shown.text, new RegExp(otherName))
  assert.match(shown.text, /Bezpieczeństwo/)
  const judged = { page: one, action: `${one}/ocena` }
  assert.equal((await fillIn(officer, judged, { judgement: 'not-justified', note: '' })).status, 422)
  assert.equal((await fillIn(officer, judged, { judgement: 'justified', note: 'Było trzeba.' })).status, 303)
  assert.ok((await town.inTenant(eventsIn)).includes('emergency.judged'))
  assert.match((await officer.get(one)).text, /Irena Strażnicza/)
  assert.doesNotMatch((await officer.get(one)).text, /name="judgement"/)
  assert.doesNotMatch((await officer.get('/praca')).text, /czeka na ocenę/)
})

test('what the officer finds not justified is shut at once, and may be opened anew with a new reason', async () => {
  const { other, officer, application, town } = await aScene()
  const opened = `/praca/wnioski/${application}`
  await other.submit(`${path}?sprawa=${application}`, glass)
  assert.equal((await other.get(opened)).status, 200)
  const list = await officer.get('/praca/dostepy-awaryjne')
  const one = /\/praca\/dostepy-awaryjne\/[0-9a-f-]{36}/.exec(list.text)![0]
  assert.match((await officer.get(one)).text, /Sprawa jest teraz otwarta/)
  const no = { judgement: 'not-justified', note: 'Zastępca był w pracy.' }
  assert.equal((await fillIn(officer, { page: one, action: `${one}/ocena` }, no)).status, 303)
  assert.equal((await other.get(opened)).status, 404)
  assert.doesNotMatch((await officer.get(one)).text, /Sprawa jest teraz otwarta/)
  const before = (await officer.get(one)).text.match(/czytanie wniosku/g)?.length
  town.at('2026-11-23T09:05:00Z')
  assert.equal((await other.submit(`${path}?sprawa=${application}`, glass)).location, opened)
  assert.equal((await other.get(opened)).status, 200)
  const after = (await officer.get(one)).text.match(/czytanie wniosku/g)?.length
  assert.equal(after, before, 'what is read later belongs to the later access')
})

test('the page of what is not found offers the same for a case of this centre, of another, and of none', async () => {
  const { other, town, application } = await aScene()
  const elsewhere = await aScene()
  const nowhere = 'aaaaaaaa-0000-4000-8000-00000000000f'
  const pages = []
  for (const id of [application, elsewhere.application, nowhere]) {
    pages.push((await other.get(`/praca/wnioski/${id}`)).text.replaceAll(id, ''))
  }
  assert.equal(pages[0], pages[1])
  assert.equal(pages[0], pages[2])
  for (const id of [elsewhere.application, nowhere]) {
    const refused = await other.submit(`${path}?sprawa=${id}`, glass)
    assert.equal(refused.status, 409)
    assert.match(refused.text, /Takiej sprawy nie ma albo nie otworzysz jej w ten sposób/)
  }
  assert.doesNotMatch((await town.director.get(`/praca/wnioski/${nowhere}`)).text, /dostep-awaryjny/)
})

test('by its number too; not without a reason; not what is one’s own', async () => {
  const { other, town, application } = await aScene()
  assert.equal((await other.submit(path, { number: 'cus/1/2026', purpose: 'child', reason: 'bo tak' })).status, 422)
  assert.equal((await other.submit(path, { number: '', purpose: '', reason })).status, 422)
  const own = town.staff(['plan-coordinator'], await town.account('Sabina Wierzbowa', 'plan-coordinator'))
  assert.equal((await own.submit(path, { number: 'CUS/1/2026', ...glass })).status, 409)
  assert.equal((await town.coordinator.submit(path, { number: 'CUS/1/2026', ...glass })).status, 409, 'within reach')
  assert.equal((await other.submit(path, { number: 'cus/1/2026', ...glass })).location, `/praca/wnioski/${application}`)
})

test('the glass is broken only by who proved both factors just now', async () => {
  const { town, application } = await aScene()
  const cookie = '__Host-session'
  const other = town.staff(['plan-coordinator'])
  await other.get('/praca')
  const browser = town.resident()
  browser.cookies.set(cookie, other.cookies.get(cookie)!)
  town.at('2026-11-23T09:11:00Z')
  const asked = await browser.get(`${path}?sprawa=${application}`)
  assert.equal(asked.status, 303)
  assert.match(asked.location, /^\/praca\/potwierdzenie\?dalej=/)
  const sent = await browser.post(path, { case: application, ...glass })
  assert.match(sent.location, /^\/praca\/potwierdzenie\?dalej=/)
  assert.equal((await browser.get(`/praca/wnioski/${application}`)).status, 404)
})

test('the database opens nothing for longer than half a day, and lets nobody prolong it', async () => {
  const { other, town, application } = await aScene()
  await other.submit(`${path}?sprawa=${application}`, glass)
  const prolong = town.inTenant((tx) =>
    tx.db
      .updateTable('emergency_access')
      .set({ expires_at: '2026-12-23T09:00:00Z' })
      .where('tenant_id', '=', tx.tenantId)
      .execute(),
  )
  await assert.rejects(prolong, { code: '42501' })
})
