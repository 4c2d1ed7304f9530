import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, codeOf, enter, type Person, type Workplace } from '#test/accounts-site.ts'
import { askForPassword, lettersOf, resetLinkFor } from '#test/letters.ts'
import { eventsIn } from '#test/support.ts'

const fresh = 'cztery losowe słowa razem'

const send = (place: Workplace, person: Person, path: string, more: Record<string, string> = {}, away = 0) =>
  place.visitor().post(path, {
    'new-password': fresh,
    again: fresh,
    code: codeOf(person, place.deps, away),
    ...more,
  })

const goneText = /Ten link nie działa/

test('the link and a code from the phone set a new password, end all sessions, and tell the person', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const path = await resetLinkFor(place, person)
  assert.match(path, /^\/logowanie\/haslo\/[0-9a-f]{32}$/)
  assert.equal((await browser.get(path)).status, 200)
  place.deps.clock.now = place.deps.now().add({ seconds: 60 })
  const answer = await send(place, person, path)
  assert.equal(answer.location, '/logowanie?haslo=nowe')
  assert.match((await browser.get(answer.location)).text, /Masz nowe hasło/)
  assert.equal((await browser.get('/praca')).status, 303, 'signed out everywhere')
  place.deps.clock.now = place.deps.now().add({ seconds: 30 })
  assert.equal((await enter(place.visitor(), person, place.deps)).status, 422, 'the old password is over')
  assert.equal((await enter(place.visitor(), { ...person, password: fresh }, place.deps)).location, '/praca')
  const [letter] = await lettersOf(place)
  assert.match(letter!.text, /Twoje konto ma nowe hasło/)
  assert.match(letter!.text, /To nie Ty\? Zadzwoń/)
  const events = (await auditOf(place)).map(({ event, actor_name: by }) => `${event} ${by ?? ''}`)
  assert.ok(events.includes(`password.reset ${person.name}`))
  assert.ok(events.includes('password.reset-asked '))
})

test('the answer is the same whether the address has an account or not, and so is the least time it takes', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const [gone, invited] = [await place.person('front-desk'), 'zaproszona@cus.example.org']
  await place.centre.work(async (tx) => {
    await tx.db
      .updateTable('account')
      .set({ state: 'disabled' })
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', gone.id)
      .execute()
    const row = { tenant_id: tx.tenantId, email: invited, name: 'Ewa Zaproszona', created_at: tx.now }
    await tx.db.insertInto('account').values(row).execute()
  })
  const answers = []
  for (const email of [person.email, 'nobody@cus.example.org', gone.email, invited]) {
    const started = performance.now()
    const answer = await askForPassword(place.visitor(), email)
    assert.ok(performance.now() - started >= 245, 'not sooner')
    const headers = [...answer.headers].filter(([name]) => name !== 'x-request-id')
    answers.push(JSON.stringify([answer.status, answer.text, headers]))
  }
  assert.equal(new Set(answers).size, 1)
  assert.deepEqual(
    (await lettersOf(place)).map(({ to }) => to),
    [person.email],
  )
})

test('a link works once, also when it is sent nine times at once', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  const answers = await Promise.all(Array.from({ length: 9 }, () => send(place, person, path)))
  assert.equal(answers.filter(({ status }) => status === 303).length, 1)
  place.deps.clock.now = place.deps.now().add({ seconds: 60 })
  const again = await send(place, person, path)
  assert.equal(again.status, 410)
  assert.match(again.text, goneText)
  assert.equal((await place.visitor().get(path)).status, 410)
})

test('a link works once, also when two codes that are both good are sent with it at once', async () => {
  const place = await aWorkplace()
  const { browser, person } = await place.signedIn('front-desk')
  const [recovery] = [
    ...(await browser.submit('/praca/moje-konto/kody', {})).text.matchAll(/<code>(\d{4} \d{4} \d{4})</g),
  ]
  const path = await resetLinkFor(place, person)
  place.deps.clock.now = place.deps.now().add({ seconds: 60 })
  const answers = await Promise.all([send(place, person, path), send(place, person, path, { code: recovery![1]! })])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((one, other) => one - other),
    [303, 410],
  )
})

test('after ten minutes a link opens nothing', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  place.deps.clock.now = place.deps.now().add({ minutes: 9, seconds: 59 })
  assert.equal((await place.visitor().get(path)).status, 200)
  place.deps.clock.now = place.deps.now().add({ seconds: 1 })
  assert.equal((await place.visitor().get(path)).status, 410)
  assert.equal((await send(place, person, path)).status, 410)
  assert.equal((await enter(place.visitor(), person, place.deps)).location, '/praca', 'the old password stays')
})

test('altered, made up, at another centre, or of another kind: the same page, and nothing changes', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  const token = path.slice(-32)
  const altered = token.slice(0, -1) + (token.endsWith('0') ? '1' : '0')
  const other = await aWorkplace()
  const tries: [Workplace, string][] = [
    [place, `/logowanie/haslo/${altered}`],
    [place, `/logowanie/haslo/${token.toUpperCase() === token ? `${token}0` : token.toUpperCase()}`],
    [place, `/logowanie/haslo/${'0'.repeat(32)}`],
    [place, '/logowanie/haslo/%00'],
    [place, `/zaproszenie/${token}`],
    [other, path],
  ]
  const pages = new Set<string>()
  for (const [where, address] of tries) {
    const seen = await where.visitor().get(address)
    assert.equal(seen.status, 410, address)
    const sent = await send(where, person, address, { setup: '' })
    assert.equal(sent.status, 410, address)
    if (where === place && address.startsWith('/logowanie')) pages.add(/<main[\s\S]*<\/main>/.exec(sent.text)![0])
  }
  assert.equal(pages.size, 1)
  assert.equal((await send(place, person, path)).status, 303, 'the real one still works')
})

test('a new link ends the one before, and so do disabling the account and new secrets', async () => {
  const place = await aWorkplace()
  const { browser: admin } = await place.signedIn('administrator')
  const person = await place.person('front-desk')
  const first = await resetLinkFor(place, person)
  const second = await resetLinkFor(place, person)
  assert.equal((await place.visitor().get(first)).status, 410)
  assert.equal((await place.visitor().get(second)).status, 200)
  await admin.submit(`/praca/konta/${person.id}`, {}, 'Wyłącz konto')
  assert.equal((await place.visitor().get(second)).status, 410)
  await admin.submit(`/praca/konta/${person.id}`, {}, 'Włącz konto')
  assert.equal((await place.visitor().get(second)).status, 410, 'nor after the account is enabled')
  const third = await resetLinkFor(place, person)
  await admin.submit(`/praca/konta/${person.id}`, {}, 'Nadaj nowe hasło')
  assert.equal((await place.visitor().get(third)).status, 410)
})

test('without a right code the link sets no password, and ten wrong ones end the trying', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  const wrong = await send(place, person, path, { code: codeOf(person, place.deps, 7) })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /href="#code">Kod się nie zgadza/)
  assert.ok(!wrong.text.includes(fresh), 'no password comes back')
  for (let tries = 1; tries < 10; tries += 1) await send(place, person, path, { code: '' })
  const last = await send(place, person, path)
  assert.equal(last.status, 429)
  const refused = (await place.centre.work(eventsIn)).filter((event) => event.startsWith('password.reset-refused'))
  assert.deepEqual(refused, [
    ...Array.from({ length: 10 }, () => 'password.reset-refused wrong-code'),
    'password.reset-refused too-many',
  ])
  assert.equal((await enter(place.visitor(), person, place.deps)).location, '/praca', 'the old password stays')
})

test('a weak password, or two that differ, come back to their field and use nothing up', async () => {
  const place = await aWorkplace()
  const person = await place.person('front-desk')
  const path = await resetLinkFor(place, person)
  const mistakes: [Record<string, string>, RegExp][] = [
    [{ 'new-password': 'krótkie', again: 'krótkie' }, /href="#new-password">Hasło jest za krótkie/],
    [{ 'new-password': 'Warszawa2026!', again: 'Warszawa2026!' }, /href="#new-password">To hasło jest zbyt popularne/],
    [{ again: 'coś innego' }, /href="#again">Hasła się różnią/],
  ]
  for (const [fields, expected] of mistakes) {
    const answer = await send(place, person, path, fields)
    assert.equal(answer.status, 422)
    assert.match(answer.text, expected)
  }
  assert.equal((await send(place, person, path)).status, 303)
})
