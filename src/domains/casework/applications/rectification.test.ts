import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMunicipality } from '#test/casework-site.ts'
import { eventsIn } from '#test/support.ts'
import { anApplication, aReport, someApplication } from '#test/casework-builders.ts'

const municipality = await aMunicipality()
const desk = municipality.staff(['front-desk'], await municipality.account('Ewa Okienkowa', 'front-desk'))
await anApplication(desk, (await aReport(municipality)).id)
const { id } = await municipality.inTenant((tx) =>
  tx.db.selectFrom('person').select('id').where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow(),
)
const path = `/praca/osoby/${id}`
const details = {
  givenName: 'Halina',
  familyName: 'Przykładowa',
  birthYear: '1961',
  contactWay: 'phone',
  phone: '600 100 200',
}

const kept = () =>
  municipality.inTenant((tx) =>
    tx.db.selectFrom('rectification').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
  )

test('details are not corrected without saying why, and what was typed is still there', async () => {
  const answer = await desk.submit(path, { ...details, address: 'ul. Poprawna 3' }, 'name="givenName"')
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Zaznacz, dlaczego/)
  assert.match(answer.text, /value="ul\. Poprawna 3"/)
  assert.deepEqual(await kept(), [])
})

test('a correction keeps what stood there before, who changed it and why; the values lie sealed', async () => {
  const changed = { ...details, familyName: 'Poprawiona', phone: '600 300 400', rectificationReason: 'request' }
  const done = await desk.submit(path, changed, 'name="givenName"')
  assert.equal(done.status, 303)
  assert.match((await desk.get(done.location)).text, /Dane zapisane/)
  const rows = await kept()
  assert.deepEqual(rows.map(({ field }) => field).toSorted(), ['family_name', 'phone'])
  assert.ok(rows.every(({ old_sealed, reason }) => reason === 'request' && !old_sealed!.includes('Przykładowa')))
  assert.ok((await municipality.inTenant(eventsIn)).includes('person.changed'))
  const { text } = await desk.get(path)
  const history = text.slice(text.indexOf('id="poprawki"'))
  for (const words of ['Przykładowa', 'Poprawiona', 'Ewa Okienkowa', 'art. 16'])
    assert.ok(history.includes(words), words)
})

test('a name is corrected without asking for a way of contact that nobody wrote down', async () => {
  const search = await desk.submit('/praca/wnioski/nowy', { familyName: 'Papierowa' })
  const registered = await desk.send(search, '/praca/wnioski/nowy', {
    ...someApplication,
    givenName: 'Zenobia',
    familyName: 'Papierowa',
    phone: '',
  })
  assert.equal(registered.status, 303)
  const { id: unsaid } = await municipality.inTenant((tx) =>
    tx.db
      .selectFrom('person')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('family_name', '=', 'Papierowa')
      .executeTakeFirstOrThrow(),
  )
  const corrected = { givenName: 'Zenobia', familyName: 'Papiernicza', rectificationReason: 'mistake' }
  assert.equal((await desk.submit(`/praca/osoby/${unsaid}`, corrected, 'name="givenName"')).status, 303)
  assert.match((await desk.get(`/praca/osoby/${unsaid}`)).text, /Papiernicza/)
  const { contactWay: _, ...without } = { ...details, rectificationReason: 'mistake' }
  const taken = await desk.submit(path, without, 'name="givenName"')
  assert.equal(taken.status, 422, 'one that was written down is not taken away')
})

test('saving without a change writes no correction, and none can be changed afterwards', async () => {
  const before = (await kept()).length
  const same = { ...details, familyName: 'Poprawiona', phone: '600 300 400', rectificationReason: 'mistake' }
  assert.equal((await desk.submit(path, same, 'name="givenName"')).status, 303)
  assert.equal((await kept()).length, before)
  await assert.rejects(
    municipality.inTenant((tx) =>
      tx.db.updateTable('rectification').set({ reason: 'mistake' }).where('tenant_id', '=', tx.tenantId).execute(),
    ),
    /permission denied/,
  )
})
