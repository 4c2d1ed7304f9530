import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { entryOf } from '#platform/personal-data/register.ts'
import { aPlanTown } from '#test/plan-builders.ts'
import { testDatabase } from '#test/database.ts'
import { contentHash, marked, plant } from '#test/planted-marks.ts'
import { asSuperuser, eventsIn, type Visitor } from '#test/support.ts'
import { aWholeLife } from '#test/whole-life.ts'

const run = promisify(execFile)
const town = await aPlanTown()
const officer = town.staff(['data-protection-officer'], await town.account('Iwona Ochronna', 'data-protection-officer'))

const copyOf = (visitor: Visitor, person: string, format: string, purpose = 'access') =>
  visitor.post(`/praca/dane-osobowe/osoby/${person}/kopia`, { purpose, format })

async function printedText(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-copy-'))
  await writeFile(join(folder, 'copy.pdf'), bytes)
  const { stdout } = await run('pdftotext', ['-raw', join(folder, 'copy.pdf'), '-'], { maxBuffer: 10_000_000 })
  await rm(folder, { recursive: true })
  return stdout
}

const person = await aWholeLife(town)
const printedBefore = await printedText((await copyOf(officer, person, 'pdf')).bytes)
const planted = await plant(town, person)
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
  const codes = await asSuperuser(testDatabase(), async (client) => {
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
  const copies = async () => (await town.inTenant(eventsIn)).filter((event) => event === 'personal-data.copied').length
  const before = await copies()
  assert.equal((await copyOf(officer, person, 'json')).status, 200)
  assert.equal(await copies(), before + 1)
  assert.equal((await officer.post(`/praca/dane-osobowe/osoby/${person}/kopia`, { format: 'json' })).status, 422)
  assert.equal((await copyOf(town.director, person, 'json')).status, 403)
  assert.equal((await copyOf(town.coordinator, person, 'json')).status, 403)
})
