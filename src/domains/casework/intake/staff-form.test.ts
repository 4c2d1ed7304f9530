import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aMunicipality } from '#test/casework-site.ts'

const root = '/praca/zgloszenia/nowe'
const call = {
  channel: 'phone',
  reporter: 'carer',
  reporterName: 'Adam Przykładowy',
  reporterRelation: 'syn',
  words: 'Mama wraca ze szpitala.',
  givenName: 'Halina',
  familyName: 'Przykładowa',
  birthYear: '1941',
  contactWay: 'phone',
  phone: '600100200',
}

test('a call is written down, read back, saved with its channel and author', async () => {
  const municipality = await aMunicipality()
  const zofia = await municipality.account('Zofia Testowa', 'front-desk')
  const desk = municipality.staff(['front-desk'], zofia)
  const form = await desk.get(`${root}?kanal=phone`)
  assert.match(form.text, /value="phone" checked/)
  assert.match(form.text, /Przeczytaj na głos/)
  const written = await desk.send(form, root, call)
  assert.equal(written.status, 303)
  const readBack = await desk.get(written.location)
  assert.match(readBack.text, /Mama wraca ze szpitala\./)
  const unread = await desk.send(readBack, `${root}/odczytanie`)
  assert.equal(unread.status, 422)
  assert.match(unread.text, /href="#clauseRead"/)
  const saved = await desk.send(unread, `${root}/odczytanie`, { clauseRead: 'yes' })
  assert.equal(saved.location, `${root}/kod`)
  assert.match((await desk.get(saved.location)).text, /\d{4} \d{4} \d{4} \d{4}/)
  const report = await municipality.inTenant((tx) =>
    tx.db.selectFrom('need_report').selectAll().where('tenant_id', '=', tx.tenantId).executeTakeFirstOrThrow(),
  )
  assert.equal(report.channel, 'phone')
  assert.equal(report.taken_by, zofia.id)
})

test('a call with mistakes comes back whole, every mistake named', async () => {
  const desk = (await aMunicipality()).staff(['front-desk'])
  const answer = await desk.post(root, { ...call, channel: 'web', phone: '12', reporterName: '' })
  assert.equal(answer.status, 422)
  for (const field of ['channel', 'phone', 'reporterName']) assert.ok(answer.text.includes(`href="#${field}"`), field)
  assert.match(answer.text, /Mama wraca ze szpitala\./)
})

test('two calls written down at once do not mix', async () => {
  const desk = (await aMunicipality()).staff(['front-desk'])
  const [one, two] = [await desk.get(root), await desk.get(root)]
  const first = await desk.send(one, root, call)
  const second = await desk.send(two, root, { ...call, words: 'Nie mam za co kupić leków.' })
  assert.match((await desk.get(first.location)).text, /Mama wraca/)
  assert.match((await desk.get(second.location)).text, /Nie mam za co/)
})

test('a resident is led to sign in, an accountant is refused', async () => {
  const municipality = await aMunicipality()
  assert.match((await municipality.resident().get(root)).location, /^\/logowanie/)
  assert.equal((await municipality.staff(['accountant']).get(root)).status, 403)
})

test('a community organiser takes a report and gets the code, but no way into the list', async () => {
  const municipality = await aMunicipality()
  const organiser = municipality.staff(['community-organiser'])
  const written = await organiser.send(await organiser.get(root), root, { ...call, channel: 'field' })
  const saved = await organiser.send(await organiser.get(written.location), `${root}/odczytanie`, { clauseRead: 'yes' })
  const done = await organiser.get(saved.location)
  assert.match(done.text, /\d{4} \d{4} \d{4} \d{4}/)
  assert.doesNotMatch(done.text, /Otwórz zgłoszenie/)
  assert.equal((await organiser.get('/praca/zgloszenia')).status, 403)
})
