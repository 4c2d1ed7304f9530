import assert from 'node:assert/strict'
import { hash, randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import pg from 'pg'
import { cloneDatabase } from '#test/database.ts'
import { countUnderOldKeys, rotateKeys } from './rotate-keys.ts'
import { createSealer } from './sealing.ts'

const [oldSecret, newSecret] = ['the first secret of this installation', 'the second secret, which comes after']
const old = createSealer(oldSecret)
const both = createSealer([newSecret, oldSecret])
const newOnly = createSealer(newSecret)

const database = await cloneDatabase()
after(() => database.drop())

const connect = async (): Promise<pg.Client> => {
  const client = new pg.Client(database.owner)
  client.on('error', () => {}) // the killed one's
  await client.connect()
  return client
}

const tenant = crypto.randomUUID()
const people = 120

/** A centre with people, accounts and finished recognitions, some of their texts still in the clear. */
async function fill(): Promise<void> {
  const client = new pg.Client(database.superuser)
  await client.connect()
  await client.query(
    `insert into tenant (id, slug, name, kind, mode, voivodeship_teryt, phone, email, address, opening_hours)
    values ($1, 'klucze', 'Centrum w Próbowie', 'centre', 'standalone-city', '04', '1', 'a@example.org', 'a', 'b')`,
    [tenant],
  )
  await client.query(`set session_replication_role = replica`)
  for (let at = 0; at < people; at += 1) {
    const pesel = String(44051400000 + at)
    const [person, reconnaissance] = [crypto.randomUUID(), crypto.randomUUID()]
    await client.query(
      `insert into person (tenant_id, id, given_name, family_name, given_key, family_key, pesel_sealed, pesel_hash, created_at)
      values ($1, $2, 'A', 'B', 'a', 'b', $3, $4, now())`,
      [tenant, person, old.seal('pesel', pesel), old.hash('pesel', pesel)],
    )
    await client.query(
      `insert into reconnaissance (tenant_id, id, application_id, person_id, held_on, place, participants,
        expected_months, finished_at, finished_by)
      values ($1, $2, gen_random_uuid(), $3, '2026-11-01', 'home', '{A}', 6, now(), gen_random_uuid())`,
      [tenant, reconnaissance, person],
    )
    const text = at % 2 === 0 ? old.seal('reconnaissance section', `tekst ${at}`) : Buffer.from(`\0cleartekst ${at}`)
    await client.query(
      `insert into reconnaissance_section (tenant_id, reconnaissance_id, section, text_sealed) values ($1, $2, 'safety', $3)`,
      [tenant, reconnaissance, text],
    )
  }
  for (const file of files) {
    const sealed = ['attachment title', 'attachment name'].map((purpose) => old.seal(purpose, 'skan'))
    await client.query(
      `insert into attachment (tenant_id, application_id, title_sealed, name_sealed, media_type, size, content_hash,
        content_sealed, added_by, added_at)
      values ($1, gen_random_uuid(), $2, $3, 'image/png', $4, sha256($5), $6, gen_random_uuid(), now())`,
      [tenant, ...sealed, file.length, file, old.seal('attachment', file)],
    )
  }
  await client.end()
}

/** Bytes that are no text: read as one and written back they would be others. */
const files = [1, 2, 3, 4, 5, 6].map((at) => randomBytes(at * 1000))

await fill()

const read = async (client: pg.Client, statement: string) => {
  await client.query('begin')
  await client.query(`set local splot.tenant_id = '${tenant}'`)
  const { rows } = await client.query<Record<string, Buffer>>(statement)
  await client.query('commit')
  return rows
}

test('a rotation killed in the middle is taken up, and in between both keys read everything', async () => {
  const first = await connect()
  const watcher = await connect()
  const { rows } = await first.query<{ pid: number }>('select pg_backend_pid() as pid')
  let batches = 0
  const killed = rotateKeys(first, {
    sealer: both,
    batchSize: 20,
    onBatch: async () => {
      batches += 1
      if (batches < 4) return
      const superuser = new pg.Client(database.superuser)
      await superuser.connect()
      await superuser.query('select pg_terminate_backend($1)', [rows[0]!.pid])
      await superuser.end()
    },
  })
  await assert.rejects(killed)
  const left = await countUnderOldKeys(watcher, both)
  const halfway = Object.values(left).reduce((sum, count) => sum + count, 0)
  assert.equal(halfway, 2 * people + files.length - 80, JSON.stringify(left))
  for (const { sealed } of await read(watcher, 'select pesel_sealed as sealed from person')) {
    assert.match(both.unseal('pesel', sealed!), /^440514/)
  }
  const again = await rotateKeys(watcher, { sealer: both, batchSize: 20 })
  assert.equal(
    Object.values(again).reduce((sum, count) => sum + count, 0),
    halfway,
  )
  assert.deepEqual(await countUnderOldKeys(watcher, both), {})
  await watcher.end()
})

test('afterwards the new key alone reads everything and finds each PESEL; the old key reads nothing', async () => {
  const client = await connect()
  const persons = await read(client, 'select pesel_sealed as sealed, pesel_hash as hash from person')
  assert.equal(persons.length, people)
  for (const { sealed, hash } of persons) {
    const pesel = newOnly.unseal('pesel', sealed!)
    assert.deepEqual(hash, newOnly.hash('pesel', pesel))
    assert.throws(() => old.unseal('pesel', sealed!))
  }
  const sections = await read(client, 'select text_sealed as sealed from reconnaissance_section')
  const texts = sections.map(({ sealed }) => newOnly.unseal('reconnaissance section', sealed!))
  assert.equal(new Set(texts).size, people)
  assert.ok(texts.every((text) => text.startsWith('tekst ')))
  assert.deepEqual(await rotateKeys(client, { sealer: both }), {}, 'nothing is left to do')
  await client.end()
})

test('a file is the same after its key was changed, to the byte', async () => {
  const client = await connect()
  const rows = await read(client, 'select content_sealed, content_hash, title_sealed from attachment')
  await client.end()
  const opened = rows.map(({ content_sealed }) => newOnly.unsealBytes('attachment', content_sealed!))
  assert.deepEqual(opened.toSorted(Buffer.compare), files.toSorted(Buffer.compare))
  for (const [index, { content_hash, title_sealed }] of rows.entries()) {
    assert.deepEqual(hash('sha256', opened[index]!, 'buffer'), content_hash)
    assert.equal(newOnly.unseal('attachment title', title_sealed!), 'skan')
  }
})
