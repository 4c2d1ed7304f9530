import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aWorkplace, auditOf, enter, type Person, type Workplace } from '#test/accounts-site.ts'
import { listDeputies } from './deputy-queries.ts'

const leave = (absent: Person, deputy: Person, role = 'director') => ({
  absent: absent.id,
  deputy: deputy.id,
  role,
  from: '2026-12-01',
  until: '2026-12-14',
  reason: 'urlop',
})

/** Signs in anew at this instant and tells whether the page of the director opens. */
async function opens(place: Workplace, person: Person, instant: string): Promise<number> {
  place.deps.clock.now = Temporal.Instant.from(instant)
  const browser = place.visitor()
  await enter(browser, person, place.deps)
  return (await browser.get('/praca/zastepstwa')).status
}

test('a deputy holds the role from the first day to the last by the clock of Poland, marked as a deputy', async () => {
  const place = await aWorkplace()
  const { browser, person: director } = await place.signedIn('director')
  const deputy = await place.person('service-organiser', 'Marek Zastępca')
  assert.equal((await browser.submit('/praca/zastepstwa', leave(director, deputy))).status, 303)
  assert.match((await browser.get('/praca/zastepstwa')).text, /Marek Zastępca/)
  assert.equal(await opens(place, deputy, '2026-11-30T22:58:00Z'), 403)
  assert.equal(await opens(place, deputy, '2026-11-30T23:00:00Z'), 200)
  assert.equal(await opens(place, deputy, '2026-12-14T22:58:00Z'), 200)
  const event = (await auditOf(place)).findLast(({ event: name }) => name === 'session.opened')
  assert.equal(event?.actor_role, 'service-organiser, director (deputy)')
  assert.equal(await opens(place, deputy, '2026-12-14T23:00:00Z'), 403)
})

test('a form sent twice appoints once', async () => {
  const place = await aWorkplace()
  const { browser } = await place.signedIn('administrator')
  const [director, deputy] = [await place.person('director'), await place.person('front-desk')]
  const page = await browser.get('/praca/zastepstwa')
  for (let sent = 0; sent < 2; sent += 1)
    assert.equal((await browser.send(page, '/praca/zastepstwa', leave(director, deputy))).status, 303)
  assert.equal((await place.centre.work(listDeputies)).length, 1)
})

test('a deputy who is signed in loses the role when its days end', async () => {
  const place = await aWorkplace()
  const { browser, person: director } = await place.signedIn('director')
  const deputy = await place.person('service-organiser')
  await browser.submit('/praca/zastepstwa', leave(director, deputy))
  place.deps.clock.now = Temporal.Instant.from('2026-12-14T22:50:00Z')
  const standing = place.visitor()
  await enter(standing, deputy, place.deps)
  assert.equal((await standing.get('/praca/zastepstwa')).status, 200)
  place.deps.clock.now = place.deps.now().add({ minutes: 10 })
  assert.equal((await standing.get('/praca/zastepstwa')).status, 403)
})

test('a deputy of someone who no longer holds the role holds nothing', async () => {
  const place = await aWorkplace()
  const { browser, person: director } = await place.signedIn('director')
  const { browser: admin } = await place.signedIn('administrator')
  const deputy = await place.person('service-organiser')
  await browser.submit('/praca/zastepstwa', leave(director, deputy))
  await admin.submit(`/praca/konta/${director.id}`, {}, 'Zakończ dziś')
  const other = { role: 'accountant', from: '2026-11-23', until: '' }
  assert.equal((await admin.post(`/praca/konta/${director.id}/role`, other)).status, 303)
  assert.equal(await opens(place, deputy, '2026-12-02T10:00:00Z'), 403)
})

test('an ended deputyship gives nothing any more', async () => {
  const place = await aWorkplace()
  const { browser, person: director } = await place.signedIn('director')
  const deputy = await place.person('service-organiser')
  await browser.submit('/praca/zastepstwa', leave(director, deputy))
  assert.equal((await browser.submit('/praca/zastepstwa', {}, '/koniec')).status, 303)
  assert.equal((await auditOf(place)).at(-1)?.event, 'deputy.ended')
  assert.equal(await opens(place, deputy, '2026-12-02T10:00:00Z'), 403)
})

test('who cannot be a deputy: oneself for oneself, the one who appoints, for a role that is not held', async () => {
  const place = await aWorkplace()
  const { browser, person: admin } = await place.signedIn('administrator')
  const [director, deputy] = [await place.person('director'), await place.person('service-organiser')]
  const refused: [Record<string, string>, RegExp][] = [
    [leave(director, director), /href="#deputy">Nikt nie zastępuje/],
    [leave(director, admin), /href="#deputy">Siebie samego nie wyznaczysz/],
    [leave(director, deputy, 'accountant'), /href="#role">Nieobecna osoba nie ma tej roli/],
    [{ ...leave(director, deputy), until: '2026-11-30' }, /href="#until">/],
    [{ ...leave(director, deputy), reason: ' ' }, /href="#reason">Wpisz powód/],
    [{ ...leave(director, deputy), from: 'jutro' }, /href="#from">Wpisz dzień/],
    [{ ...leave(director, deputy), absent: '' }, /href="#absent">Wybierz osobę/],
    [{ ...leave(director, deputy), deputy: crypto.randomUUID() }, /href="#role">/],
  ]
  for (const [fields, sentence] of refused) {
    const answer = await browser.submit('/praca/zastepstwa', fields)
    assert.equal(answer.status, 422, JSON.stringify(fields))
    assert.match(answer.text, sentence)
  }
  assert.match((await browser.get('/praca/zastepstwa')).text, /Nie ma zastępstw/)
})
