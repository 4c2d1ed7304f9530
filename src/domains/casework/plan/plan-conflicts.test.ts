import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { newFormKey } from '#platform/form-keys.ts'
import { testDatabase } from '#test/database.ts'
import { fillIn, hiddenIn } from '#test/case-forms.ts'
import {
  agree,
  aPlanThatIs,
  aPlanTown,
  lineIdsIn,
  needIdsIn,
  planRow,
  press,
  someLine,
  somePeriod,
  submit,
} from '#test/plan-builders.ts'

test('what is sent twice is done once', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'draft')
  const at = `/praca/plany/${id}`
  const page = await town.coordinator.get(`${at}/uslugi/nowa`)
  const [needId = '', other = ''] = needIdsIn((await town.coordinator.get(at)).text)
  const line = { ...hiddenIn(page.text, `${at}/uslugi`), ...someLine, needId }
  const [one, two] = await Promise.all([
    town.coordinator.post(`${at}/uslugi`, line),
    town.coordinator.post(`${at}/uslugi`, line),
  ])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.equal(lineIdsIn((await town.coordinator.get(at)).text).length, 1)
  const gap = hiddenIn((await town.coordinator.get(at)).text, `${at}/potrzeby/${other}/luka`)
  await town.coordinator.post(`${at}/potrzeby/${other}/luka`, gap)
  await town.coordinator.post(`${at}/potrzeby/${other}/luka`, gap)
  const { count } = await town.inTenant((tx) =>
    tx.db
      .selectFrom('gap')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('tenant_id', '=', tx.tenantId)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(count, 1)
})

test('the second of two who change one line sees both texts and can still go on', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'written')
  const at = `/praca/plany/${id}`
  const colleague = town.staff(['plan-coordinator', 'service-organiser'], town.organiserAccount)
  const [line = ''] = lineIdsIn((await town.coordinator.get(at)).text)
  const [needId = ''] = needIdsIn((await town.coordinator.get(at)).text)
  const path = `${at}/uslugi/${line}`
  const page = (await town.coordinator.get(path)).text
  const mine = hiddenIn(page, path)
  const removal = hiddenIn((await town.coordinator.get(at)).text, `${path}/usuniecie`)
  const theirs = { ...someLine, needId, otherName: 'Nazwa koleżanki' }
  assert.equal((await fillIn(colleague, { page: path, action: path }, theirs)).status, 303)
  assert.equal(
    (await town.coordinator.post(`${path}/usuniecie`, removal)).status,
    409,
    'what was changed is not removed',
  )
  const refused = await town.coordinator.post(path, { ...mine, ...someLine, needId, otherName: 'Moja nazwa' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Nazwa koleżanki, Klub Sąsiedzki/)
  assert.match(refused.text, /Moja nazwa, Klub Sąsiedzki/)
  const again = { ...hiddenIn(refused.text, path), ...someLine, needId, otherName: 'Wspólna nazwa' }
  assert.equal((await town.coordinator.post(path, again)).status, 303)
  assert.match((await colleague.get(at)).text, /Wspólna nazwa/)
})

test('the second of two who change the period sees both texts', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'draft')
  const path = `/praca/plany/${id}/ustalenia`
  const mine = hiddenIn((await town.coordinator.get(path)).text, path)
  await fillIn(town.coordinator, { page: path, action: path }, { ...somePeriod, ownCommitments: 'Tekst zapisany' })
  const refused = await town.coordinator.post(path, { ...mine, ...somePeriod, ownCommitments: 'Tekst mój' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Tekst zapisany/)
  assert.match(refused.text, /Tekst mój/)
})

test('nobody decides on a text that they have not seen', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const at = `/praca/plany/${id}`
  const seen = hiddenIn((await town.director.get(at)).text, `${at}/decyzja`)
  await press(town.coordinator, id, 'take-back')
  const goal = { goal: 'Zupełnie nowy cel', goalNeed: '' }
  await fillIn(town.coordinator, { page: at, action: `${at}/cele` }, goal)
  await agree(town, id)
  await submit(town, id)
  const refused = await town.director.post(`${at}/decyzja`, { ...seen, decision: 'approved', reasons: 'Zgoda' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Zupełnie nowy cel/, 'the page shows the text as it is now')
  assert.match(refused.text, /Zgoda/)
  assert.equal((await planRow(town, id)).state, 'submitted')
})

test('a plan does not exist for other coordinators and other centres, and not for other roles', async () => {
  const [town, elsewhere] = [await aPlanTown(), await aPlanTown()]
  const id = await aPlanThatIs(town, 'submitted')
  const colleague = town.staff(['plan-coordinator'])
  const desk = town.staff(['plan-coordinator', 'front-desk'])
  for (const rest of [
    '',
    '/dokument.pdf',
    '/ustalenia',
    '/zgoda',
    '/uslugi/nowa',
    '/sprawdzenia/nowe',
    '/zakonczenie',
  ]) {
    const path = `/praca/plany/${id}${rest}`
    assert.equal((await colleague.get(path)).status, 404, path)
    assert.equal((await desk.get(path)).status, 404, path)
    assert.equal((await elsewhere.coordinator.get(path)).status, 404, path)
    assert.equal((await town.staff(['front-desk']).get(path)).status, 403, path)
    assert.equal((await town.staff(['administrator']).get(path)).status, 403, path)
  }
  assert.doesNotMatch((await colleague.get('/praca/plany')).text, /Wierzbowa/)
  assert.match((await town.director.get('/praca/plany')).text, /Wierzbowa/)
  assert.equal((await elsewhere.director.post(`/praca/plany/${id}/decyzja`, {})).status, 404)
  assert.equal((await town.coordinator.post(`/praca/plany/${id}/decyzja`, {})).status, 403)
  assert.equal((await town.director.post(`/praca/plany/${id}/kroki`, {})).status, 403)
})

test('of many who decide at the same moment one decides, and the others are told', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'submitted')
  const at = `/praca/plany/${id}`
  const directors = Array.from({ length: 12 }, () => town.staff(['director']))
  const forms: Record<string, string>[] = []
  for (const browser of directors) forms.push(hiddenIn((await browser.get(at)).text, `${at}/decyzja`))
  const decision = { decision: 'returned', reasons: 'Proszę uzupełnić cele.' }
  const answers = await Promise.all(
    directors.map((browser, index) => browser.post(`${at}/decyzja`, { ...forms[index], ...decision })),
  )
  const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b)
  assert.deepEqual(statuses, [303, ...Array.from({ length: 11 }, () => 409)])
})

test('of many who begin a new version at the same moment one does, and the others are told', async () => {
  const town = await aPlanTown()
  const id = await aPlanThatIs(town, 'approved')
  const at = `/praca/plany/${id}`
  const form = hiddenIn((await town.coordinator.get(at)).text, `${at}/kroki`)
  const begin = () =>
    town.coordinator.post(`${at}/kroki`, { ...form, _key: newFormKey(), 'reason-revise': 'Zmiana godzin' })
  // Nobody can copy lines until all of them are on their way.
  const superuser = new pg.Client(testDatabase().superuser)
  await superuser.connect()
  await superuser.query('begin; lock table plan_line in share mode')
  const answers = [begin(), begin(), begin()]
  await sleep(400)
  await superuser.query('commit')
  await superuser.end()
  const statuses = (await Promise.all(answers)).map(({ status }) => status)
  assert.deepEqual(
    statuses.toSorted((one, other) => one - other),
    [303, 409, 409],
  )
})
