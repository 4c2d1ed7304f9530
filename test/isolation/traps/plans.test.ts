import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { countApplications, listApplications } from '#domains/casework/applications/application-queries.ts'
import { findPerson, findPersonIdByPesel, listPersonsAlike } from '#domains/casework/applications/person-queries.ts'
import type { Tx } from '#platform/tx.ts'
import { cloneDatabase } from '../../database.ts'
import { crowd, planOf, type PlanNode } from './plans.ts'

/**
 * Traps 19 and 20 at 200,000 rows of two centres: what is sought is found by an index, although row-level security
 * lets only leakproof operators near one; and the policy is asked once, not for each row. No clock: the plan is read.
 */
const database = await cloneDatabase()
const [one, two] = [randomUUID(), randomUUID()]
await crowd(database, [one, two], 100_000)
after(() => database.drop())

const all = { kind: 'all', accountId: randomUUID() } as const
const page = { size: 50, offset: 0 }
const nobody = { givenName: 'Jan', familyName: 'Nowak', phone: '600100200', peselHashes: [Buffer.alloc(32)] }

/** Every search over a table that grows with the persons of a centre. */
const searches: Record<string, (tx: Tx) => Promise<unknown>> = {
  'persons alike by sound, phone and PESEL': (tx) => listPersonsAlike(tx, nobody, all, 'shown'),
  'persons alike who are kept back': (tx) => listPersonsAlike(tx, nobody, all, 'kept'),
  'a person by PESEL': (tx) => findPersonIdByPesel(tx, [Buffer.alloc(32)]),
  'a person by id': (tx) => findPerson(tx, randomUUID()),
  'applications by the beginning of a surname': (tx) =>
    listApplications(tx, all, { states: ['received'], words: 'Kowal' }, page),
  'the number of applications by the beginning of a surname': (tx) =>
    countApplications(tx, all, { states: ['received'], words: 'Kowal' }),
  'an application by its number': (tx) =>
    listApplications(tx, all, { states: ['received'], words: 'CUS/7/2026' }, page),
  'applications of a coordinator': (tx) =>
    listApplications(tx, { kind: 'own', accountId: randomUUID() }, { states: ['received'] }, page),
}

const scans = (plan: PlanNode[]): PlanNode[] => plan.filter((node) => node['Node Type'].endsWith('Scan'))

/** Looked up by more than the centre: an index whose condition goes past tenant_id. */
const narrow = (node: PlanNode): boolean => /\) AND \(|\bid = /.test(node['Index Cond'] ?? '')

/** A handful of rows a centre, however many its persons are: they are read whole. */
const short = ({ 'Index Name': index, 'Relation Name': table }: PlanNode): boolean =>
  /^(person_restriction|declared_relative)/.test(index ?? table ?? '')

/** The scan below a bitmap carries the condition. */
const reading = (plan: PlanNode[]): PlanNode[] =>
  scans(plan).filter((node) => node['Node Type'] !== 'Bitmap Heap Scan' && node['Node Type'] !== 'Subquery Scan')

for (const [name, query] of Object.entries(searches)) {
  test(`trap 19: ${name}: each table is reached by an index`, async () => {
    for (const tenant of [one, two]) {
      const plan = await planOf(database, tenant, query)
      assert.ok(reading(plan).length > 0)
      assert.deepEqual(
        reading(plan).filter((node) => !narrow(node) && !short(node)),
        [],
      )
    }
  })

  test(`trap 20: ${name}: the policy is asked once`, async () => {
    const plan = await planOf(database, one, query)
    assert.ok(plan.some((node) => node['One-Time Filter']?.includes('current_setting')))
    assert.deepEqual(
      plan.filter((node) => node.Filter?.includes('current_setting')),
      [],
    )
  })
}

test('trap 19, the control: an operator that isn’t leakproof reads all persons of the centre', async () => {
  const slow = ({ db, tenantId }: Tx) =>
    sql`select id from person where tenant_id = ${tenantId} and family_name ilike 'kowal%'`.execute(db)
  assert.equal(reading(await planOf(database, one, slow)).filter((node) => !narrow(node)).length, 1)
})

test('trap 20, the control: a query that doesn’t name its centre asks the policy for each row', async () => {
  const unnamed = ({ db }: Tx) => sql`select count(*) from person where birth_year = 1950`.execute(db)
  const plan = await planOf(database, one, unnamed)
  assert.ok(!plan.some((node) => node['One-Time Filter']))
})
