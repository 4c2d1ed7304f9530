import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { cloneDatabase } from '#test/database.ts'
import { asSuperuser } from '#test/support.ts'
import { aWorkplace, auditOf } from '#test/accounts-site.ts'
import { recordAudit } from '#platform/audit.ts'
import { verifyAudit } from './verify-audit.ts'

const own = await cloneDatabase()
after(() => own.drop())

const person = 'aaaaaaaa-0000-4000-8000-000000000001'

/** A centre with a chain of ten links, in a database that may be broken. */
async function aChain() {
  const place = await aWorkplace({ database: own })
  for (let at = 1; at <= 10; at += 1) {
    await place.centre.work(async (tx) =>
      recordAudit(tx, { event: 'plan.read', personId: person, section: 'zdrowie', purpose: 'plan', detail: { at } }),
    )
  }
  /** What nobody can do but who owns the server: the trigger put aside. */
  const tamper = (statement: string, ...more: string[]) =>
    asSuperuser(own, async (client) => {
      await client.query('set session_replication_role = replica')
      for (const one of [statement, ...more]) await client.query(one, [place.centre.id])
    })
  return { place, tamper, check: () => place.centre.work(verifyAudit) }
}

test('an untouched chain is whole, however it is stored', async () => {
  const { check } = await aChain()
  const found = await check()
  assert.ok(found.whole)
  assert.equal(found.links, 10)
  assert.match(found.fingerprint, /^[0-9a-f]{64}$/)
})

test('every kind of change of one link is found, and named', async () => {
  const changes = [
    `set actor_name = 'ktoś inny'`,
    `set person_id = null`,
    `set occurred_at = occurred_at + interval '1 second'`,
    `set detail = '{"at": 4}'`,
    `set purpose = null`,
    `set hash = sha256('x')`,
  ]
  for (const change of changes) {
    const { tamper, check } = await aChain()
    await tamper(`update audit_event ${change} where tenant_id = $1 and seq = 4`)
    assert.deepEqual(await check(), { whole: false, brokenAt: 4 }, change)
  }
})

test('a removed link is found: the first, one between, the last', async () => {
  for (const seq of [1, 5, 10]) {
    const { tamper, check } = await aChain()
    await tamper(`delete from audit_event where tenant_id = $1 and seq = ${seq}`)
    assert.deepEqual(await check(), { whole: false, brokenAt: seq })
  }
})

test('two links that changed places are found', async () => {
  const { tamper, check } = await aChain()
  await tamper(
    'update audit_event set seq = 100 where tenant_id = $1 and seq = 6',
    'update audit_event set seq = 6 where tenant_id = $1 and seq = 7',
    'update audit_event set seq = 7 where tenant_id = $1 and seq = 100',
  )
  assert.deepEqual(await check(), { whole: false, brokenAt: 6 })
})

test('the program itself can neither change nor remove a link', async () => {
  const { place } = await aChain()
  for (const verb of ['update', 'delete'] as const) {
    const tried = place.centre.work<unknown>((tx) =>
      verb === 'update'
        ? tx.db.updateTable('audit_event').set({ purpose: 'x' }).where('tenant_id', '=', tx.tenantId).execute()
        : tx.db.deleteFrom('audit_event').where('tenant_id', '=', tx.tenantId).execute(),
    )
    await assert.rejects(tried, /permission denied/)
  }
})

test('the data protection officer sees the chain whole, and broken where it is broken', async () => {
  const { place, tamper } = await aChain()
  const { browser } = await place.signedIn('data-protection-officer')
  assert.match((await browser.get('/praca/audyt/lancuch')).text, /Łańcuch jest cały/)
  await tamper(`update audit_event set purpose = 'x' where tenant_id = $1 and seq = 3`)
  assert.match((await browser.get('/praca/audyt/lancuch')).text, /Łańcuch jest przerwany przy ogniwie 3/)
})

test('the audit is filtered by person, event, actor and day', async () => {
  const { place } = await aChain()
  const { browser, person: officer } = await place.signedIn('data-protection-officer', 'Irena Próbna')
  const found = async (query: string) => />(\d+) zdarze/.exec((await browser.get(`/praca/audyt?${query}`)).text)?.[1]
  assert.equal(await found(`osoba=${person}`), '10')
  assert.equal(await found('zdarzenie=session.opened'), '1')
  assert.equal(await found(`kto=${officer.id}&zdarzenie=session.opened`), '1')
  assert.equal(await found('zdarzenie=plan.read&dzien=2026-11-23'), '10')
  assert.equal(await found('zdarzenie=plan.read&dzien=2026-11-24'), '0')
  const wrong = await browser.get('/praca/audyt?osoba=Jan')
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /href="#osoba">Wpisz pełny numer/)
})

test('reading the audit, of all and of one person, is in the audit', async () => {
  const { place } = await aChain()
  const { browser } = await place.signedIn('data-protection-officer', 'Irena Próbna')
  const page = await browser.get(`/praca/audyt/sprawa/${person}`)
  assert.equal(page.status, 200)
  assert.match(page.text, /10 zdarzeń/)
  const last = (await auditOf(place)).at(-1)
  assert.deepEqual([last?.event, last?.actor_name, last?.person_id], ['audit.read', 'Irena Próbna', person])
  await browser.get('/praca/audyt')
  assert.equal((await auditOf(place)).at(-1)?.event, 'audit.read')
})

test('of whom nothing is known, no page is shown and no look is noted', async () => {
  const { place } = await aChain()
  const { browser } = await place.signedIn('data-protection-officer')
  const before = (await auditOf(place)).length
  assert.equal((await browser.get(`/praca/audyt/sprawa/${crypto.randomUUID()}`)).status, 404)
  assert.equal((await auditOf(place)).length, before)
})

test('the pages of a long audit show each event once', async () => {
  const { place } = await aChain()
  await place.centre.work(async (tx) => {
    for (let at = 0; at < 120; at += 1) recordAudit(tx, { event: 'gap.read' })
  })
  const { browser } = await place.signedIn('data-protection-officer')
  const seen: string[] = []
  for (const number of [1, 2, 3]) {
    const page = await browser.get(`/praca/audyt?zdarzenie=gap.read&strona=${number}`)
    seen.push(...[...page.text.matchAll(/govuk-table__cell--numeric"[^>]*>(\d+)</g)].map(([, seq]) => seq!))
  }
  assert.equal(seen.length, 120)
  assert.equal(new Set(seen).size, 120)
  assert.equal((await browser.get('/praca/audyt?strona=-7')).status, 200)
  assert.equal((await browser.get('/praca/audyt?strona=99999999999999999999')).status, 200)
})

test('a chain whose end was written over is broken there', async () => {
  const { tamper, check } = await aChain()
  await tamper(`update audit_chain set hash = sha256('x') where tenant_id = $1`)
  assert.deepEqual(await check(), { whole: false, brokenAt: 10 })
})
