import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { aReport } from '#test/casework-builders.ts'
import { aMunicipality, type Municipality } from '#test/casework-site.ts'

const root = '/praca/zgloszenia'

const stateOf = (municipality: Municipality, id: string) =>
  municipality.inTenant((tx) =>
    tx.db
      .selectFrom('need_report')
      .select(['state', 'outcome', 'version'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  )

const auditOf = (municipality: Municipality, subjectId: string) =>
  municipality.inTenant(async (tx) => {
    const rows = await tx.db
      .selectFrom('audit_event')
      .select('event')
      .where('tenant_id', '=', tx.tenantId)
      .where('subject_id', '=', subjectId)
      .orderBy('seq')
      .execute()
    return rows.map(({ event }) => event)
  })

test('the list shows new reports, the oldest first, and says how many wait', async () => {
  const municipality = await aMunicipality()
  await aReport(municipality, { familyName: 'Dawna' })
  municipality.at('2026-11-25T09:00:00Z')
  await aReport(municipality, { familyName: 'Świeża' })
  const list = await municipality.staff(['front-desk']).get(root)
  assert.match(list.text, /Czekają 2 nowe zgłoszenia\. Najstarsze przyszło przedwczoraj\./)
  assert.ok(list.text.indexOf('Dawna') < list.text.indexOf('Świeża'))
})

test('a report that was contacted and closed can be opened again, each step with its author', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const step = async (path: string, fields: Record<string, string>) =>
    desk.send(await desk.get(`${root}/${id}`), `${root}/${id}/${path}`, fields)
  assert.equal((await step('kontakt', { note: 'Oddzwonić po 16.' })).status, 303)
  assert.equal((await step('zamkniecie', { outcome: 'answered', closeReason: 'Wystarczyła rozmowa.' })).status, 303)
  assert.deepEqual(await stateOf(municipality, id), { state: 'closed', outcome: 'answered', version: 3 })
  assert.equal((await step('ponowne-otwarcie', { reopenReason: 'Zadzwoniła znowu.' })).status, 303)
  assert.deepEqual(await stateOf(municipality, id), { state: 'new', outcome: null, version: 4 })
  const shown = await desk.get(`${root}/${id}`)
  assert.match(shown.text, /Oddzwonić po 16\./)
  assert.match(shown.text, /Zofia Testowa/)
  assert.deepEqual(
    (await auditOf(municipality, id)).filter((event) => event !== 'report.read'),
    ['report.received', 'report.contacted', 'report.closed', 'report.reopened'],
  )
})

test('reading a report is in the audit', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  await municipality.staff(['front-desk']).get(`${root}/${id}`)
  assert.ok((await auditOf(municipality, id)).includes('report.read'))
})

test('closing without an outcome or a reason keeps what was typed and changes nothing', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const page = await desk.get(`${root}/${id}`)
  const answer = await desk.send(page, `${root}/${id}/zamkniecie`, { closeReason: 'Bo tak.', event: 'close' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#outcome"/)
  assert.match(answer.text, /Bo tak\./)
  const noReason = await desk.send(answer, `${root}/${id}/zamkniecie`, { outcome: 'answered' })
  assert.equal(noReason.status, 422)
  assert.match(noReason.text, /href="#closeReason"/)
  assert.equal((await stateOf(municipality, id)).state, 'new')
})

test('a duplicate names the report that it repeats', async () => {
  const municipality = await aMunicipality()
  const first = await aReport(municipality)
  const second = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const path = `${root}/${second.id}/zamkniecie`
  const fields = { outcome: 'duplicate', closeReason: 'To samo.' }
  const unnamed = await desk.send(await desk.get(`${root}/${second.id}`), path, fields)
  assert.equal(unnamed.status, 422)
  assert.match(unnamed.text, /href="#duplicateOf"/)
  assert.equal((await desk.send(unnamed, path, { ...fields, duplicateOf: first.id })).status, 303)
})

test('the same step sent twice is one step, and an outdated one is refused', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const page = await desk.get(`${root}/${id}`)
  const late = await desk.get(`${root}/${id}`)
  const answers = await Promise.all([
    desk.send(page, `${root}/${id}/kontakt`, { note: '' }),
    desk.send(page, `${root}/${id}/kontakt`, { note: '' }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status),
    [303, 303],
  )
  assert.equal((await stateOf(municipality, id)).version, 2)
  const refused = await desk.send(late, `${root}/${id}/kontakt`, { note: 'Mój tekst.' })
  assert.equal(refused.status, 409)
  assert.match(refused.text, /Mój tekst\./)
})

test('an unknown report and one of another municipality are not found', async () => {
  const municipality = await aMunicipality()
  const other = await aMunicipality()
  const { id } = await aReport(other)
  const desk = municipality.staff(['front-desk'])
  for (const unknown of [id, randomUUID(), 'x', '9'.repeat(40)]) {
    assert.equal((await desk.get(`${root}/${unknown}`)).status, 404, unknown)
    assert.equal((await desk.post(`${root}/${unknown}/kontakt`)).status, 404, unknown)
    assert.equal((await desk.get(`${root}/${unknown}/wniosek`)).status, 404, unknown)
  }
})

test('who has no business with reports is refused', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  for (const role of [
    'provider',
    'accountant',
    'administrator',
    'regional-analyst',
    'data-protection-officer',
  ] as const) {
    assert.equal((await municipality.staff([role]).get(root)).status, 403, role)
    assert.equal((await municipality.staff([role]).get(`${root}/${id}`)).status, 403, role)
  }
})

test('whoever sees a report is in the audit, also by a form that is refused and by registering', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const desk = municipality.staff(['front-desk'])
  const page = await desk.get(`${root}/${id}`)
  assert.equal((await desk.send(page, `${root}/${id}/zamkniecie`, { closeReason: '' })).status, 422)
  await desk.get(`${root}/${id}/wniosek`)
  const reads = (await auditOf(municipality, id)).filter((event) => event === 'report.read')
  assert.equal(reads.length, 3)
})

test('reports shown as alike are in the audit too', async () => {
  const municipality = await aMunicipality()
  const { id } = await aReport(municipality)
  const other = await aReport(municipality)
  await municipality.staff(['front-desk']).get(`${root}/${id}`)
  assert.ok((await auditOf(municipality, other.id)).includes('report-candidate.read'))
})
