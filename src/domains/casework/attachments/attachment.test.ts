import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { anAttachment, anAttachmentCase, attachKey, attachmentEvents, attachmentRows } from '#test/attachment-case.ts'
import { testDatabase } from '#test/database.ts'
import { aPdf, aPng, aScan } from '#test/files.ts'
import { asSuperuser } from '#test/support.ts'
import { mostAttachments } from './attachment.ts'

type Client = Parameters<Parameters<typeof asSuperuser>[1]>[0]

const sample = await anAttachmentCase()
const { desk, coordinator, path } = sample
const address = await anAttachment(desk, path)

test('a scan from the desk is there for the coordinator, byte for byte, and every step is noted', async () => {
  const page = await coordinator.get(path)
  assert.match(page.text, /Orzeczenie o niepełnosprawności \(PDF, 1 kB\)/)
  assert.match(page.text, /<bdi>orzeczenie\.pdf<\/bdi>/)
  assert.match(page.text, /Dodano: Ewa Okienkowa/)
  const file = await coordinator.get(address)
  assert.equal(file.status, 200)
  assert.deepEqual(Buffer.from(file.bytes), aScan.bytes)
  const events = await attachmentEvents(sample)
  assert.deepEqual(
    events.map(({ event, actor_name }) => [event, actor_name]),
    [
      ['attachment.added', 'Ewa Okienkowa'],
      ['attachment.read', 'Marta Koordynatorska'],
    ],
  )
  assert.ok(events.every(({ person_id }) => person_id !== null))
  assert.deepEqual(events[0]!.detail, JSON.stringify({ type: 'application/pdf', size: aScan.bytes.length }))
})

test('a file is only ever saved: never shown, never guessed at, kept by nobody on the way', async () => {
  const { headers } = await coordinator.get(address)
  assert.match(headers.get('content-disposition')!, /^attachment; filename="orzeczenie\.pdf"; filename\*=UTF-8''/)
  assert.equal(headers.get('content-type'), 'application/pdf')
  assert.equal(headers.get('x-content-type-options'), 'nosniff')
  assert.match(headers.get('content-security-policy')!, /^sandbox; default-src 'none'/)
  assert.doesNotMatch(headers.get('content-security-policy')!, /'self'|allow-/)
  assert.equal(headers.get('cache-control'), 'private, no-store')
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin')
})

test('the database holds neither the file nor what it is called', async () => {
  const [row] = await attachmentRows(sample, path)
  const all = Buffer.concat([row!.content_sealed!, row!.title_sealed, row!.name_sealed])
  for (const word of ['%PDF', 'sheet of paper', 'Orzeczenie', 'orzeczenie']) assert.equal(all.includes(word), false)
  assert.deepEqual(row!.content_hash, createHash('sha256').update(aScan.bytes).digest())
  assert.equal(row!.size, aScan.bytes.length)
})

test('the same form sent twice is one attachment', async () => {
  const at = await sample.another()
  const page = await desk.get(at)
  const key = attachKey(page)
  const send = () => desk.upload(`${at}/zalaczniki`, { _key: key, title: 'Skan' }, aScan)
  const [one, two] = await Promise.all([send(), send()])
  assert.deepEqual([one.status, two.status], [303, 303])
  assert.equal(one.location, `${at}#zalaczniki`)
  assert.equal((await attachmentRows(sample, at)).length, 1)
})

test('who doesn’t reach the application reaches nothing of what came with it', async () => {
  const stranger = sample.staff(['plan-coordinator'])
  const removal = `${address}/usuniecie`
  assert.equal((await stranger.get(address)).status, 404)
  assert.equal((await stranger.get(removal)).status, 404)
  assert.equal((await stranger.post(removal, { reason: 'x', version: '1' })).status, 404)
  assert.equal((await stranger.upload(`${path}/zalaczniki`, { title: 'x' }, aScan)).status, 404)
  for (const role of ['accountant', 'provider', 'data-protection-officer', 'administrator'] as const) {
    assert.equal((await sample.staff([role]).get(address)).status, 403, role)
  }
  const other = await anAttachmentCase()
  assert.equal((await other.desk.get(address)).status, 404, 'another centre')
  const elsewhere = address.replace(sample.application, other.application)
  assert.equal((await other.desk.get(elsewhere)).status, 404)
  assert.equal((await attachmentRows(sample, path)).length, 1)
})

test('the attachment of one application isn’t found under another one', async () => {
  const other = await sample.another()
  const { status } = await desk.get(address.replace(path, other))
  assert.equal(status, 404)
})

test('in an emergency it is read, marked so, and nothing is added', async () => {
  const other = sample.staff(['plan-coordinator'], await sample.account('Ewa Zastępcza', 'plan-coordinator'))
  const opening = { purpose: 'life-or-health', reason: 'Sąsiedzi nie widzieli jej od trzech dni.' }
  await other.submit(`/praca/dostep-awaryjny?sprawa=${sample.application}`, opening)
  assert.doesNotMatch((await other.get(path)).text, /type="file"|\/usuniecie/)
  assert.equal((await other.get(address)).status, 200)
  const last = (await attachmentEvents(sample)).at(-1)!
  assert.equal(last.event, 'attachment.read')
  assert.deepEqual([last.purpose, last.detail], ['life-or-health', '{"breakGlass":true}'])
  assert.equal((await other.upload(`${path}/zalaczniki`, { title: 'x' }, aScan)).status, 404)
  assert.equal((await other.get(`${address}/usuniecie`)).status, 404)
})

test('what is removed with a reason is gone for good; who removed it and why stays', async () => {
  const at = await sample.another()
  const file = await anAttachment(desk, at)
  const removal = `${file}/usuniecie`
  const stale = await coordinator.get(removal)
  const nothing = await desk.submit(removal, { reason: ' ' })
  assert.equal(nothing.status, 422)
  assert.match(nothing.text, /href="#reason">Napisz, dlaczego usuwasz załącznik/)
  const long = await desk.submit(removal, { reason: 'x'.repeat(501) })
  assert.equal(long.status, 422)
  assert.match(long.text, /Skróć tekst do 500 znaków/)
  const done = await desk.submit(removal, { reason: 'Dotyczy innej osoby.' })
  assert.equal(done.location, `${at}#zalaczniki`)
  assert.equal((await desk.get(file)).status, 404)
  assert.equal((await desk.get(removal)).status, 404)
  const again = await coordinator.send(stale, removal, { reason: 'Ja też.' })
  assert.equal(again.status, 409)
  assert.match(again.text, /Tego załącznika już nie ma/)
  const { text } = await desk.get(at)
  assert.match(text, /1 usunięty załącznik/)
  assert.match(text, /Usunięto: Ewa Okienkowa/)
  assert.match(text, /Dotyczy innej osoby\./)
  const [row] = await attachmentRows(sample, at)
  assert.equal(row!.content_sealed, null)
  assert.deepEqual(
    (await attachmentEvents(sample)).slice(-2).map(({ event }) => event),
    ['attachment.added', 'attachment.removed'],
  )
})

test('a removal that was opened before another change is refused with the reason kept', async () => {
  const at = await sample.another()
  const removal = `${await anAttachment(desk, at)}/usuniecie`
  const page = await desk.get(removal)
  const late = await desk.send(page, removal, { version: '7', reason: 'Skan jest nieczytelny.' })
  assert.equal(late.status, 409)
  assert.match(late.text, /Ktoś zmienił ten wpis w tym samym czasie/)
  assert.match(late.text, /Skan jest nieczytelny\./)
  assert.notEqual((await attachmentRows(sample, at))[0]!.content_sealed, null)
})

/** Puts so many more beside the one that is there, as a colleague would. */
const addMany = (client: Client, at: string, more: number) =>
  client.query(
    `insert into attachment (tenant_id, application_id, title_sealed, name_sealed, media_type, size, content_hash,
      content_sealed, added_by, added_at)
    select tenant_id, application_id, title_sealed, name_sealed, media_type, size, content_hash, content_sealed,
      added_by, added_at
    from (select * from attachment where tenant_id = $1 and application_id = $2 limit 1) one, generate_series(1, $3)`,
    [sample.tenantId, at.split('/').at(-1), more],
  )

test('twenty stand with an application, and not one more, even at the same moment', async () => {
  const at = await sample.another()
  await anAttachment(desk, at)
  const page = await desk.get(at)
  const late = await asSuperuser(testDatabase(), async (client) => {
    await addMany(client, at, mostAttachments - 2)
    await client.query('begin')
    await client.query('select from application where id = $1 for no key update', [at.split('/').at(-1)])
    const waiting = desk.upload(`${at}/zalaczniki`, { _key: attachKey(page), title: 'Skan' }, aScan)
    await Promise.race([waiting, setTimeout(300)])
    await addMany(client, at, 1)
    await client.query('commit')
    return waiting
  })
  assert.equal(late.status, 409)
  assert.match(late.text, /Wniosek ma już 20 załączników/)
  assert.doesNotMatch((await desk.get(at)).text, /type="file"/)
  assert.equal((await attachmentRows(sample, at)).length, mostAttachments)
})

test('to an application that has ended nothing is added, but a mistake can still be taken away', async () => {
  const at = await sample.another()
  const file = await anAttachment(desk, at)
  const open = await desk.get(at)
  await asSuperuser(testDatabase(), (client) =>
    client.query(`update application set state = 'closed' where id = $1`, [at.split('/').at(-1)]),
  )
  const key = attachKey(open)
  const late = await desk.upload(`${at}/zalaczniki`, { _key: key, title: 'Skan' }, aScan)
  assert.equal(late.status, 409)
  assert.match(late.text, /Ta sprawa jest zakończona/)
  assert.equal((await desk.submit(`${file}/usuniecie`, { reason: 'Dotyczy innej osoby.' })).status, 303)
})

test('the database refuses a second time: a file is not changed, not taken back, not deleted', async () => {
  const at = await sample.another()
  const file = await anAttachment(desk, at)
  const id = file.split('/').at(-1)!
  const attempts = [
    `update attachment set content_sealed = 'x'`,
    `update attachment set version = 9`,
    `update attachment set content_hash = sha256('x')`,
    `update attachment set name_sealed = 'x'`,
    `update attachment set removed_by = added_by, removed_at = now()`,
    'delete from attachment',
  ]
  for (const statement of attempts) {
    const refused = asSuperuser(testDatabase(), async (client) => {
      await client.query('begin; set local role splot_app')
      await client.query(`set local splot.tenant_id = '${sample.tenantId}'`)
      await client.query(`${statement} where tenant_id = $1 and id = $2`, [sample.tenantId, id])
    })
    await assert.rejects(refused, /permission denied|only removed|attachment_removed_is_gone/, statement)
  }
})

test('a file that isn’t the one that was added is not sent', async () => {
  const at = await sample.another()
  const one = await anAttachment(desk, at)
  const two = await anAttachment(desk, at, { name: 'b.png', bytes: aPng() })
  const ids = [one, two].map((at) => at.split('/').at(-1))
  await asSuperuser(testDatabase(), async (client) => {
    await client.query('set session_replication_role = replica')
    await client.query(
      `update attachment a set content_sealed = b.content_sealed from attachment b
      where a.tenant_id = $1 and b.tenant_id = $1 and a.id = $2 and b.id = $3`,
      [sample.tenantId, ...ids],
    )
  })
  assert.equal((await desk.get(one)).status, 500)
  assert.equal((await desk.get(two)).status, 200)
})

test('a name with letters of anywhere is kept as it is, and what could mislead is not', async () => {
  const at = await sample.another()
  const name = '../Довідка „о доходach”\u202Efdp.exe'
  const file = await anAttachment(desk, at, { name, bytes: aPdf(), type: 'text/html' })
  const { headers } = await desk.get(file)
  assert.equal(headers.get('content-type'), 'application/pdf')
  const encoded = headers.get('content-disposition')!.split("UTF-8''")[1]!
  assert.equal(decodeURIComponent(encoded), 'Довідка „о доходach”fdp.pdf')
  assert.match((await desk.get(at)).text, /<bdi>Довідка „о доходach”fdp\.pdf<\/bdi>/)
})
