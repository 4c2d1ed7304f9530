import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { promisify } from 'node:util'
import { verifyAudit } from '#domains/accounts/verify-audit.ts'
import { saveDraft } from '#platform/drafts.ts'
import { writeMail } from '#platform/mail.ts'
import { belongsTo, tablesOf } from '#platform/personal-data/reach.ts'
import { entryOf, personalColumns } from '#platform/personal-data/register.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import { eraseSubject } from './erasure-queries.ts'
import { aPlanThatIs, aPlanTown } from '#test/plan-builders.ts'
import { testDatabase } from '#test/database.ts'
import * as life from '#test/accessibility/life-of-plan.ts'
import { anApplication, aReport } from '#test/casework-builders.ts'
import { asSuperuser, formIn, type Visitor } from '#test/support.ts'

const run = promisify(execFile)
const town = await aPlanTown()
const officer = town.staff(['data-protection-officer'], await town.account('Iwona Ochronna', 'data-protection-officer'))

type Client = Parameters<Parameters<typeof asSuperuser>[1]>[0]
const superuser = <T>(work: (client: Client) => Promise<T>): Promise<T> => asSuperuser(testDatabase(), work)

const marked = 'ZNAK'

/** A person with a row in every table that the register reaches, from the report to the described plan. */
async function aWholeLife(): Promise<string> {
  const plan = await aPlanThatIs(town, 'active')
  const { coordinator } = town
  const at = `/praca/plany/${plan}`
  const person = await town.inTenant((tx) =>
    tx.db
      .selectFrom('plan')
      .select(['person_id as id', 'application_id as applicationId', 'reconnaissance_id as reconnaissanceId'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', plan)
      .executeTakeFirstOrThrow(),
  )
  const seen = { form: 'visit', course: 'x', residentOpinion: 'x', actions: 'x', ...today('happenedOn') }
  assert.equal((await coordinator.submit(`${at}/sprawdzenia/nowe`, seen)).status, 303)
  await coordinator.submit(`${at}/zakonczenie`, { reason: 'completed', ...today('endedOn') })
  const held = { kind: 'held', participants: 'x', residentOpinion: 'x', furtherNeeds: 'x', ...today('heldOn') }
  assert.equal((await coordinator.submit(`${at}/rozmowa`, held)).status, 303)
  await life.described(coordinator, at)
  await fillTheRest(person)
  return person.id
}

const today = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '12', [`${name}-year`]: '2026' })

/** Rows that this life didn't make by itself. */
async function fillTheRest(person: { id: string; applicationId: string; reconnaissanceId: string }): Promise<void> {
  const report = (await aReport(town)).id
  await town.inTenant((tx) =>
    writeMail(tx, { to: { name: 'x', address: 'znak@example.org' }, subject: 'x', text: 'x' }),
  )
  await superuser(async (client) => {
    await client.query('set session_replication_role = replica')
    const ids = [town.tenantId, person.id]
    await client.query(
      `update application set need_report_id = $3, state = 'closed' where tenant_id = $1 and person_id = $2`,
      [...ids, report],
    )
    await client.query(
      `update person set email = 'znak@example.org', pesel_sealed = $4, pesel_hash = $3
      where tenant_id = $1 and id = $2`,
      [...ids, Buffer.alloc(32, 9), town.deps.sealer.seal('pesel', '44051401359')],
    )
    await client.query(`update need_report set pesel_sealed = $4, pesel_hash = $3 where tenant_id = $1 and id = $2`, [
      town.tenantId,
      report,
      Buffer.alloc(32, 9),
      town.deps.sealer.seal('pesel', '44051401359'),
    ])
    await client.query(
      `insert into reconnaissance_section (tenant_id, reconnaissance_id, section, text_sealed, relevant_because_sealed)
      values ($1, $2, 'safety', $3, $3)`,
      [town.tenantId, person.reconnaissanceId, town.deps.sealer.seal('reconnaissance section', 'Boi się syna.')],
    )
    await client.query(
      `insert into gap (tenant_id, recognised_need_id, need_name, group_code, registered_by, registered_at)
      select $1, id, 'x', 'x', gen_random_uuid(), now() from recognised_need where tenant_id = $1 and reconnaissance_id = $2`,
      [town.tenantId, person.reconnaissanceId],
    )
    await client.query(
      `insert into monitoring_line (tenant_id, event_id, line_id, status)
      select $1, monitoring_event.id, plan_line.id, 'as-planned' from plan
      join monitoring_event on monitoring_event.plan_id = plan.id join plan_line on plan_line.plan_id = plan.id
      where plan.tenant_id = $1 and plan.person_id = $2
      on conflict do nothing`,
      ids,
    )
    await client.query(
      `insert into person_restriction (tenant_id, person_id, reason, note, viewer_ids, lifted, changed_by, changed_at)
      values ($1, $2, 'public-person', 'x', array[gen_random_uuid()], true, gen_random_uuid(), now())`,
      ids,
    )
    await client.query(
      `insert into person_restriction_version (tenant_id, person_id, version, reason, note, viewer_ids, lifted, changed_by, changed_at)
      values ($1, $2, 1, 'public-person', 'x', array[gen_random_uuid()], true, gen_random_uuid(), now())`,
      ids,
    )
    await client.query(
      `insert into emergency_access (tenant_id, account_id, person_id, application_id, purpose, reason, opened_at, expires_at,
        judgement, judgement_note, judged_by, judged_at)
      values ($1, gen_random_uuid(), $2, $3, 'child', 'xxxxxxxxxxxxxxxx', now(), now() + interval '1 hour',
        'not-justified', 'x', gen_random_uuid(), now())`,
      [...ids, person.applicationId],
    )
    await client.query(
      `insert into attachment (tenant_id, application_id, title_sealed, name_sealed, media_type, size, content_hash,
        content_sealed, added_by, added_at)
      values ($1, $2, '', '', 'image/png', 1, $3, '', gen_random_uuid(), now())`,
      [town.tenantId, person.applicationId, contentHash],
    )
    await client.query(
      `insert into legal_hold (tenant_id, person_id, reason, set_by, set_by_name, set_at, lifted_by, lifted_by_name, lifted_at, lift_reason)
      values ($1, $2, 'x', gen_random_uuid(), 'x', now(), gen_random_uuid(), 'x', now(), 'x')`,
      ids,
    )
    await client.query(
      `insert into rectification (tenant_id, person_id, field, old_sealed, new_sealed, reason, person_version, corrected_by, corrected_by_name, corrected_at)
      values ($1, $2, 'phone', $3, $3, 'mistake', 2, gen_random_uuid(), 'x', now())`,
      [...ids, town.deps.sealer.seal('rectification', '600100200')],
    )
  })
}

interface Planted {
  table: TableName
  column: string
  mark: string
  /** Of someone who works at the centre: a copy for the person says nothing of it. */
  staff: boolean
}

/** The chain of the journal has to stay whole, and nothing of this person was erased yet. */
const leftAlone: readonly TableName[] = ['audit_event', 'erasure']

/** Writes a mark of its own into every personal column of the person's rows that takes a text. */
async function plant(personId: string): Promise<Planted[]> {
  const planted: Planted[] = []
  await superuser(async (client) => {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    const types = await client.query<{ table: string; column: string; type: string; words: boolean }>(`
      select c.relname as table, a.attname as column, t.typname as type,
        exists (
          select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any (k.conkey)
            and pg_get_constraintdef(k.oid) ~ 'ARRAY\\['
        ) as words
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace`)
    const wheres = tablesOf('person').map(
      (table) => [table, belongsTo(table, 'person', { tenant: '$1', subject: '$2' })!] as const,
    )
    for (const [table, where] of wheres.toReversed()) {
      const of = `${table}.tenant_id = $1 and ${where}`
      const rows = await client.query(`select from ${table} where ${of}`, [town.tenantId, personId])
      assert.ok(['erasure'].includes(table) || rows.rowCount! > 0, `no row of this person in ${table}`)
      for (const { column, dataClass, after } of personalColumns(entryOf(table))) {
        const staff = dataClass === 'staff'
        if (dataClass === 'pseudonymous' || (staff && leftAlone.includes(table))) continue
        if (!staff && after === 'kept' && entryOf(table).erased !== 'row') continue
        const found = types.rows.find((one) => one.table === table && one.column === column)!
        if (found.words || column === 'email' || column === 'to_address') continue
        const mark = `${staff ? 'SŁUŻBOWY' : marked}${table}${column}`.replaceAll('_', '')
        const purpose = (entryOf(table).sealed as Record<string, string> | undefined)?.[column]
        const value =
          found.type === 'bytea' && purpose
            ? town.deps.sealer.seal(purpose, mark)
            : found.type === 'text'
              ? mark
              : found.type === '_text'
                ? [mark]
                : found.type === 'jsonb'
                  ? JSON.stringify({ words: mark })
                  : undefined
        if (value === undefined) continue
        await client.query('savepoint marking')
        const set = `update ${table} set "${column}" = $3 where ${of}`
        try {
          await client.query(set, [town.tenantId, personId, value])
        } catch (error) {
          // A first version of a plan says no reason of a change: the database itself refuses a text there.
          assert.equal(`${table}.${column}`, 'plan.change_reason', (error as Error).message)
          await client.query('rollback to savepoint marking')
          continue
        }
        planted.push({ table, column, mark, staff })
      }
    }
    await client.query('commit')
  })
  return planted
}

/** Everything in every table, sealed values opened, as one text. */
async function everything(): Promise<string> {
  return superuser(async (client) => {
    const { rows: tables } = await client.query<{ name: TableName }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    )
    const texts: string[] = []
    for (const { name } of tables) {
      const { rows } = await client.query<Record<string, unknown>>(`select * from "${name}"`)
      const sealed = ((entryOf(name) as { sealed?: object } | undefined)?.sealed ?? {}) as Record<string, string>
      for (const row of rows) {
        const opened = Object.entries(row).map(([column, value]) => {
          if (!Buffer.isBuffer(value)) return value
          try {
            return sealed[column] ? town.deps.sealer.unseal(sealed[column], value) : value.toString('latin1')
          } catch {
            return ''
          }
        })
        texts.push(`${name} ${JSON.stringify(opened)}`)
      }
    }
    return texts.filter((text) => text.includes(marked) || text.includes('znak@')).join('\n')
  })
}

const copyOf = (visitor: Visitor, person: string, format: string, purpose = 'access') =>
  visitor.post(`/praca/dane-osobowe/osoby/${person}/kopia`, { purpose, format })

async function printedText(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-copy-'))
  await writeFile(join(folder, 'copy.pdf'), bytes)
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'copy.pdf'), '-'], { maxBuffer: 10_000_000 })
  await rm(folder, { recursive: true })
  return stdout
}

/** What is planted into the content of a file, as it was added. */
const contentHash = hash('sha256', `${marked}attachmentcontentsealed`, 'buffer')

const person = await aWholeLife()
const printedBefore = await printedText((await copyOf(officer, person, 'pdf')).bytes)
const planted = await plant(person)
/** Files are named in a copy and saved one by one. */
const copied = planted.filter(({ table, column }) => !(entryOf(table).bulky as string[] | undefined)?.includes(column))
const ofPerson = copied.filter(({ staff }) => !staff)
const ofStaff = copied.filter(({ staff }) => staff)

test('a copy has every mark of the person from every table, as a file and in print, and none of those who work there', async () => {
  assert.ok(ofPerson.length >= 45, `${ofPerson.length} marks`)
  assert.ok(ofStaff.length >= 6, `${ofStaff.length} marks of staff`)
  const json = await copyOf(officer, person, 'json')
  assert.equal(json.status, 200)
  const pdf = await copyOf(officer, person, 'pdf')
  assert.match(pdf.headers.get('content-type')!, /pdf/)
  const printed = (await printedText(pdf.bytes)).replaceAll(/\s/g, '')
  for (const text of [json.text, printed]) {
    assert.deepEqual(
      ofPerson.filter(({ mark }) => !text.includes(mark)),
      [],
    )
    assert.deepEqual(
      ofStaff.filter(({ mark }) => text.includes(mark)),
      [],
    )
  }
  assert.match(json.text, new RegExp(person), 'a program still finds the ids')
})

test('a copy for a court, an inspection or as proof has those who worked on the case', async () => {
  for (const purpose of ['court', 'inspection', 'erasure']) {
    const { text } = await copyOf(officer, person, 'json', purpose)
    assert.deepEqual(
      ofStaff.filter(({ mark }) => !text.includes(mark)),
      [],
    )
  }
})

test('the printed copy speaks Polish: no codes, no numbers of rows, no stamps, no names of staff', async () => {
  assert.doesNotMatch(printedBefore, /[0-9a-f]{8}-[0-9a-f]{4}-/, 'the number of a row')
  assert.doesNotMatch(printedBefore, /[0-9a-f]{40}/, 'a hash')
  assert.doesNotMatch(printedBefore, /\d{4}-\d{2}-\d{2}/, 'a stamp')
  assert.doesNotMatch(printedBefore, /\w_\w/, 'the name of a column')
  const codes = await superuser(async (client) => {
    const { rows } = await client.query<{ code: string }>(`
      select distinct (regexp_matches(pg_get_constraintdef(oid), '''([a-z]+(?:-[a-z]+)+)''::text', 'g'))[1] as code
      from pg_constraint where contype = 'c'`)
    return rows.map(({ code }) => code)
  })
  assert.ok(codes.length > 50)
  const words = [
    ...codes,
    'application.read',
    'person.created',
    'draft',
    'described',
    'visit',
    'held',
    'self',
    'active',
  ]
  assert.deepEqual(
    words.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(printedBefore)),
    [],
  )
  for (const said of [
    'Koordynator indywidualnych planów',
    'czytanie planu',
    'Ustnie, do protokołu',
    '20 listopada 2026',
  ])
    assert.ok(printedBefore.replaceAll(/\s+/g, ' ').includes(said), said)
  assert.doesNotMatch(printedBefore, /Hanna Dyrektorska|Recepcja/)
})

test('a file is named in the copy, saved by the officer from where it says, and by nobody else', async () => {
  const { tables } = JSON.parse((await copyOf(officer, person, 'json')).text) as {
    tables: { table: string; rows: Record<string, string>[] }[]
  }
  const row = tables.find(({ table }) => table === 'attachment')!.rows[0]!
  assert.equal(row['content_hash'], contentHash.toString('hex'))
  const saved = await officer.get(row['download']!)
  assert.equal(saved.text, `${marked}attachmentcontentsealed`)
  assert.match(saved.headers.get('content-disposition')!, /^attachment/)
  assert.match((await officer.get(`/praca/dane-osobowe/osoby/${person}`)).text, new RegExp(row['download']!))
  assert.equal((await town.director.get(row['download']!)).status, 403)
  const other = row['download']!.replace(person, crypto.randomUUID())
  assert.equal((await officer.get(other)).status, 404)
})

test('a copy without a purpose is refused, and only the officer may make one', async () => {
  assert.equal((await officer.post(`/praca/dane-osobowe/osoby/${person}/kopia`, { format: 'json' })).status, 422)
  assert.equal((await copyOf(town.director, person, 'json')).status, 403)
  assert.equal((await copyOf(town.coordinator, person, 'json')).status, 403)
})

const erase = (fields: Record<string, string>) =>
  officer.submit(`/praca/dane-osobowe/osoby/${person}`, fields, 'name="confirmed"')

test('a legal hold keeps everything until it is lifted, in the page and in the database', async () => {
  const at = `/praca/dane-osobowe/osoby/${person}`
  assert.equal((await officer.submit(at, { reason: '' }, 'name="reason"')).status, 422)
  const form = await officer.get(at)
  assert.equal((await officer.submit(at, { reason: 'Spór w sądzie' }, 'name="reason"')).status, 303)
  const held = await officer.get(at)
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
  await town.inTenant((tx) => saveDraft(tx, 'a-token', 'need', { words: `${marked}draft`, email: 'znak@example.org' }))
  await town.inTenant((tx) => saveDraft(tx, 'b-token', 'need', { words: 'ktoś inny', email: 'inny@example.org' }))
  assert.match(await everything(), /ZNAK/)
  assert.equal((await erase({ basis: 'retention' })).status, 422)
  const done = await erase({ basis: 'retention', confirmed: 'yes' })
  assert.equal(done.status, 303, done.text.slice(0, 500))
  assert.equal(await everything(), '')
  const { whole } = await town.inTenant(verifyAudit)
  assert.equal(whole, true)
  const proof = await officer.get(done.location)
  for (const words of ['Minął okres przechowywania', 'Iwona Ochronna', 'Zatwierdzony tekst planu']) {
    assert.ok(proof.text.includes(words), words)
  }
  const drafts = await town.inTenant((tx) =>
    tx.db.selectFrom('form_draft').select('form').where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.equal(drafts.length, 1, 'the draft of somebody else stays')
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
  assert.doesNotMatch(decodeURIComponent(location), /Trwająca/)
  const list = await officer.get(location)
  const path = /\/praca\/dane-osobowe\/osoby\/[0-9a-f-]{36}/.exec(list.text)![0]
  const page = await officer.get(path)
  assert.match(page.text, /Sprawa tej osoby trwa/)
  assert.doesNotMatch(page.text, /value="retention"/)
  assert.match(page.text, /value="order"/)
})
