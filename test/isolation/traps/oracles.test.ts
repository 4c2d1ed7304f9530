import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnsOf, insertSample } from '../catalogue.ts'
import { openWorld, tryTraps, type World } from './trap.ts'

/**
 * What a constraint may tell one centre of another: that a value is taken (trap 7), that a row exists (trap 8). Every
 * unique key and every foreign key between tables of centres is tried.
 */
const world = await openWorld({ keepForeignKeys: true })
const { own, other } = world

/** A row of another centre, with nothing but the centre changed: no value of theirs may be in the way. */
async function takenValues({ superuser, tables }: World): Promise<string[]> {
  await superuser.query('set local session_replication_role = replica')
  const taken: string[] = []
  for (const table of tables) {
    const columns = (await columnsOf(superuser, table)).map(({ name }) => `"${name}"`)
    const copied = columns.map((name) => (name === '"tenant_id"' ? `'${own}'` : name))
    await superuser.query(`delete from "${table}" where tenant_id = '${own}'`)
    const { rowCount } = await superuser.query(
      `insert into "${table}" (${columns.join()}) select ${copied.join()} from "${table}" where tenant_id = '${other}'
      on conflict do nothing`,
    )
    if (rowCount !== 1) taken.push(table)
  }
  return taken
}

interface ForeignKey {
  name: string
  id: string
  table: string
  target: string
  columns: string[]
  targets: string[]
}

async function foreignKeys({ superuser, tables }: World): Promise<ForeignKey[]> {
  const named = (key: string, relation: string) =>
    `(select array_agg(a.attname::text order by k.position) from unnest(${key}) with ordinality k (number, position)
      join pg_attribute a on a.attrelid = ${relation} and a.attnum = k.number)`
  const { rows } = await superuser.query<ForeignKey>(
    `select c.conname as name, c.oid::text as id, r.relname as table, f.relname as target,
      ${named('c.conkey', 'c.conrelid')} as columns, ${named('c.confkey', 'c.confrelid')} as targets
    from pg_constraint c
    join pg_class r on r.oid = c.conrelid
    join pg_class f on f.oid = c.confrelid
    where c.contype = 'f' and r.relname = any ($1) and f.relname = any ($1)
    order by 3, 1`,
    [tables],
  )
  return rows
}

/** What a row of the own centre is answered that points at another centre's row, and one that points at nothing. */
async function answersOf({ superuser }: World, key: ForeignKey): Promise<{ there: string; nowhere: string }> {
  const { rows } = await superuser.query<{ name: string }>(
    'select tgname as name from pg_trigger where tgconstraint = $1::oid and tgrelid = $2::regclass',
    [key.id, key.table],
  )
  await superuser.query(`alter table "${key.table}" disable trigger all`)
  for (const { name } of rows) await superuser.query(`alter table "${key.table}" enable trigger "${name}"`)
  const pairs = key.columns.map((column, index) => [column, key.targets[index]] as const)
  const theirs = pairs
    .filter(([column]) => column !== 'tenant_id')
    .map(([column, target]) => [column, `(select "${target}" from "${key.target}" where tenant_id = '${other}')`])
  const answer = async (given: Record<string, string>) => {
    const statement = await insertSample(superuser, key.table, own, given)
    await superuser.query('savepoint attempt')
    const said = await superuser.query(statement).then(
      () => 'accepted',
      (error: Error & { code: string; constraint: string }) => `${error.code} ${error.constraint} ${error.message}`,
    )
    await superuser.query('rollback to savepoint attempt')
    return said
  }
  return { there: await answer(Object.fromEntries(theirs)), nowhere: await answer({}) }
}

/** Foreign keys that accept another centre's row, or answer otherwise than for a row that isn't there. */
async function looseKeys(world: World): Promise<string[]> {
  const loose: string[] = []
  for (const key of await foreignKeys(world)) {
    const { there, nowhere } = await answersOf(world, key)
    if (there !== nowhere || !there.startsWith('23503')) loose.push(`${key.name}: ${there} / ${nowhere}`)
  }
  return loose
}

tryTraps(world, [
  {
    number: 7,
    fact: 'no unique key tells that another centre has the same value',
    leaks: takenValues,
    remove: 'create unique index loose on person (pesel_hash)',
  },
  {
    number: 8,
    fact: 'a row of another centre can’t be pointed at, and is refused like one that isn’t there',
    leaks: looseKeys,
    remove: `create unique index person_id on person (id);
      alter table need_report add column known_person_id uuid references person (id)`,
  },
])

test('there are foreign keys to try', async () => {
  const keys = await foreignKeys(world)
  assert.ok(keys.length >= 40, String(keys.length))
})
