import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, enter } from '#test/accounts-site.ts'

const isIn = async (browser: { get(path: string): Promise<{ status: number }> }) =>
  (await browser.get('/praca')).status === 200

test('signing in again gives a new token and ends the old session', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const old = browser.cookies.get('__Host-session')!
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  await enter(browser, person, place.deps)
  assert.notEqual(browser.cookies.get('__Host-session'), old)
  assert.ok(await isIn(browser))
  const thief = place.visitor()
  thief.cookies.set('__Host-session', old)
  assert.ok(!(await isIn(thief)))
})

test('a token that somebody put into the browser beforehand is never signed in', async () => {
  const place = await aWorkplace()
  const planted = 'A'.repeat(43)
  const browser = place.visitor()
  browser.cookies.set('__Host-session', planted)
  await enter(browser, await place.person('front-desk'), place.deps)
  assert.notEqual(browser.cookies.get('__Host-session'), planted)
  const attacker = place.visitor()
  attacker.cookies.set('__Host-session', planted)
  assert.ok(!(await isIn(attacker)))
})

test('an hour without a click ends the session, a click before it prolongs it', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  for (const minutes of [59, 59, 59]) {
    place.deps.clock.now = place.deps.now().add({ minutes })
    assert.ok(await isIn(browser))
  }
  place.deps.clock.now = place.deps.now().add({ minutes: 60 })
  assert.ok(!(await isIn(browser)))
})

test('twelve hours after signing in the session ends, however busy', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  for (let half = 1; half < 24; half += 1) {
    place.deps.clock.now = place.deps.now().add({ minutes: 30 })
    assert.ok(await isIn(browser))
  }
  place.deps.clock.now = place.deps.now().add({ minutes: 30 })
  assert.ok(!(await isIn(browser)))
})

test('signing out ends the session for every copy of its cookie', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const copy = place.visitor()
  copy.cookies.set('__Host-session', browser.cookies.get('__Host-session')!)
  const answer = await browser.post('/wylogowanie', {})
  assert.equal(answer.location, '/logowanie?wylogowano=tak')
  assert.equal(browser.cookies.has('__Host-session'), false)
  assert.ok(!(await isIn(copy)))
  assert.equal((await auditOf(place)).at(-1)?.event, 'session.closed')
})

test('a session of one centre is nobody in another', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const other = await aWorkplace()
  const stranger = other.visitor()
  stranger.cookies.set('__Host-session', browser.cookies.get('__Host-session')!)
  assert.ok(!(await isIn(stranger)))
})

test('a disabled account is out at once and comes back only when enabled and signed in anew', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const { browser: admin } = await place.signedIn('administrator')
  const path = `/praca/konta/${person.id}`
  assert.equal((await admin.submit(path, {}, 'Wyłącz konto')).status, 303)
  assert.ok(!(await isIn(browser)))
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  assert.equal((await admin.submit(path, {}, 'Włącz konto')).status, 303)
  assert.ok(!(await isIn(browser)))
  assert.equal((await enter(browser, person, place.deps)).status, 303)
  const events = new Set((await auditOf(place)).map(({ event }) => event))
  assert.ok(events.has('account.disabled') && events.has('account.enabled'))
})

test('being seen is written at most once a minute', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const seen = () =>
    place.centre.work(async (tx) => {
      const rows = await tx.db
        .selectFrom('session')
        .select('last_seen_at')
        .where('tenant_id', '=', tx.tenantId)
        .execute()
      return rows[0]!.last_seen_at.toString()
    })
  const first = await seen()
  place.deps.clock.now = place.deps.now().add({ seconds: 59 })
  await browser.get('/praca')
  assert.equal(await seen(), first)
  place.deps.clock.now = place.deps.now().add({ seconds: 1 })
  await browser.get('/praca')
  assert.equal(await seen(), place.deps.now().toString())
})

test('an account disabled behind the pages is nobody, though its session is still there', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  await place.centre.work((tx) =>
    tx.db.updateTable('account').set({ state: 'disabled' }).where('tenant_id', '=', tx.tenantId).execute(),
  )
  assert.ok(!(await isIn(browser)))
})
