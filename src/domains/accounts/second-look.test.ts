import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, aWorkplace } from '#test/accounts-site.ts'
import { daysState } from './account.ts'
import { appointDeputy } from './appoint-deputy.ts'
import { inviteColleague } from './link/invite-colleague.ts'

/** What forms refuse first is refused by the rules too, whoever calls them. */
const day = (written: string) => Temporal.PlainDate.from(written)
const today = day('2026-11-23')

test('days are to come, running, or over', () => {
  const state = (from: string, until: string | null) =>
    daysState({ validFrom: day(from), validUntil: until === null ? null : day(until) }, today)
  assert.equal(state('2026-11-24', null), 'future')
  assert.equal(state('2026-11-23', '2026-11-23'), 'running')
  assert.equal(state('2026-11-01', null), 'running')
  assert.equal(state('2026-11-01', '2026-11-22'), 'ended')
})

test('no deputy for days that end before they begin, and no second account of one address', async () => {
  const workplace = await aWorkplace()
  const { person: administrator } = await workplace.signedIn('administrator')
  const [director, deputy] = [await workplace.person('director'), await workplace.person('front-desk')]
  const actor = actorOf(administrator, 'administrator')
  const absence = { absentId: director.id, deputyId: deputy.id, role: 'director', reason: 'urlop' } as const
  const appoint = (validUntil: Temporal.PlainDate) =>
    workplace.centre.work((tx) => appointDeputy(tx, { ...absence, validFrom: today, validUntil }), actor)
  assert.equal(await appoint(today.subtract({ days: 1 })), 'ends-before-it-begins')
  assert.equal(await appoint(today), undefined)

  const { sealer } = workplace.deps
  const centre = { name: 'Centrum', phone: '56 000 00 00' }
  const sender = { lang: 'pl', centre, browser: '', site: 'https://cus.example.org', sealer } as const
  const again = await workplace.centre.work(
    (tx) => inviteColleague(tx, { name: 'Anna Druga', email: deputy.email, phone: '', roles: ['accountant'] }, sender),
    actor,
  )
  assert.deepEqual(again, { refused: 'e-mail-taken' })
})
