import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { createSampleAccounts, readSampleAccounts } from '#domains/accounts/public.ts'
import { codeAtStep, stepAt } from '#domains/accounts/totp.ts'
import { roles, type Role } from '#platform/actor.ts'
import { createApp } from '../../src/app.tsx'
import { findPages } from '../accessibility/pages.ts'
import { buildWorld } from '../accessibility/world.ts'
import { readSource } from '../architecture.ts'
import { openSite } from '../site.ts'
import { aCentre, asSuperuser, formIn, Visitor } from '../support.ts'

/**
 * Two centres in one installation. Every address of the first that holds an id or a name of its own, found by walking
 * it as each role, is tried by the same role of the second, to read and to write.
 */
const site = await openSite()
const world = await buildWorld(site)
const { visits } = await findPages(site, world)
// With one centre every host is that centre; with two each has its own.
await asSuperuser(site.database, (client) =>
  client.query(`insert into tenant_host (host, tenant_id) values ('localhost', $1)`, [site.tenantId]),
)
const other = await aCentre(site.deps, site.database)
await createSampleAccounts(site.deps, other.id)
const app = createApp(site.deps)
const foreigners = new Map<Role, Visitor>()
for (const role of roles) foreigners.set(role, await signedIn(role))
const nobody = new Visitor(app, other.host)
after(() => site.stop())

async function signedIn(role: Role): Promise<Visitor> {
  const accounts = await readSampleAccounts(site.deps.config, other.id)
  const { email, password, totpSecret } = accounts.find((account) => account.role === role)!
  site.deps.clock.now = site.deps.clock.now.add({ seconds: 30 })
  const code = codeAtStep(totpSecret, stepAt(site.deps.clock.now))
  const visitor = new Visitor(app, other.host)
  assert.equal((await visitor.submit('/logowanie', { email, password, code })).status, 303)
  return visitor
}

/** Help, questions and development pages are the same for all centres; the rest with a parameter belongs to one. */
const own = visits.filter(({ route }) => route.includes(':') && !/^\/(pomoc|dev|potrzebuje-pomocy)\//.test(route))
const asForeigner = (person: string) => foreigners.get(person as Role) ?? nobody
let probes = 0

test('there are pages of the first centre to try', () => assert.ok(own.length >= 8, own.map(({ path }) => path).join()))

test('the second centre is a working one', async () => {
  for (const role of roles) assert.equal((await foreigners.get(role)!.get('/praca')).status, 200, role)
})

test('no page of one centre is there for another, whatever the role', async () => {
  for (const { path } of own) {
    for (const visitor of [nobody, ...foreigners.values()]) {
      const { status, location } = await visitor.get(path)
      probes += 1
      const refused = [403, 404, 410].includes(status) || (status === 303 && location?.startsWith('/logowanie'))
      assert.ok(refused, `${path}: ${status}`)
    }
  }
})

test('no form of one centre can be sent to another', async () => {
  for (const { path, person } of own) {
    const { text } = await world.people.get(person)!.get(path)
    if (!text.slice(text.indexOf('<main')).includes('method="post"')) continue
    const { action, hidden } = formIn(text)
    const { status } = await asForeigner(person).post(action || path, hidden)
    probes += 1
    assert.ok([403, 404, 410].includes(status), `POST ${action || path} as ${person}: ${status}`)
  }
})

test('a session of one centre is nobody’s in another', async () => {
  for (const role of roles) {
    const here = world.people.get(role)!
    const there = new Visitor(app, other.host)
    for (const [name, value] of here.cookies) there.cookies.set(name, value)
    const { status, location } = await there.get('/praca')
    probes += 1
    assert.equal(status, 303, role)
    assert.match(location ?? '', /^\/logowanie/)
  }
  console.log(`isolation of pages: ${probes} probes over ${own.length} pages of another centre`)
})

/** What this life doesn't do, and the test that has it done. */
const auditedElsewhere = [
  'person.changed',
  'plan-document.read',
  'resident-case.refused',
  'emergency-attempt.read',
  'restriction-notice.read',
]

test('this life stands in the audit of the centre: every step and every look', async () => {
  const source = (await readSource()).filter(
    ({ path }) => path.startsWith('domains/casework/') && !path.includes('.test.'),
  )
  const named = source.flatMap(({ text }) => [
    ...text.matchAll(/event: '([a-z-]+\.(?:read|written|created|changed|monitored|opened|refused))'/g),
  ])
  const events = [...new Set(named.map(([, event]) => event!))].filter((event) => !auditedElsewhere.includes(event))
  const { rows } = await asSuperuser(site.database, (client) =>
    client.query<{ event: string }>('select distinct event from audit_event where tenant_id = $1', [site.tenantId]),
  )
  const told = new Set(rows.map(({ event }) => event))
  assert.ok(events.length >= 10, events.join())
  assert.deepEqual(
    events.filter((event) => !told.has(event)),
    [],
  )
  for (const step of ['report.received', 'application.registered', 'plan.submitted', 'plan.approved', 'plan.ended']) {
    assert.ok(told.has(step), `${step} is missing from ${[...told].join()}`)
  }
})
