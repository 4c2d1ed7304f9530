import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf } from '#test/accounts-site.ts'
import { aReport, someApplication } from '#test/casework-builders.ts'
import { fillIn } from '#test/case-forms.ts'
import { anAssignedApplication, aPlanTown, personOf } from '#test/plan-builders.ts'
import { eventsIn } from '#test/support.ts'
import { peselPurpose } from '../pesel-hashes.ts'
import { liftRestriction } from './restrict-person.ts'
import { whyNotEndDeclaration, whyNotRestrict } from './restriction.ts'

test('a restriction leaves somebody who sees the person, of those who work with cases and aren’t close', () => {
  const known = { caseworkers: new Set(['a', 'b']), close: new Set(['b']) }
  assert.equal(whyNotRestrict({ viewerIds: [] }, known), 'nobody-named')
  assert.equal(whyNotRestrict({ viewerIds: ['x'] }, known), 'not-of-casework')
  assert.equal(whyNotRestrict({ viewerIds: ['a', 'b'] }, known), 'declared-close')
  assert.equal(whyNotRestrict({ viewerIds: ['a'] }, known), undefined)
})

test('nobody takes back their own declaration', () => {
  const declared = { accountId: 'a', endedAt: null }
  assert.equal(whyNotEndDeclaration(declared, { accountId: 'a', mayManage: true }), 'own-declaration')
  assert.equal(whyNotEndDeclaration(declared, { accountId: 'b', mayManage: false }), 'not-permitted')
  assert.equal(whyNotEndDeclaration(declared, { accountId: 'b', mayManage: true }), undefined)
})

test('the director or the officer restricts by the number of a case; every version stays', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  const officer = town.staff(['data-protection-officer'])
  const list = '/praca/osoby-chronione'
  const nothing = await fillIn(officer, { page: list, action: `${list}/szukaj` }, { number: 'CUS/999/2026' })
  assert.equal(nothing.status, 422)
  const path = `${list}/${await personOf(town, application)}`
  assert.equal(
    (await fillIn(officer, { page: list, action: `${list}/szukaj` }, { number: 'cus/1/2026' })).location,
    path,
  )
  const form = { page: path, action: path }
  assert.equal((await fillIn(officer, form, { reason: 'violence' })).status, 422, 'nobody named')
  const empty = await fillIn(officer, form, {})
  const summary = /govuk-error-summary[\s\S]*?<\/ul>/.exec(empty.text)?.[0] ?? ''
  assert.match(summary, /href="#reason"[\s\S]*href="#viewers"/, 'both faults at once')
  const viewers = town.organiserAccount.id
  const set = await fillIn(officer, form, { reason: 'violence', viewers, note: 'Zakaz zbliżania' })
  assert.equal(set.status, 303)
  assert.equal((await town.director.get(`/praca/wnioski/${application}`)).status, 404)
  assert.equal((await town.organiser.get(`/praca/wnioski/${application}`)).status, 200, 'named')
  assert.equal((await town.coordinator.get(`/praca/wnioski/${application}`)).status, 200, 'the coordinator')
  const shown = await town.director.get(path)
  assert.doesNotMatch(shown.text, /Wierzbow|Sabina/)
  assert.match((await town.director.get(list)).text, /CUS\/1\/2026/)
  assert.equal((await fillIn(town.director, { ...form, action: `${path}/koniec` })).status, 303)
  assert.equal((await town.director.get(`/praca/wnioski/${application}`)).status, 200)
  const again = await town.director.get(path)
  assert.match(again.text, /ochrona zdjęta/)
  assert.match(again.text, /Zakaz zbliżania/)
})

test('two who change it at once: the second is shown what stands', async () => {
  const town = await aPlanTown()
  const path = `/praca/osoby-chronione/${await personOf(town, await anAssignedApplication(town))}`
  const officer = town.staff(['data-protection-officer'])
  const fields = { reason: 'violence', viewers: town.coordinatorAccount.id, note: '' }
  const page = await officer.get(path)
  assert.equal((await fillIn(town.director, { page: path, action: path }, fields)).status, 303)
  const late = await officer.send(page, path, { ...fields, reason: 'public-person' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ktoś zmienił to przed Tobą/)
  assert.match(late.text, /Akta są chronione/)
})

test('what isn’t restricted can’t be opened, and one that was changed meanwhile stays', async () => {
  const town = await aPlanTown()
  const person = await personOf(town, await anAssignedApplication(town))
  const path = `/praca/osoby-chronione/${person}`
  const lift = (version: number) =>
    town.inTenant((tx) => {
      tx.actor = actorOf(town.directorAccount, 'director')
      return liftRestriction(tx, person, version)
    })
  assert.deepEqual(await lift(1), { refused: 'not-set' })
  const nobody = `/praca/osoby-chronione/${crypto.randomUUID()}`
  for (const step of ['', '/koniec']) assert.equal((await town.director.post(nobody + step)).status, 404)
  assert.equal((await town.director.get(nobody)).status, 404)
  const fields = { reason: 'violence', viewers: town.coordinatorAccount.id, note: '' }
  assert.equal((await fillIn(town.director, { page: path, action: path }, fields)).status, 303)
  assert.equal((await fillIn(town.director, { page: path, action: path }, fields)).status, 303)
  const kept = (await town.inTenant(eventsIn)).filter((event) => /^restriction\.(set|changed)/.test(event))
  assert.deepEqual(kept, ['restriction.set violence', 'restriction.changed violence'])
  assert.deepEqual(await lift(1), { refused: 'changed-meanwhile' })
  assert.deepEqual(await lift(2), { done: true })
  assert.equal((await town.inTenant(eventsIn)).at(-1), 'restriction.lifted')
  assert.deepEqual(await lift(3), { refused: 'not-set' })
})

test('a worker’s own account does not open the record of somebody close, nor in an emergency', async () => {
  const town = await aPlanTown()
  const application = await anAssignedApplication(town)
  const page = `/praca/wnioski/${application}`
  const relatives = '/praca/wylaczenia'
  const form = { page: relatives, action: relatives }
  assert.equal((await fillIn(town.organiser, form, { relation: 'parent' })).status, 422)
  const mother = { relation: 'parent', givenName: 'Sabina', familyName: 'Wierzbowa', birthYear: '1960' }
  assert.equal((await fillIn(town.organiser, form, mother)).status, 303)
  assert.match((await town.organiser.get(relatives)).text, /Sabina Wierzbowa/)
  assert.equal((await town.organiser.get(page)).status, 404)
  assert.doesNotMatch((await town.organiser.get('/praca/wnioski')).text, /Wierzbow/)
  assert.equal((await town.director.get(page)).status, 200, 'others see the person as before')
  assert.equal((await fillIn(town.coordinator, form, mother)).status, 303)
  assert.equal((await town.coordinator.get(page)).status, 404, 'stronger than being the coordinator')
  const glass = { purpose: 'child', reason: 'Muszę zobaczyć, co się dzieje.' }
  const broken = await town.coordinator.submit(`/praca/dostep-awaryjny?sprawa=${application}`, glass)
  assert.equal(broken.status, 409)
  const list = '/praca/osoby-chronione'
  const shown = await town.director.get(list)
  assert.match(shown.text, /Piotr Organizatorski/)
  assert.doesNotMatch(shown.text, /Wierzbow/)
  const end = /action="([^"]+wylaczenia[^"]+)"/.exec(shown.text.slice(shown.text.indexOf('Piotr Organizatorski')))![1]!
  assert.equal((await town.director.post(end)).status, 303)
  const declared = (await town.inTenant(eventsIn)).filter((event) => event.startsWith('relative.'))
  assert.deepEqual(declared, ['relative.declared', 'relative.declared', 'relative.ended'])
  assert.equal((await town.organiser.get(page)).status, 200)
})

test('the same PESEL of somebody restricted leads to whom to call', async () => {
  const town = await aPlanTown()
  const { sealer } = town.deps
  const pesel = {
    pesel_hash: sealer.hash(peselPurpose, '00000000000'),
    pesel_sealed: sealer.seal(peselPurpose, '00000000000'),
  }
  const application = await anAssignedApplication(town)
  const id = await personOf(town, application)
  await town.inTenant((tx) =>
    tx.db.updateTable('person').set(pesel).where('tenant_id', '=', tx.tenantId).where('id', '=', id).execute(),
  )
  const path = `/praca/osoby-chronione/${id}`
  const fields = { reason: 'violence', viewers: town.coordinatorAccount.id, note: '' }
  await fillIn(town.director, { page: path, action: path }, fields)
  const desk = town.staff(['front-desk'])
  const report = await aReport(town, {
    givenName: 'Jadwiga',
    familyName: 'Inna',
    birthYear: '1950',
    phone: '600 999 111',
  })
  await town.inTenant((tx) =>
    tx.db
      .updateTable('need_report')
      .set(pesel)
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', report.id)
      .execute(),
  )
  assert.equal((await desk.get(`/praca/zgloszenia/${report.id}`)).status, 404, 'the report tells of the person')
  const other = { ...someApplication, givenName: 'Sabina', familyName: 'Wierzbowa', birthYear: '1961', phone: '' }
  const search = await desk.submit('/praca/wnioski/nowy', { familyName: 'Wierzbowa' })
  const answer = await desk.send(search, '/praca/wnioski/nowy', other)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Nie zapisuj tej osoby tutaj/)
  assert.ok((await town.inTenant(eventsIn)).includes('restriction-notice.read'))
})
