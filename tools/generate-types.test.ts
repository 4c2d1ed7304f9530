import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withClient } from '#platform/postgres/roles.ts'
import { emptyDatabase } from '#test/database.ts'
import { dumpSchema } from './dump-schema.ts'
import { generateTypes } from './generate-types.ts'

const made = `
  create type weather as enum ('rain', 'snow');
  create table lamp (
    id int generated always as identity primary key,
    colour text not null check (colour in ('red', 'don''t know')),
    shade text check (shade in ('light', 'dark')),
    size int not null check (size in (1, 2)),
    price numeric not null default 0,
    lit_on date,
    tags text[] not null default '{}',
    notes jsonb,
    outside weather not null,
    twice int not null generated always as (size * 2) stored
  );
  create view bright as select id, colour from lamp;`

test('columns become the types that pg reads and takes', async () => {
  const database = await emptyDatabase()
  const types = await withClient(database.owner, async (owner) => {
    await owner.query(made)
    return generateTypes(owner)
  })
  for (const line of [
    'id: ColumnType<number, never, never>',
    String.raw`colour: 'red' | 'don\'t know'`,
    `shade: 'light' | 'dark' | null`,
    'size: number',
    'price: ColumnType<string, string | number | undefined, string | number>',
    'lit_on: ColumnType<Temporal.PlainDate | null, Temporal.PlainDate | string | null | undefined, Temporal.PlainDate | string | null>',
    'tags: ColumnType<string[], string[] | undefined, string[]>',
    'notes: ColumnType<Json | null, string | null | undefined, string | null>',
    `outside: 'rain' | 'snow'`,
    'twice: ColumnType<number, never, never>',
    'lamp: Lamp',
    'bright: Bright',
  ]) {
    assert.ok(types.split('\n').includes(`  ${line}`), `${line} is not in\n${types}`)
  }
  await database.drop()
})

test('a changed grant, policy or function changes the dump; dumping twice does not', async () => {
  const database = await emptyDatabase()
  await withClient(database.owner, async (owner) => {
    await owner.query(made)
    let dump = await dumpSchema(owner)
    assert.equal(await dumpSchema(owner), dump)
    for (const change of [
      'grant select on lamp to splot_app',
      'grant update (shade) on lamp to splot_app',
      'alter table lamp enable row level security',
      'create policy own on lamp using (size > 1)',
      'alter policy own on lamp using (size > 2)',
      'create index lamp_colour on lamp (colour)',
      'alter table lamp add constraint few check (size < 9)',
      'create function one() returns int language sql as $$ select 1 $$',
      'grant execute on function one() to splot_app',
      `comment on table lamp is 'light'`,
      'alter view bright set (security_invoker = true)',
    ]) {
      await owner.query(change)
      const after = await dumpSchema(owner)
      assert.notEqual(after, dump, change)
      dump = after
    }
  })
  await database.drop()
})
