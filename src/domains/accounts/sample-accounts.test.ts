import assert from 'node:assert/strict'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { accountsSite } from '#test/accounts-site.ts'
import { testDatabase } from '#test/database.ts'
import { aCentre, asSuperuser, eventsIn, testDeps, type TestDeps } from '#test/support.ts'
import type { Config } from '#platform/config.ts'
import { mayOfferSamples } from './sample-offer.ts'
import { createSampleAccounts, hasSampleAccounts, readSampleAccounts } from './sample-accounts.ts'

const dataFolder = await mkdtemp(join(tmpdir(), 'splot-samples-'))
after(() => rm(dataFolder, { recursive: true, force: true }))

const sampleConfig: Partial<Config> = { dataFolder, sample: true, host: '127.0.0.1', databaseUrl: undefined }

async function aSampleCentre(sample = true) {
  const deps = await testDeps({ config: sampleConfig })
  const centre = await aCentre(deps)
  await asSuperuser(testDatabase(), async (client) => {
    await client.query('update tenant set sample = $2 where id = $1', [centre.id, sample])
  })
  deps.tenants.forget()
  await createSampleAccounts(deps, centre.id)
  return { deps, centre }
}

interface Asking {
  address?: string | undefined
  host?: string
  headers?: Record<string, string>
  form?: Record<string, string>
}

/** A request as the socket and its own words tell it. */
function ask(deps: TestDeps, host: string, { address = '127.0.0.1', headers = {}, form, ...asking }: Asking = {}) {
  const own = { host: asking.host ?? host, ...(form && { origin: `http://${host}` }), ...headers }
  const body = form && new URLSearchParams(form)
  const path = form ? '/logowanie/przyklad' : '/logowanie'
  const request = new Request(`http://${host}${path}`, { headers: own, ...(body && { method: 'POST', body }) })
  return accountsSite(deps).fetch(request, { incoming: { socket: { remoteAddress: address } } })
}

test('on a sample installation one button signs in as each role, with the code that is due', async () => {
  const { deps, centre } = await aSampleCentre()
  const accounts = await readSampleAccounts(deps.config, centre.id)
  assert.equal(new Set(accounts.map(({ role }) => role)).size, 10, 'every role has its person')
  const made = (await centre.work(eventsIn)).filter((event) => event === 'account.created')
  assert.equal(made.length, accounts.length)
  const page = await (await ask(deps, centre.host)).text()
  for (const { name, email, password } of accounts) {
    assert.ok(page.includes(`Wejdź jako ${name}`), name)
    assert.ok(page.includes(password))
    const answer = await ask(deps, centre.host, { form: { konto: email } })
    assert.equal(answer.headers.get('location'), '/praca', name)
    assert.match(answer.headers.get('set-cookie') ?? '', /__Host-session=/)
  }
})

test('three entries in half a minute take three codes, the fourth waits', async () => {
  const { deps, centre } = await aSampleCentre()
  const [first] = await readSampleAccounts(deps.config, centre.id)
  const form = { konto: first!.email }
  const statuses = []
  for (let i = 0; i < 4; i += 1) statuses.push((await ask(deps, centre.host, { form })).status)
  assert.deepEqual(statuses, [303, 303, 303, 429])
  deps.clock.now = deps.now().add({ seconds: 30 })
  assert.equal((await ask(deps, centre.host, { form })).status, 303)
})

test('nowhere else are sample accounts offered or opened', async () => {
  const { deps, centre } = await aSampleCentre()
  const [first] = await readSampleAccounts(deps.config, centre.id)
  const elsewhere: [string, Partial<Config>, Asking][] = [
    ['HOST is not loopback', { host: '0.0.0.0' }, {}],
    ['HOST is an address of a network', { host: '192.168.1.10' }, {}],
    ['HOST is empty', { host: '' }, {}],
    ['there is a DATABASE_URL', { databaseUrl: 'postgres://splot_app@db/splot' }, {}],
    ['SPLOT_SAMPLE is no', { sample: false }, {}],
    ['asked from another machine', {}, { address: '192.168.1.20' }],
    ['asked from an address that begins like loopback', {}, { address: '127.evil.example' }],
    ['asked for by another host name', {}, { host: 'cus.example.pl' }],
    ['passed on by a proxy', {}, { headers: { 'x-forwarded-for': '10.0.0.1' } }],
    ['passed on by a proxy, newer header', {}, { headers: { forwarded: 'for=10.0.0.1' } }],
  ]
  for (const [why, config, asking] of elsewhere) {
    // Several centres are in this database: a host name of none of them is answered before anything else.
    const there = { ...deps, config: { ...deps.config, ...config } }
    const answer = await ask(there, centre.host, asking)
    const page = await answer.text()
    assert.ok(
      !page.includes('example.org') && !page.includes(first!.password) && !page.includes('/logowanie/przyklad'),
      why,
    )
    if (answer.status === 404) continue
    const opened = await ask(there, centre.host, { ...asking, form: { konto: first!.email } })
    assert.equal(opened.headers.get('location'), '/logowanie', why)
    assert.equal(opened.headers.get('set-cookie'), null, why)
  }
})

test('a request without a socket is from nowhere', async () => {
  const { deps, centre } = await aSampleCentre()
  const request = new Request(`http://${centre.host}/logowanie`, { headers: { host: centre.host } })
  assert.doesNotMatch(await (await accountsSite(deps).fetch(request)).text(), /Wejdź jako/)
})

test('a centre that is no sample offers none, even where accounts were made', async () => {
  const { deps, centre } = await aSampleCentre(false)
  const page = await (await ask(deps, centre.host)).text()
  assert.doesNotMatch(page, /Wejdź jako|example\.org/)
})

test('the file with the secrets is for this user only, and repeating makes nothing twice', async () => {
  const { deps, centre } = await aSampleCentre()
  const { mode } = await stat(join(dataFolder, 'sample-accounts.json'))
  assert.equal(mode & 0o777, 0o600)
  const before = await readSampleAccounts(deps.config, centre.id)
  assert.ok(await hasSampleAccounts(deps, centre.id))
  await createSampleAccounts(deps, centre.id)
  assert.deepEqual(await readSampleAccounts(deps.config, centre.id), before)
  const { n } = await centre.work((tx) =>
    tx.db
      .selectFrom('account')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('tenant_id', '=', tx.tenantId)
      .executeTakeFirstOrThrow(),
  )
  assert.equal(n, before.length)
})

test('who lost the file gets in again with a new one', async () => {
  const { deps, centre } = await aSampleCentre()
  await rm(join(dataFolder, 'sample-accounts.json'))
  assert.equal(await hasSampleAccounts(deps, centre.id), false)
  await createSampleAccounts(deps, centre.id)
  const [first] = await readSampleAccounts(deps.config, centre.id)
  assert.equal((await ask(deps, centre.host, { form: { konto: first!.email } })).headers.get('location'), '/praca')
})

test('a host name that only looks like this machine is another', async () => {
  const { config } = await testDeps({ config: sampleConfig })
  const offered = (hostname: string) =>
    mayOfferSamples(config, { sample: true }, { remoteAddress: '::1', hostname, forwarded: false })
  for (const hostname of ['localhost', 'torun.localhost', '127.0.0.1', '[::1]']) assert.ok(offered(hostname), hostname)
  for (const hostname of ['localhost.example.pl', 'notlocalhost', '127.0.0.1.example.pl', 'cus.example.pl', '']) {
    assert.ok(!offered(hostname), hostname)
  }
})
