import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aCentre, testDeps } from '#test/support.ts'
import { recordAudit } from './audit.ts'

const deps = await testDeps()

const events = (centre: Awaited<ReturnType<typeof aCentre>>) =>
  centre.work((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['seq', 'event', 'hash', 'actor_role'])
      .where('tenant_id', '=', tx.tenantId)
      .orderBy('seq')
      .execute(),
  )

test('writers at the same moment make one chain without a hole', async () => {
  const centre = await aCentre(deps)
  const write = (n: number) =>
    centre.work(async (tx) => {
      recordAudit(tx, { event: 'thing.written', detail: { n } })
      recordAudit(tx, { event: 'thing.read' })
    })
  await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)))
  const rows = await events(centre)
  assert.deepEqual(
    rows.map(({ seq }) => seq),
    Array.from({ length: 40 }, (_, n) => n + 1),
  )
  assert.equal(new Set(rows.map(({ hash }) => hash.toString('hex'))).size, 40)
})

test('work that is undone leaves no trace in the audit', async () => {
  const centre = await aCentre(deps)
  await assert.rejects(
    centre.work(async (tx) => {
      recordAudit(tx, { event: 'thing.written' })
      throw new Error('undone')
    }),
  )
  assert.deepEqual(await events(centre), [])
})

test('a deputy stands in the audit as a deputy', async () => {
  const centre = await aCentre(deps)
  const actor = {
    kind: 'staff',
    accountId: crypto.randomUUID(),
    name: 'Marek Jarząb',
    roles: ['service-organiser', 'director'],
    deputyRoles: ['director'],
  } as const
  await centre.work(async (tx) => recordAudit(tx, { event: 'plan.approved' }), actor)
  assert.equal((await events(centre))[0]?.actor_role, 'service-organiser, director (deputy)')
})

test('the app can neither change nor delete an event', async () => {
  const centre = await aCentre(deps)
  await centre.work(async (tx) => recordAudit(tx, { event: 'thing.written' }))
  const change = centre.work((tx) =>
    tx.db.updateTable('audit_event').set({ event: 'other.thing' }).where('tenant_id', '=', tx.tenantId).execute(),
  )
  await assert.rejects(change, /permission denied/)
  const remove = centre.work((tx) => tx.db.deleteFrom('audit_event').where('tenant_id', '=', tx.tenantId).execute())
  await assert.rejects(remove, /permission denied/)
})
