import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, codeOf, enter } from '#test/accounts-site.ts'
import { verifyAudit } from './verify-audit.ts'

test('e-mail, password and code together lead to the workplace', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk', 'Dorota Próbna')
  const browser = place.visitor()
  const answer = await enter(browser, person, place.deps)
  assert.equal(answer.status, 303)
  assert.equal(answer.location, '/praca')
  const desk = await browser.get('/praca')
  assert.equal(desk.status, 200)
  assert.match(desk.text, /Dzień dobry, Dorota Próbna/)
  const events = (await auditOf(place)).map(({ event, actor_name: by }) => `${event} ${by}`)
  assert.equal(events.at(-1), 'session.opened Dorota Próbna')
})

test('the cookies are bound to the host, out of reach of scripts and of other sites', async () => {
  const place = await aWorkplace()
  const answer = await enter(place.visitor(), await place.person('front-desk'), place.deps)
  const cookies = answer.headers.getSetCookie()
  assert.equal(cookies.length, 2)
  for (const cookie of cookies) {
    assert.match(cookie, /^__Host-(?:session|device)=[\w.-]{43,}; /)
    for (const attribute of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/'])
      assert.ok(cookie.includes(attribute), cookie)
    assert.doesNotMatch(cookie, /Domain=/)
  }
})

test('the address is the same in capitals and with a space before it', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const answer = await enter(place.visitor(), person, place.deps, { email: ` ${person.email.toUpperCase()}` })
  assert.equal(answer.location, '/praca')
})

test('every wrong combination gets the very same page', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const gone = await place.person('front-desk')
  await place.centre.work((tx) =>
    tx.db
      .updateTable('account')
      .set({ state: 'disabled' })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', gone.id)
      .execute(),
  )
  const wrong = [
    { password: 'not the password' },
    { code: codeOf(person, place.deps, 5) },
    { password: '', code: '' },
    { email: 'nobody@cus.example.org' },
    { email: gone.email, password: gone.password, code: codeOf(gone, place.deps) },
  ]
  const answers = []
  for (const fields of wrong) answers.push(await enter(place.visitor(), person, place.deps, fields))
  const pages = answers.map(({ status, text }) => `${status} ${text.replace(/ value="[^"]*@[^"]*"/, '')}`)
  assert.equal(new Set(pages).size, 1)
  assert.match(pages[0]!, /^422 .*E-mail, hasło albo kod się nie zgadza/s)
  for (const { text } of answers) assert.ok(!text.includes('not the password'), 'the password is not sent back')
  const refused = (await auditOf(place)).filter(({ event }) => event === 'session.refused')
  assert.equal(refused.length, wrong.length)
  assert.equal((await enter(place.visitor(), person, place.deps)).location, '/praca')
})

test('a code opens once, also when it is sent ten times at once', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const answers = await Promise.all(Array.from({ length: 9 }, () => enter(place.visitor(), person, place.deps)))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 303)
})

test('an older code does not open after a newer one', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const next = { code: codeOf(person, place.deps, 1) }
  assert.equal((await enter(place.visitor(), person, place.deps, next)).status, 303)
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
})

test('a wrong password does not use up the code', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  assert.equal((await enter(place.visitor(), person, place.deps, { password: 'not the password' })).status, 422)
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 303)
})

test('after ten wrong passwords in a quarter of an hour unknown browsers wait, the known one enters', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const attacks = Array.from({ length: 14 }, () =>
    enter(place.visitor(), person, place.deps, { password: 'guess guess guess' }),
  )
  const statuses = (await Promise.all(attacks)).map(({ status }) => status)
  assert.equal(statuses.filter((status) => status === 422).length, 10, 'ten were checked')
  assert.equal(statuses.filter((status) => status === 429).length, 4)
  place.deps.clock.now = place.deps.now().add({ seconds: 60 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 429, 'right, but from an unknown browser')
  assert.equal((await enter(browser, person, place.deps)).status, 303, 'the victim is not locked out')
  place.deps.clock.now = place.deps.now().add({ minutes: 15 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 303)
})

test('an unknown address is slowed down like a known one', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const nobody = { email: 'nobody@cus.example.org' }
  const answers = []
  for (let i = 0; i < 11; i += 1) answers.push(await enter(place.visitor(), person, place.deps, nobody))
  assert.deepEqual([answers[9]!.status, answers[10]!.status], [422, 429])
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 303, 'others are not concerned')
})

test("a browser known from one account is unknown to another's", async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('front-desk')
  const victim = await place.person('director')
  for (let i = 0; i < 10; i += 1) await enter(place.visitor(), victim, place.deps, { password: 'guess guess guess' })
  assert.equal((await enter(browser, victim, place.deps, { password: 'guess guess guess' })).status, 429)
})

test('after signing in one lands where one wanted, never on another site', async () => {
  const place = await aWorkplace()
  for (const [next, expected] of [
    ['/praca/audyt?strona=2', '/praca/audyt?strona=2'],
    ['//evil.example', '/praca'],
    ['https://evil.example/', '/praca'],
    ['/\\evil.example', '/praca'],
    ['javascript:alert(1)', '/praca'],
    ['/%2f%2fevil.example', '/praca'],
  ] as const) {
    const person = await place.person('front-desk')
    const page = await place.visitor().get(`/logowanie?dalej=${encodeURIComponent(next)}`)
    assert.equal(page.text.includes('name="dalej"'), expected !== '/praca', next)
    assert.equal((await enter(place.visitor(), person, place.deps, { dalej: next })).location, expected, next)
  }
})

test('a page of the workplace leads to signing in and back, in its language', async () => {
  const place = await aWorkplace()
  const answer = await place.visitor().get('/uk/praca/uprawnienia')
  assert.equal(answer.location, '/uk/logowanie?dalej=%2Fpraca%2Fuprawnienia')
})

test('a form from another site does not sign anyone in', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const fields = { email: person.email, password: person.password, code: codeOf(person, place.deps) }
  const answer = await place.visitor().post('/logowanie', fields, { origin: 'https://evil.example' })
  assert.equal(answer.status, 403)
})

test('no secret stands in the database in clear', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const rows = await place.centre.work(async (tx) => [
    await tx.db.selectFrom('account').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
    await tx.db.selectFrom('session').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
    await tx.db.selectFrom('attempt').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
  ])
  const text = rows
    .flat()
    .flatMap((row) => Object.values(row))
    .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') + value.toString('base64url') : String(value)))
    .join('\n')
  for (const secret of [person.password, person.secret, browser.cookies.get('__Host-session')!]) {
    assert.ok(!text.includes(secret))
  }
})

test('a flood of sign-ins leaves a bounded number of lines in the journal, and the chain whole', async () => {
  const place = await aWorkplace()
  const { person } = await place.signedIn('front-desk')
  const refusals = async () =>
    (await auditOf(place))
      .filter(({ event }) => event === 'session.refused')
      .map(({ detail }) => JSON.parse(detail).reason)
  for (let i = 0; i < 30; i += 1) await enter(place.visitor(), person, place.deps, { password: 'guess guess guess' })
  assert.deepEqual(await refusals(), [...Array.from({ length: 10 }, () => 'wrong'), 'too-many'])
  assert.equal((await place.centre.work(verifyAudit)).whole, true)
})
