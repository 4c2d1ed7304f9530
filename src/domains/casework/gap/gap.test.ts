import assert from 'node:assert/strict'
import { test } from 'node:test'

import { day, fillIn, hiddenIn } from '#test/case-forms.ts'
import { aPlanThatIs, aPlanTown, needIdsIn, type PlanTown } from '#test/plan-builders.ts'

/** A gap that a coordinator registered; gives its id. */
async function aGap(town: PlanTown): Promise<string> {
  const at = `/praca/plany/${await aPlanThatIs(town, 'draft')}`
  const need = needIdsIn((await town.coordinator.get(at)).text).at(-1)!
  await fillIn(town.coordinator, { page: at, action: `${at}/potrzeby/${need}/luka` })
  return /\/praca\/luki\/([0-9a-f-]{36})/.exec((await town.coordinator.get(at)).text)![1]!
}

const step = (town: PlanTown, id: string, event: string, fields: Record<string, string | string[]> = {}) => {
  const at = `/praca/luki/${id}`
  return fillIn(town.organiser, { page: at, action: `${at}/kroki`, containing: `value="${event}"` }, fields)
}

test('a gap is taken on with a day to look again, answered, and reopened with a reason', async () => {
  const town = await aPlanTown()
  const id = await aGap(town)
  const dayless = await step(town, id, 'initiate')
  assert.equal(dayless.status, 422)
  assert.match(dayless.text, /href="#nextOn-initiate"/)
  assert.equal((await step(town, id, 'initiate', day('nextOn-initiate', '2026-11-22'))).status, 422, 'a day gone by')
  assert.equal((await step(town, id, 'initiate', day('nextOn-initiate', '2026-12-15'))).status, 303)
  const list = await town.organiser.get('/praca/luki?stan=being-initiated')
  assert.match(list.text, /Piotr Organizatorski/)
  assert.match(list.text, /15 grudnia 2026/)
  assert.equal((await step(town, id, 'find-service', { 'serviceName-find-service': '' })).status, 422)
  assert.equal((await step(town, id, 'find-service', { 'serviceName-find-service': 'Klub szachowy' })).status, 303)
  assert.match((await town.organiser.get(`/praca/luki/${id}`)).text, /Klub szachowy/)
  assert.equal((await step(town, id, 'reopen', { 'reason-reopen': '' })).status, 422)
  assert.equal((await step(town, id, 'reopen', { 'reason-reopen': 'Klub zamknięto' })).status, 303)
  assert.equal((await step(town, id, 'drop', { 'reason-drop': 'Osoba wyjechała' })).status, 303)
  assert.match((await town.organiser.get('/praca/luki?stan=dropped')).text, /Towarzystwo dla mamy/)
  assert.doesNotMatch((await town.organiser.get('/praca/luki?stan=otwarte')).text, /Towarzystwo dla mamy/)
})

test('the register counts equal needs and names nobody', async () => {
  const town = await aPlanTown()
  await aGap(town)
  await aGap(town)
  const list = await town.organiser.get('/praca/luki?grupa=older-people')
  assert.match(list.text, /govuk-table__cell--numeric"[^>]*>2</)
  assert.doesNotMatch(list.text, /Wierzbow/)
  const id = /\/praca\/luki\/([0-9a-f-]{36})/.exec(list.text)![1]!
  assert.doesNotMatch((await town.organiser.get(`/praca/luki/${id}`)).text, /Wierzbow/)
  assert.doesNotMatch((await town.organiser.get('/praca/luki?grupa=families')).text, /Towarzystwo dla mamy/)
})

test('a coordinator sees gaps but does not manage them; elsewhere they don’t exist', async () => {
  const [town, elsewhere] = [await aPlanTown(), await aPlanTown()]
  const id = await aGap(town)
  const page = await town.coordinator.get(`/praca/luki/${id}`)
  assert.equal(page.status, 200)
  assert.ok(!page.text.includes('<form action="/praca'))
  assert.equal((await town.coordinator.post(`/praca/luki/${id}/kroki`, {})).status, 403)
  assert.equal((await elsewhere.organiser.get(`/praca/luki/${id}`)).status, 404)
  assert.equal((await town.staff(['front-desk']).get('/praca/luki')).status, 403)
})

test('two who decide on one gap: the second is told that it changed', async () => {
  const town = await aPlanTown()
  const id = await aGap(town)
  const at = `/praca/luki/${id}`
  const seen = hiddenIn((await town.organiser.get(at)).text, `${at}/kroki`, 'value="drop"')
  await step(town, id, 'initiate', day('nextOn-initiate', '2026-12-15'))
  const refused = await town.director.post(`${at}/kroki`, { ...seen, 'reason-drop': 'Nie ma takiej potrzeby' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Nie ma takiej potrzeby/)
})
