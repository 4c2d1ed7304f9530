import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import pg from 'pg'
import { randomUUID } from 'node:crypto'
import { cloneDatabase } from '../../database.ts'
import { dropConstraints, insertSample, tenantTables } from '../catalogue.ts'

/** Two centres with one row of each in every table, and nothing but policies and grants to keep them apart. */
export interface World {
  superuser: pg.Client
  tables: string[]
  own: string
  other: string
}

/** One of the 24 traps of row-level security: what must hold, what tells when it doesn't, and how to break it. */
export interface Trap {
  number: number
  fact: string
  /** What got through; empty as long as the defence stands. */
  leaks: (world: World) => Promise<unknown[]>
  /** SQL of a superuser that takes the defence away. */
  remove: string
}

export async function openWorld({ keepForeignKeys = false, keepTriggers = false } = {}): Promise<World> {
  const database = await cloneDatabase()
  const superuser = new pg.Client(database.superuser)
  await superuser.connect()
  after(async () => {
    await superuser.end()
    await database.drop()
  })
  const tables = await tenantTables(superuser)
  const [own, other] = [randomUUID(), randomUUID()]
  await dropConstraints(superuser, keepForeignKeys ? ['c', 'x'] : ['c', 'f', 'x'], keepTriggers)
  // The samples point at nothing; as on a replica, no foreign key is asked about them.
  await superuser.query('set session_replication_role = replica')
  for (const table of tables) {
    for (const tenant of [own, other]) await superuser.query(await insertSample(superuser, table, tenant))
  }
  await superuser.query('reset session_replication_role')
  return { superuser, tables, own, other }
}

/** Each trap is tried as it is, and with its defence removed: a test that can't fail would show here. */
export function tryTraps(world: World, traps: readonly Trap[]): void {
  for (const { number, fact, leaks, remove } of traps) {
    void test(`trap ${number}: ${fact}`, async () => assert.deepEqual(await undone(world, () => leaks(world)), []))
    void test(`trap ${number}, the control: it is noticed when not ${fact}`, async () => {
      const found = await undone(world, async () => {
        await world.superuser.query(remove)
        return leaks(world)
      })
      assert.notDeepEqual(found, [])
    })
  }
}

async function undone<T>({ superuser }: World, work: () => Promise<T>): Promise<T> {
  await superuser.query('begin')
  try {
    return await work()
  } finally {
    await superuser.query('rollback')
  }
}

export type Outcome = { rows: number; answer: Record<string, unknown>[] } | { refused: string }

/** Runs one statement as a role that serves, in a centre or in none, and takes it back. */
export async function tryAs(
  { superuser }: World,
  tenant: string | undefined,
  statement: string,
  role = 'splot_app',
): Promise<Outcome> {
  await superuser.query('savepoint attempt')
  try {
    await superuser.query(`set local role ${role}`)
    if (tenant !== undefined) await superuser.query(`set local splot.tenant_id = '${tenant}'`)
    const { rowCount, rows } = await superuser.query(statement)
    return { rows: rowCount ?? 0, answer: rows as Record<string, unknown>[] }
  } catch (error) {
    return { refused: (error as { code: string }).code }
  } finally {
    await superuser.query('rollback to savepoint attempt')
  }
}

/** The tables in which a statement came to another end than this. */
export async function tablesWhere(
  world: World,
  statement: (table: string) => string,
  isRight: (outcome: Outcome) => boolean,
  as: { tenant: string | undefined; role?: string },
): Promise<string[]> {
  const wrong: string[] = []
  for (const table of world.tables) {
    const outcome = await tryAs(world, as.tenant, statement(table), as.role)
    if (!isRight(outcome)) wrong.push(`${table}: ${JSON.stringify(outcome).slice(0, 80)}`)
  }
  return wrong
}

export const refusedWith =
  (...codes: string[]) =>
  (outcome: Outcome): boolean =>
    'refused' in outcome && codes.includes(outcome.refused)

/** Own rows only, or not permitted at all. */
export const ownOnly = (outcome: Outcome): boolean =>
  'rows' in outcome ? outcome.rows <= 1 : outcome.refused === notPermitted

export const nothing = (outcome: Outcome): boolean =>
  'rows' in outcome ? outcome.rows === 0 : outcome.refused === notPermitted

export const notPermitted = '42501'
