import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hasApprovalAuthorisation, listCoordinators } from './public.ts'
import { aWorkplace, auditOf, enter } from '#test/accounts-site.ts'
import { dayOf } from '#platform/i18n.ts'

const newPerson = {
  name: 'Jan Nowy',
  email: 'Jan.Nowy@cus.example.org',
  phone: '',
  role: 'plan-coordinator',
  way: 'hand',
}

/** What the page hands over: the password and the key. */
function handedOver(html: string): { password: string; secret: string } {
  const codes = [...html.matchAll(/<code>([^<]*)<\/code>/g)].map(([, code]) => code!)
  return { password: codes[0]!, secret: codes[1]!.replaceAll(' ', '') }
}

test('a new account signs in with what was handed over, and nobody sees it twice', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const page = await browser.submit('/praca/konta/nowe', newPerson)
  assert.equal(page.status, 200)
  assert.match(page.text, /otpauth:\/\/totp\//)
  assert.equal(page.headers.get('set-cookie'), null)
  const secrets = handedOver(page.text)
  const person = { ...secrets, id: '', name: newPerson.name, email: newPerson.email.toLowerCase() }
  assert.equal((await enter(place.visitor(), person, place.deps)).location, '/praca')
  const list = await browser.get('/praca/konta')
  assert.match(list.text, /Jan Nowy/)
  assert.ok(!list.text.includes(secrets.password))
})

test('the form of a new account sent twice makes one', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const form = await browser.get('/praca/konta/nowe')
  const key = /name="_key" value="([^"]+)"/.exec(form.text)![1]!
  assert.equal((await browser.post('/praca/konta', { ...newPerson, _key: key })).status, 200)
  const again = await browser.post('/praca/konta', { ...newPerson, _key: key })
  assert.equal(again.status, 303)
  assert.match(again.location, /^\/praca\/konta\/[0-9a-f-]{36}$/)
})

test('what is wrong in the form is said at the field, in the language of the page, and nothing is stored', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const mistakes: [Record<string, string | string[]>, RegExp][] = [
    [{ name: ' ' }, /href="#name">Введіть ім’я/],
    [{ email: 'nobody' }, /href="#email">Введіть адресу/],
    [{ role: 'king' }, /href="#role">Виберіть роль/],
    [{ role: ['director', 'king'] }, /href="#role">Виберіть роль/],
    [{ role: [] }, /href="#role">Виберіть роль/],
    [{ phone: 'abc' }, /href="#phone">/],
    [{ way: 'pigeon' }, /href="#way">Виберіть/],
  ]
  for (const [fields, expected] of mistakes) {
    const answer = await browser.submit('/uk/praca/konta/nowe', { ...newPerson, ...fields })
    assert.equal(answer.status, 422, JSON.stringify(fields))
    assert.match(answer.text, expected)
  }
  assert.doesNotMatch((await browser.get('/praca/konta')).text, /Jan Nowy/)
})

test('one address has one account in a centre, and another in another', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  assert.equal((await browser.submit('/praca/konta/nowe', newPerson)).status, 200)
  const second = await browser.submit('/praca/konta/nowe', newPerson)
  assert.equal(second.status, 422)
  assert.match(second.text, /Ten adres ma już konto/)
  const other = await (await aWorkplace()).signedIn('administrator')
  assert.equal((await other.browser.submit('/praca/konta/nowe', newPerson)).status, 200)
})

test('a role works from its first day to its last', async () => {
  const place = await aWorkplace({ now: '2026-11-23T09:00:00Z' })
  const { browser: admin } = await place.signedIn('administrator')
  const person = await place.person('provider')
  const path = `/praca/konta/${person.id}`
  const answer = await admin.post(`${path}/role`, {
    role: 'data-protection-officer',
    from: '2026-11-24',
    until: '2026-11-25',
  })
  assert.equal(answer.status, 303)
  for (const [day, status] of [
    ['23', 403],
    ['24', 200],
    ['25', 200],
    ['26', 403],
  ] as const) {
    place.deps.clock.now = Temporal.Instant.from(`2026-11-${day}T12:00:00Z`)
    const browser = place.visitor()
    await enter(browser, person, place.deps)
    assert.equal((await browser.get('/praca/audyt')).status, status, day)
  }
})

test('a role ended today is gone with the next click', async () => {
  const place = await aWorkplace()
  const { browser: admin } = await place.signedIn('administrator')
  const { browser, person } = await place.signedIn('data-protection-officer')
  assert.equal((await browser.get('/praca/audyt')).status, 200)
  assert.equal((await admin.submit(`/praca/konta/${person.id}`, {}, 'Zakończ dziś')).status, 303)
  assert.equal((await browser.get('/praca/audyt')).status, 403)
  assert.equal((await auditOf(place)).at(-1)?.event, 'role.ended')
})

test('the same role twice on one day is refused', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const person = await place.person('provider')
  const role = { role: 'provider', from: '2027-01-01', until: '' }
  const answer = await browser.post(`/praca/konta/${person.id}/role`, role)
  assert.equal(answer.status, 409)
  assert.match(answer.text, /ma już tę rolę/)
  const backwards = await browser.post(`/praca/konta/${person.id}/role`, { ...role, until: '2026-12-31' })
  assert.equal(backwards.status, 422)
  assert.match(backwards.text, /href="#until">Koniec wypada przed początkiem/)
})

test('an administrator cannot change their own rights', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('administrator')
  const path = `/praca/konta/${person.id}`
  const page = await browser.get(path)
  assert.match(page.text, /Własnego konta nie możesz zmieniać/)
  assert.doesNotMatch(page.text.slice(page.text.indexOf('<main')), /<form/)
  const tries: [string, Record<string, string>][] = [
    ['role', { role: 'director', from: '2026-11-23', until: '' }],
    ['upowaznienia', { 'approval-from': '2026-11-23', 'approval-until': '' }],
    ['stan', { version: '1', state: 'disabled' }],
    ['dane-logowania', { version: '1' }],
  ]
  for (const [what, fields] of tries) assert.equal((await browser.post(`${path}/${what}`, fields)).status, 409, what)
})

test('two administrators at once: the second is told, and nothing is overwritten', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const person = await place.person('provider')
  const path = `/praca/konta/${person.id}/stan`
  assert.equal((await browser.post(path, { version: '1', state: 'disabled' })).status, 303)
  const second = await browser.post(path, { version: '1', state: 'disabled' })
  assert.equal(second.status, 409)
  assert.match(second.text, /Ktoś zmienił to konto/)
})

test('new sign-in details end the old ones and the sessions opened with them', async () => {
  const place = await aWorkplace()
  const { browser: admin } = await place.signedIn('administrator')
  const { browser, person } = await place.signedIn('provider')
  const page = await admin.submit(`/praca/konta/${person.id}`, {}, 'Nadaj nowe hasło')
  assert.equal(page.status, 200)
  assert.equal((await browser.get('/praca')).status, 303)
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422)
  assert.equal((await enter(place.visitor(), { ...person, ...handedOver(page.text) }, place.deps)).status, 303)
})

test('an authorisation to approve holds on its days only', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const organiser = await place.person('service-organiser')
  const days = { 'approval-from': '2026-12-01', 'approval-until': '2026-12-31' }
  assert.equal((await browser.post(`/praca/konta/${organiser.id}/upowaznienia`, days)).status, 303)
  assert.equal((await browser.post(`/praca/konta/${organiser.id}/upowaznienia`, days)).status, 409)
  const mayOn = (day: string) =>
    place.centre.work((tx) => hasApprovalAuthorisation(tx, organiser.id, Temporal.PlainDate.from(day)))
  assert.deepEqual(
    [await mayOn('2026-11-30'), await mayOn('2026-12-01'), await mayOn('2026-12-31'), await mayOn('2027-01-01')],
    [false, true, true, false],
  )
  assert.equal((await browser.submit(`/praca/konta/${organiser.id}`, {}, 'upowaznienia/')).status, 303)
  assert.equal(await mayOn('2026-12-01'), false, 'withdrawn before it began')
})

test('coordinators are listed by name, the disabled and the former left out', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const [, gone] = [
    await place.person('plan-coordinator', 'Beata Druga'),
    await place.person('plan-coordinator', 'Cezary Były'),
  ]
  await place.person('plan-coordinator', 'Adam Pierwszy')
  await place.person('director')
  await browser.submit(`/praca/konta/${gone.id}`, {}, 'Wyłącz konto')
  const names = await place.centre.work((tx) => listCoordinators(tx, dayOf(tx.now)))
  assert.deepEqual(
    names.map(({ name }) => name),
    ['Adam Pierwszy', 'Beata Druga'],
  )
})

test('a change that doesn’t say what it saw is no form of ours', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const { id } = await place.person('director')
  for (const step of ['stan', 'zaproszenie', 'dane-logowania'])
    assert.equal((await browser.post(`/praca/konta/${id}/${step}`, { version: 'x' })).status, 400, step)
})

test('an id of nobody, or of another centre, is not found', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const other = await (await aWorkplace()).person('director')
  for (const id of [other.id, crypto.randomUUID(), 'nonsense']) {
    assert.equal((await browser.get(`/praca/konta/${id}`)).status, 404)
    assert.equal((await browser.post(`/praca/konta/${id}/role`, { role: 'director', from: '2026-11-23' })).status, 404)
  }
})
