import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { verifyAudit } from '#domains/accounts/verify-audit.ts'
import { saveDraft } from '#platform/drafts.ts'
import { eraseSubject } from './erasure-queries.ts'
import { aPlanTown } from '#test/plan-builders.ts'
import { anApplication, aReport } from '#test/casework-builders.ts'
import { everything, marked, markedEmail, plant } from '#test/planted-marks.ts'
import { eventsIn, formIn } from '#test/support.ts'
import { aWholeLife } from '#test/whole-life.ts'

const town = await aPlanTown()
const officer = town.staff(['data-protection-officer'], await town.account('Iwona Ochronna', 'data-protection-officer'))
const person = await aWholeLife(town)
await plant(town, person)

const erase = (fields: Record<string, string>) =>
  officer.submit(`/praca/dane-osobowe/osoby/${person}`, fields, 'name="confirmed"')

test('a legal hold keeps everything until it is lifted, in the page and in the database', async () => {
  const at = `/praca/dane-osobowe/osoby/${person}`
  assert.equal((await officer.submit(at, { reason: '' }, 'name="reason"')).status, 422)
  const form = await officer.get(at)
  assert.equal((await officer.submit(at, { reason: 'Spór w sądzie' }, 'name="reason"')).status, 303)
  const held = await officer.get(at)
  assert.deepEqual((await town.inTenant(eventsIn)).slice(-2), ['legal-hold.set', 'personal-data.read'])
  assert.match(held.text, /Usunięcie jest wstrzymane/)
  assert.doesNotMatch(held.text, /name="confirmed"/)
  const { action, hidden } = formIn(form.text, 'name="confirmed"')
  const sent = await officer.post(action, { ...hidden, basis: 'retention', confirmed: 'yes' })
  assert.equal(sent.status, 409)
  const direct = town.inTenant((tx) =>
    eraseSubject(tx, {
      id: crypto.randomUUID(),
      subject: { kind: 'person', id: person },
      basis: 'order',
      caseNumbers: [],
      contentHash: Buffer.alloc(32),
      by: { accountId: crypto.randomUUID(), name: 'x' },
    }),
  )
  await assert.rejects(direct, /legal hold/)
  assert.equal((await officer.submit(at, { reason: 'Ugoda' }, 'name="reason"')).status, 303)
  assert.ok((await town.inTenant(eventsIn)).includes('legal-hold.lifted'))
})

test('the serving role can empty nothing that is append-only but by the decided way', async () => {
  for (const statement of [
    `update case_step set reason = '' where tenant_id = '${town.tenantId}'`,
    `delete from plan_snapshot where tenant_id = '${town.tenantId}'`,
    `update erasure set counts = '{}' where tenant_id = '${town.tenantId}'`,
    `insert into erasure select * from erasure where tenant_id = '${town.tenantId}'`,
  ]) {
    const tried = town.inTenant(async (tx) => {
      await sql`set local splot.maintenance = 'erasing'`.execute(tx.db)
      await sql.raw(statement).execute(tx.db)
    })
    await assert.rejects(tried, /permission denied/, statement)
  }
})

test('after an erasure no mark is left in any table, the journal is whole, and the proof says what went', async () => {
  await town.inTenant((tx) => saveDraft(tx, 'a-token', 'need', { words: `${marked}draft`, email: markedEmail }))
  await town.inTenant((tx) => saveDraft(tx, 'b-token', 'need', { words: 'ktoś inny', email: 'inny@example.org' }))
  assert.match(await everything(town), new RegExp(marked))
  assert.equal((await erase({ basis: 'retention' })).status, 422)
  const done = await erase({ basis: 'retention', confirmed: 'yes' })
  assert.equal(done.status, 303, done.text.slice(0, 500))
  assert.equal(await everything(town), '')
  const { whole } = await town.inTenant(verifyAudit)
  assert.equal(whole, true)
  assert.ok((await town.inTenant(eventsIn)).includes('person.erased'))
  const proof = await officer.get(done.location)
  for (const words of ['Minął okres przechowywania', 'Iwona Ochronna', 'Zatwierdzony tekst planu']) {
    assert.ok(proof.text.includes(words), words)
  }
  const drafts = await town.inTenant((tx) =>
    tx.db.selectFrom('form_draft').select('form').where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.equal(drafts.length, 1, 'the draft of somebody else stays')
})

test('nothing is done with the data of nobody', async () => {
  const at = `/praca/dane-osobowe/osoby/${crypto.randomUUID()}`
  assert.equal((await officer.get(at)).status, 404)
  for (const step of ['kopia', 'usuniecie', 'wstrzymanie'])
    assert.equal((await officer.post(`${at}/${step}`, { reason: 'Spór', confirmed: 'yes' })).status, 404, step)
})

test('pages of an erased person still open, and it is not erased twice', async () => {
  const page = await officer.get(`/praca/dane-osobowe/osoby/${person}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /Dane tej osoby usunięto/)
  assert.doesNotMatch(page.text, /name="confirmed"/)
  const plans = await town.inTenant((tx) =>
    tx.db
      .selectFrom('plan')
      .select(['id', 'application_id as applicationId'])
      .where('tenant_id', '=', tx.tenantId)
      .where('person_id', '=', person)
      .execute(),
  )
  for (const { id, applicationId } of plans) {
    for (const path of [
      `plany/${id}`,
      `plany/${id}/pdf`,
      `wnioski/${applicationId}`,
      `wnioski/${applicationId}/rozpoznanie`,
      `wnioski/${applicationId}/rozpoznanie/safety`,
    ]) {
      const { status } = await town.director.get(`/praca/${path}`)
      assert.ok(status === 200 || status === 404, `${path} ${status}`)
    }
  }
  const { text } = await town.director.get(`/praca/wnioski/${plans[0]!.applicationId}`)
  assert.match(text, /Osoba, której dane usunięto/)
  assert.ok(!text.includes(`/praca/osoby/${person}`), 'nobody is led to fill the details again')
  assert.equal((await town.director.get(`/praca/osoby/${person}`)).status, 404)
})

test('a case that is going on is not erased, but by an order', async () => {
  const desk = town.staff(['front-desk'])
  await anApplication(desk, (await aReport(town)).id, { familyName: 'Trwająca' })
  const { location } = await officer.post('/praca/dane-osobowe', { szukaj: 'Trwająca' })
  const looks = async () =>
    (await town.inTenant(eventsIn)).filter((event) => event === 'personal-data-list.read').length
  const before = await looks()
  await officer.get(location)
  assert.equal(await looks(), before + 1, 'who was looked for is not told, that somebody was is')
  assert.doesNotMatch(decodeURIComponent(location), /Trwająca/)
  const list = await officer.get(location)
  const path = /\/praca\/dane-osobowe\/osoby\/[0-9a-f-]{36}/.exec(list.text)![0]
  const page = await officer.get(path)
  assert.match(page.text, /Sprawa tej osoby trwa/)
  assert.doesNotMatch(page.text, /value="retention"/)
  assert.match(page.text, /value="order"/)
})
