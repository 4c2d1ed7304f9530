import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { changeChannel } from '#platform/changes.ts'
import { writeMail } from '#platform/mail.ts'
import { attachmentsIn } from './attachment-case.ts'
import { anApplication, aReport } from './casework-builders.ts'
import { testDatabase } from './database.ts'
import { aPdf } from './files.ts'
import { Listener } from './marked-data.ts'
import { aPlanThatIs, aPlanTown } from './plan-builders.ts'
import { asSuperuser, type Fields } from './support.ts'

/** An invented person; every one of these would be noticed anywhere. */
const marked = {
  givenName: 'Zdobysława',
  familyName: 'Znakowna-Tropicielska',
  phone: '609 871 243',
  email: 'zdobyslawa.tropicielska@example.org',
  address: 'ul. Odciskowa 17 m. 4',
  pesel: '44051401359',
  reporterName: 'Światosława Zgłaszalska',
  words: 'Potajemnie opiekuję się Hiacyntą.',
}
// What plan-builders type, and what the pages repeat.
const builders = ['Wierzbowa', 'ul. Lipowa 7', 'Opiekunka potrzebuje odpoczynku', 'Towarzystwo dla mamy']

const listener = new Listener([...Object.values(marked), 'Hiacynt', ...builders])
const town = await aPlanTown()
town.deps.log = listener.log
const desk = town.staff(['front-desk'], await town.account('Ewa Okienkowa', 'front-desk'))
const officer = town.staff(['data-protection-officer'], await town.account('Iwona Ochronna', 'data-protection-officer'))

const told: string[] = []
const ear = new pg.Client(testDatabase().superuser)
await ear.connect()
ear.on('notification', ({ payload = '' }) => told.push(payload))
await ear.query(`listen ${changeChannel}`)
after(() => ear.end())

const person = { ...marked, birthYear: '1944', contactWay: 'phone' }

/** A resident tells their need on the site, makes mistakes on the way, and looks at their case. */
async function residentReports(): Promise<void> {
  const resident = town.resident()
  const at = (question: string) => `/potrzebuje-pomocy/${question}`
  const answers: [string, Fields, Fields][] = [
    ['dla-kogo', { reporter: 'someone-else', reporterName: '' }, { reporter: 'self' }],
    ['co-sie-dzieje', { words: '' }, { words: marked.words }],
    ['kogo-dotyczy', { ...person, birthYear: 'rok' }, { ...person }],
    ['kontakt', { ...person, email: `${marked.email}@` }, { ...person }],
    ['gdzie-mieszka', { address: marked.address.repeat(40) }, { address: marked.address }],
    ['dodatkowo', { pesel: '44051401358', language: 'pl' }, { pesel: marked.pesel, language: 'pl' }],
  ]
  for (const [question, wrong, right] of answers) {
    await resident.submit(at(question), wrong)
    const { status } = await resident.submit(at(question), right)
    assert.equal(status, 303, question)
  }
  const sent = await resident.submit(at('sprawdz'), {})
  assert.equal(sent.status, 303)
  await resident.get(sent.location)
}

/** A call is taken, an application registered, the person corrected by two at once, and everyone searched for. */
async function staffWorks(): Promise<string> {
  const report = await aReport(town, { ...person, reporter: 'someone-else', reporterName: marked.reporterName })
  await town.resident().submit('/moja-sprawa', { code: report.code, year: '1944' })
  await desk.get(`/praca/zgloszenia/${report.id}`)
  const form = `/praca/zgloszenia/${report.id}/wniosek`
  assert.equal((await desk.submit(form, { ...person, channel: '' })).status, 422)
  const application = await anApplication(desk, report.id, { ...person, words: marked.words })
  await desk.submit('/praca/wnioski/nowy', { ...person }, 'name="familyName"')
  const { id } = await town.inTenant((tx) =>
    tx.db
      .selectFrom('person')
      .select('id')
      .where('tenant_id', '=', tx.tenantId)
      .where('family_name', '=', marked.familyName)
      .executeTakeFirstOrThrow(),
  )
  const path = `/praca/osoby/${id}`
  const stale = await desk.get(path)
  const saved = await desk.send(stale, path, { ...person, rectificationReason: 'changed' })
  assert.equal(saved.status, 303)
  const other = town.staff(['director'], town.directorAccount)
  const late = await other.send(await other.get(path), path, {
    ...person,
    version: '1',
    rectificationReason: 'mistake',
  })
  assert.equal(late.status, 409)
  for (const words of [marked.familyName, marked.pesel, marked.phone]) {
    const { location } = await desk.post('/praca/wnioski', { szukaj: words, stan: 'open' })
    await desk.get(location)
    await desk.get(`/uk${location}`)
    const found = await officer.post('/praca/dane-osobowe', { szukaj: words })
    await officer.get(found.location)
  }
  const at = `/praca/wnioski/${application}`
  const scan = { name: `${marked.familyName}.pdf`, bytes: aPdf(marked.pesel), type: 'application/pdf' }
  assert.equal(
    (await desk.submitFile(at, { title: marked.words }, { ...scan, bytes: Buffer.from(marked.pesel) })).status,
    422,
  )
  assert.equal((await desk.submitFile(at, { title: marked.words }, scan)).status, 303)
  const [file = ''] = attachmentsIn((await desk.get(at)).text)
  assert.equal((await desk.get(file)).status, 200)
  return id
}

/** A plan from the recognition to its print. */
async function planIsMade(): Promise<void> {
  const plan = await aPlanThatIs(town, 'active')
  for (const page of ['', '/pdf', '/ustalenia', '/sprawdzenia/nowe', '/zakonczenie']) {
    await town.coordinator.get(`/praca/plany/${plan}${page}`)
  }
  await town.coordinator.get('/praca/plany')
  town.at('2026-11-23T09:00:00Z')
}

/** Requests that the program refuses or stumbles over, with marks in them; what stands in their addresses is the sender's. */
async function thingsGoWrong(personId: string): Promise<void> {
  const app = town.resident()
  await app.post('/logowanie', { email: marked.email, password: marked.pesel, code: '123456' })
  await app.post(`/praca/osoby/${personId}`, { ...person })
  await town.inTenant((tx) =>
    writeMail(tx, {
      to: { name: marked.givenName, address: marked.email },
      subject: 'Czeka na Ciebie wiadomość',
      text: 'Zaloguj się i zobacz.',
    }),
  )
  await asSuperuser(testDatabase(), async (client) => {
    await client.query(`alter table person add constraint marked_breaks
      check (tenant_id <> '${town.tenantId}' or address <> 'ul. Odciskowa 500') not valid`)
    try {
      const page = await desk.get(`/praca/osoby/${personId}`)
      const changed = { ...person, address: 'ul. Odciskowa 500', rectificationReason: 'changed' }
      const broken = await desk.send(page, `/praca/osoby/${personId}`, changed)
      assert.equal(broken.status, 500)
    } finally {
      await client.query('alter table person drop constraint marked_breaks')
    }
  })
}

async function officerWorks(personId: string): Promise<void> {
  const at = `/praca/dane-osobowe/osoby/${personId}`
  await officer.get(at)
  for (const format of ['json', 'pdf']) {
    assert.equal((await officer.post(`${at}/kopia`, { purpose: 'access', format })).status, 200)
  }
  await officer.get(`/praca/audyt/sprawa/${personId}`)
  const erased = await officer.submit(at, { basis: 'order', confirmed: 'yes' }, 'name="confirmed"')
  assert.equal(erased.status, 303)
  await officer.get(erased.location)
}

/** Texts of the journal, of sent forms and of mail subjects, as the database holds them. */
async function texts(statement: string): Promise<string[]> {
  return asSuperuser(testDatabase(), async (client) => {
    const { rows } = await client.query(statement, [town.tenantId])
    return rows.map((row) => JSON.stringify(row))
  })
}

const databaseLog = async (): Promise<string[]> => {
  const folder = await asSuperuser(testDatabase(), async (client) => {
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]!.folder
  })
  return (await readFile(join(dirname(folder), 'postgres.log'), 'utf8')).split('\n')
}

await residentReports()
const personId = await staffWorks()
await planIsMade()
await thingsGoWrong(personId)
await officerWorks(personId)

test('names, numbers and words of a person stand in no log line, address, link, header or page that is kept', () => {
  assert.ok(listener.requests > 90, `${listener.requests} requests`)
  assert.ok(listener.lines.length >= listener.requests)
  assert.ok(
    listener.lines.some((line) => line.includes('marked_breaks')),
    'the failure was logged, without its detail',
  )
  assert.deepEqual(listener.leaksInLog(), [])
  assert.deepEqual(listener.leaksInAnswers(), [])
})

test('nor in the log of the database, what it tells its listeners, the journal, sent forms, or subjects of letters', async () => {
  assert.ok(told.length > 0)
  assert.deepEqual(listener.leaksIn('notification', told), [])
  assert.deepEqual(listener.leaksIn('database log', await databaseLog()), [])
  const journal = await texts('select * from audit_event where tenant_id = $1')
  assert.ok(journal.length > 60)
  assert.deepEqual(listener.leaksIn('journal', journal), [])
  assert.deepEqual(listener.leaksIn('journal', await texts('select * from form_submission where tenant_id = $1')), [])
  assert.deepEqual(listener.leaksIn('mail subject', await texts('select subject from mail where tenant_id = $1')), [])
})

test('an address or a path that somebody else put a name into is not repeated in the log', async () => {
  const before = listener.lines.length
  const resident = town.resident()
  for (const path of ['/nie-ma/Znakowna-Tropicielska', '/uslugi?q=Znakowna-Tropicielska', '/praca/osoby/44051401359']) {
    await resident.get(path, { referer: `http://${town.host}/praca/wnioski?szukaj=Znakowna-Tropicielska` })
  }
  assert.ok(listener.lines.length > before)
  assert.deepEqual(listener.leaksIn('log', listener.lines.slice(before)), [])
})

test('the control: a leak planted in each place is caught', () => {
  const name = encodeURIComponent(marked.familyName)
  assert.equal(listener.leaksIn('log', [`{"msg":"saved ${marked.familyName}"}`]).length, 1)
  assert.equal(listener.leaksIn('address', [`/praca/wnioski?szukaj=${name}`]).length, 1)
  assert.equal(listener.leaksIn('link', ['tel:+48609871243']).length, 1)
  assert.equal(listener.leaksIn('notification', [`${town.tenantId} ${marked.pesel}`]).length, 1)
  const planted = new Listener([marked.familyName])
  planted.log.debug({ body: { familyName: marked.familyName } }, 'a careless line')
  assert.equal(planted.leaksInLog().length, 1)
})
