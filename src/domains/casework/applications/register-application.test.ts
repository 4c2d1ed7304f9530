import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { anApplication, aReport, someApplication } from '#test/casework-builders.ts'
import { aMunicipality, type Municipality } from '#test/casework-site.ts'
import type { Answer, Visitor } from '#test/support.ts'

const applicationsOf = (municipality: Municipality) =>
  municipality.inTenant((tx) =>
    tx.db.selectFrom('application').selectAll().where('tenant_id', '=', tx.tenantId).orderBy('number').execute(),
  )

const personsOf = (municipality: Municipality) =>
  municipality.inTenant((tx) => tx.db.selectFrom('person').selectAll().where('tenant_id', '=', tx.tenantId).execute())

test('an application gets a number, its clock from the day of receipt, and a coordinator at once', async () => {
  const municipality = await aMunicipality()
  const maria = await municipality.account('Maria Koordynatorska', 'plan-coordinator')
  const { id: reportId } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const id = await anApplication(desk, reportId, { coordinator: maria.id })
  const [application] = await applicationsOf(municipality)
  assert.equal(application?.number, 'CUS/1/2026')
  assert.equal(application?.plan_due_on.toString(), '2026-12-23')
  assert.equal(application?.state, 'assigned')
  assert.equal(application?.rule_set, 'cus-act-2020')
  const page = await desk.get(`/praca/wnioski/${id}`)
  assert.match(page.text, /zostało 30 dni/)
  assert.match(page.text, /Maria Koordynatorska/)
  const report = await desk.get(`/praca/zgloszenia/${reportId}`)
  assert.match(report.text, new RegExp(`/praca/wnioski/${id}`))
})

test('a double click registers one application and one person', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const path = `/praca/zgloszenia/${id}/wniosek`
  const page = await desk.get(path)
  const [one, two] = await Promise.all([desk.send(page, path, someApplication), desk.send(page, path, someApplication)])
  assert.equal(one.status, 303)
  assert.equal(one.location, two.location)
  assert.equal((await applicationsOf(municipality)).length, 1)
  assert.equal((await personsOf(municipality)).length, 1)
})

test('two members of staff at once register one application; the second is told', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const path = `/praca/zgloszenia/${id}/wniosek`
  const desks = [municipality.staff(['front-desk']), municipality.staff(['director'])]
  const pages = [await desks[0]!.get(path), await desks[1]!.get(path)]
  const first = await desks[0]!.send(pages[0]!, path, someApplication)
  const second = await desks[1]!.send(pages[1]!, path, { ...someApplication, person: 'new' })
  assert.equal(first.status, 303)
  assert.ok([409, 422].includes(second.status))
  assert.equal((await applicationsOf(municipality)).length, 1)
})

test('who sends the form of a report that became an application meanwhile is told, at once or later', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  await anApplication(desk, (await aReport(municipality)).id)
  const [known] = await personsOf(municipality)
  const { id } = await aReport(municipality)
  const path = `/praca/zgloszenia/${id}/wniosek`
  const open = () => desk.get(path)
  const [one, two, late] = [await open(), await open(), await open()]
  const send = (page: Answer) => desk.send(page, path, { ...someApplication, person: known!.id })
  const answers = [...(await Promise.all([send(one), send(two)])), await send(late)]
  const statuses = answers.map(({ status }) => status)
  assert.deepEqual(
    statuses.toSorted((a, b) => a - b),
    [303, 409, 409],
  )
  assert.equal((await applicationsOf(municipality)).length, 2)
})

test('a person who may be known is proposed with the reasons and never merged silently', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  await anApplication(desk, (await aReport(municipality)).id)
  const again = await aReport(municipality, { givenName: 'Halinka', familyName: 'Przykladowa' })
  const path = `/praca/zgloszenia/${again.id}/wniosek`
  const page = await desk.get(path)
  assert.match(page.text, /Halina Przykładowa, 1961/)
  assert.match(page.text, /ten sam telefon/)
  const undecided = await desk.send(page, path, { ...someApplication, person: '' })
  assert.equal(undecided.status, 422)
  assert.match(undecided.text, /href="#person"/)
  const [known] = await personsOf(municipality)
  assert.equal((await desk.send(page, path, { ...someApplication, person: known!.id })).status, 303)
  assert.equal((await personsOf(municipality)).length, 1)
  assert.equal((await applicationsOf(municipality)).length, 2)
})

test('a new person is accepted only after everyone likely was shown', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  await anApplication(desk, (await aReport(municipality)).id)
  const other = await aReport(municipality, {
    givenName: 'Jan',
    familyName: 'Nowakowski',
    phone: '700 100 200',
    birthYear: '1950',
  })
  const path = `/praca/zgloszenia/${other.id}/wniosek`
  const page = await desk.get(path)
  const refused = await desk.send(page, path, someApplication)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /Halina Przykładowa, 1961/)
  assert.equal((await desk.send(refused, path, someApplication)).status, 303)
  assert.equal((await personsOf(municipality)).length, 2)
})

test('a day of receipt to come, or before an online report, is refused with everything kept', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const path = `/praca/zgloszenia/${id}/wniosek`
  const send = async (change: Record<string, string>) =>
    desk.send(await desk.get(path), path, { ...someApplication, ...change })
  const future = await send({ 'receivedOn-day': '24' })
  assert.equal(future.status, 422)
  assert.match(future.text, /href="#receivedOn"/)
  assert.match(future.text, /Potrzebuję kogoś/)
  assert.equal((await send({ 'receivedOn-day': '22', channel: 'online' })).status, 422)
  assert.equal((await send({ 'receivedOn-day': '31' })).status, 422)
  assert.equal((await send({ 'receivedOn-year': '2019' })).status, 422)
  assert.equal((await applicationsOf(municipality)).length, 0)
  assert.equal((await send({ 'receivedOn-day': '20', channel: 'paper' })).status, 303)
  const [application] = await applicationsOf(municipality)
  assert.equal(application?.plan_due_on.toString(), '2026-12-20')
})

test('who applies for another is named', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const path = `/praca/zgloszenia/${id}/wniosek`
  const answer = await desk.send(await desk.get(path), path, { ...someApplication, applicantRole: 'actual-carer' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#representativeName"/)
})

test('a coordinator reaches their own cases only, in the list and one by one', async () => {
  const municipality = await aMunicipality()
  const [maria, piotr] = [
    await municipality.account('Maria Koordynatorska', 'plan-coordinator'),
    await municipality.account('Piotr Koordynatorski', 'plan-coordinator'),
  ]
  const desk = municipality.staff(['front-desk'])
  const id = await anApplication(desk, (await aReport(municipality)).id, { coordinator: maria.id })
  const [hers, his] = [maria, piotr].map((one) => municipality.staff(['plan-coordinator'], one))
  const [application] = await applicationsOf(municipality)
  assert.match((await hers!.get('/praca/wnioski')).text, /CUS\/1\/2026/)
  assert.equal((await hers!.get(`/praca/wnioski/${id}`)).status, 200)
  assert.equal((await hers!.get(`/praca/osoby/${application!.person_id}`)).status, 200)
  assert.doesNotMatch((await his!.get('/praca/wnioski')).text, /CUS\/1\/2026/)
  assert.equal((await his!.get(`/praca/wnioski/${id}`)).status, 404)
  assert.equal((await his!.get(`/praca/osoby/${application!.person_id}`)).status, 404)
})

test('the coordinator is changed by those who assign, not by coordinators, and only to a coordinator', async () => {
  const municipality = await aMunicipality()
  const maria = await municipality.account('Maria Koordynatorska', 'plan-coordinator')
  const adam = await municipality.account('Adam Recepcyjny', 'front-desk')
  const desk = municipality.staff(['front-desk'])
  const id = await anApplication(desk, (await aReport(municipality)).id)
  const path = `/praca/wnioski/${id}/koordynator`
  const page = await desk.get(`/praca/wnioski/${id}`)
  assert.equal((await desk.send(page, path, { coordinator: adam.id })).status, 422)
  assert.equal((await desk.send(page, path, { coordinator: '' })).status, 422)
  assert.equal((await desk.send(page, path, { coordinator: maria.id })).status, 303)
  const refused = municipality.staff(['plan-coordinator'], maria)
  assert.equal((await refused.post(path, { coordinator: maria.id })).status, 403)
  assert.equal((await desk.post(`/praca/wnioski/${randomUUID()}/koordynator`)).status, 404)
})

test('paper is registered without a report, after a search', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  const path = '/praca/wnioski/nowy'
  const found = await desk.send(await desk.get(path), `${path}/szukaj`, {
    familyName: 'Przykładowa',
    givenName: 'Halina',
  })
  assert.equal(found.status, 200)
  const registered = await desk.send(found, path, { ...someApplication, channel: 'paper' })
  assert.equal(registered.status, 303)
  assert.equal((await desk.get(registered.location)).status, 200)
})

test('the second of two who edit a person sees both texts, and nothing is lost', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  await anApplication(desk, (await aReport(municipality)).id)
  const [person] = await personsOf(municipality)
  const path = `/praca/osoby/${person!.id}`
  const other = municipality.staff(['director'])
  const [one, two] = [await desk.get(path), await other.get(path)]
  const details = {
    givenName: 'Halina',
    familyName: 'Przykładowa',
    birthYear: '1961',
    contactWay: 'phone',
    phone: '600100200',
    rectificationReason: 'changed',
  }
  assert.equal((await desk.send(one, path, { ...details, address: 'ul. Nowa 1' })).status, 303)
  const refused = await other.send(two, path, { ...details, address: 'ul. Stara 2' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /ul\. Nowa 1/)
  assert.match(refused.text, /value="ul\. Stara 2"/)
  assert.equal((await other.send(refused, path, { ...details, address: 'ul. Stara 2' })).status, 303)
})

test('every look at and change of a person is in the audit', async () => {
  const municipality = await aMunicipality()
  const desk = municipality.staff(['front-desk'])
  const id = await anApplication(desk, (await aReport(municipality)).id)
  await desk.get(`/praca/wnioski/${id}`)
  const [person] = await personsOf(municipality)
  await desk.get(`/praca/osoby/${person!.id}`)
  const events = await municipality.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select('event')
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', person!.id)
      .orderBy('seq')
      .execute(),
  )
  assert.deepEqual(
    events.map(({ event }) => event),
    ['person.created', 'application.registered', 'application.read', 'person.read'],
  )
})

test('whoever sees an application or a person is in the audit, also by a form that is refused', async () => {
  const municipality = await aMunicipality()
  await municipality.account('Maria Koordynatorska', 'plan-coordinator')
  const desk = municipality.staff(['front-desk'])
  const application = `/praca/wnioski/${await anApplication(desk, (await aReport(municipality)).id)}`
  const reads = async (event: string) => {
    const audit = municipality.inTenant((tx) =>
      tx.db
        .selectFrom('audit_event')
        .select('person_id')
        .where('tenant_id', '=', tx.tenantId)
        .where('event', '=', event)
        .execute(),
    )
    return (await audit).length
  }
  const page = await desk.get(application)
  assert.equal((await desk.send(page, `${application}/koordynator`, { coordinator: 'nobody' })).status, 422)
  assert.equal(await reads('application.read'), 2)
  const person = /\/praca\/osoby\/[0-9a-f-]{36}/.exec(page.text)![0]
  assert.equal((await desk.send(await desk.get(person), person, { givenName: '' })).status, 422)
  assert.equal(await reads('person.read'), 2)
})

test('two desks that write down the same PESEL at once make one person, and the slower one is told', async () => {
  const municipality = await aMunicipality()
  const pesel = '61010112349'
  const desks = [municipality.staff(['front-desk']), municipality.staff(['director'])]
  const register = async (desk: Visitor) => {
    const path = `/praca/zgloszenia/${(await aReport(municipality, { pesel })).id}/wniosek`
    const page = await desk.get(path)
    return () => desk.send(page, path, someApplication)
  }
  const sends = [await register(desks[0]!), await register(desks[1]!)]
  const statuses = (await Promise.all(sends.map((send) => send()))).map(({ status }) => status)
  assert.deepEqual(
    statuses.toSorted((a, b) => a - b),
    [303, 422],
  )
})
