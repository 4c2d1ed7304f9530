import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { after, test } from 'node:test'
import pg from 'pg'
import { erasureFunction } from '#platform/personal-data/erasure-function.ts'
import { entryOf, personalColumns, registered } from '#platform/personal-data/register.ts'
import type { TableName } from '#platform/personal-data/entry.ts'
import { migrationsFolder } from '#platform/migrate.ts'
import { cloneDatabase } from './database.ts'

const database = await cloneDatabase()
const client = new pg.Client(database.superuser)
await client.connect()
after(async () => {
  await client.end()
  await database.drop()
})

/** A table that reaches somebody by foreign keys, or can hold a text, bytes or JSON. */
const couldBePersonal = `
  with recursive reaching as (
    select oid from pg_class
    where relnamespace = 'public'::regnamespace and relname in ('person', 'need_report', 'account')
    union
    select k.conrelid from pg_constraint k join reaching on k.confrelid = reaching.oid where k.contype = 'f'
  )
  select c.relname as table, a.attname as column, t.typname as type
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    and (
      c.oid in (select oid from reaching)
      or exists (
        select from pg_attribute b
        join pg_type u on u.oid = b.atttypid
        where b.attrelid = c.oid and b.attnum > 0 and not b.attisdropped
          and u.typname in ('text', '_text', 'varchar', 'bytea', 'json', 'jsonb')
          and not exists (
            select from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and b.attnum = any (f.conkey)
          )
      )
    )
  order by 1, a.attnum`

interface Column {
  table: TableName
  column: string
  type: string
}

const columns = async (): Promise<Column[]> => (await client.query<Column>(couldBePersonal)).rows

const known = new Map(
  registered().map(([table, entry]) => [
    table,
    new Set([...personalColumns(entry).map(({ column }) => column), ...(entry.other ?? [])]),
  ]),
)

const unregistered = async (): Promise<string[]> =>
  (await columns())
    .filter(({ table, column }) => !known.get(table)?.has(column))
    .map((one) => `${one.table}.${one.column}`)

/** Breaks the schema, looks, and puts it back. */
async function broken(statement: string): Promise<string[]> {
  await client.query('begin')
  try {
    await client.query(statement)
    return await unregistered()
  } finally {
    await client.query('rollback')
  }
}

test('every column that could hold personal data stands in the register, as personal or as not', async () => {
  assert.ok((await columns()).length > 300)
  assert.deepEqual(await unregistered(), [])
})

test('the control: a new column, and a new table that only reaches a person, are missed', async () => {
  assert.deepEqual(await broken('alter table person add column nickname text'), ['person.nickname'])
  const visit = `create table visit (tenant_id uuid, person_id uuid, hour integer,
    foreign key (tenant_id, person_id) references person (tenant_id, id))`
  assert.deepEqual(await broken(visit), ['visit.tenant_id', 'visit.person_id', 'visit.hour'])
  const deeper = `${visit}; alter table visit add primary key (tenant_id, person_id);
    create table visit_hour (tenant_id uuid, person_id uuid,
      foreign key (tenant_id, person_id) references visit (tenant_id, person_id))`
  assert.ok((await broken(deeper)).includes('visit_hour.person_id'))
  assert.ok((await broken('create table note (words text)')).includes('note.words'))
})

test('no column stands in the register twice', () => {
  for (const [table, entry] of registered()) {
    const all = [...personalColumns(entry).map(({ column }) => column), ...(entry.other ?? [])]
    assert.equal(new Set(all).size, all.length, table)
  }
})

test('bytes are sealed, hashed, or said to be pseudonymous: nothing is kept as bytes in the clear', async () => {
  const bytes = (await columns()).filter(({ type }) => type === 'bytea')
  const loose = bytes.filter(({ table, column }) => {
    const entry = entryOf(table)
    const sealed = { ...entry.sealed, ...entry.hashed } as Record<string, string>
    const pseudonymous = entry.personal?.pseudonymous as Record<string, unknown> | undefined
    return !sealed[column] && !(pseudonymous && column in pseudonymous) && !column.endsWith('hash')
  })
  assert.deepEqual(loose, [])
})

test('a table that reaches a person is reached by the register too', async () => {
  const { rows } = await client.query<{ table: TableName }>(`
    with recursive reaching as (
      select oid from pg_class where relnamespace = 'public'::regnamespace and relname in ('person', 'need_report')
      union
      select k.conrelid from pg_constraint k join reaching on k.confrelid = reaching.oid where k.contype = 'f'
    )
    select relname as table from pg_class join reaching using (oid)`)
  const lost = rows.filter(({ table }) => (entryOf(table).reach ?? []).length === 0)
  assert.deepEqual(lost, [])
})

test('the erasing function of the database is the one that the register makes', async () => {
  const names = (await readdir(migrationsFolder)).filter((name) => name.endsWith('_erase_subject.sql'))
  const latest = await readFile(`${migrationsFolder}/${names.toSorted().at(-1)}`, 'utf8')
  assert.equal(latest, erasureFunction(), 'npm run db:erasure -- YYYYMMDD_HHMM, then npm run db:refresh')
})
