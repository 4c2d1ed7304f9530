import assert from 'node:assert/strict'
import { test } from 'node:test'
import { actorOf, aWorkplace, auditOf } from '#test/accounts-site.ts'
import { appointDeputy, endDeputy } from './appoint-deputy.ts'
import * as change from './change-account.ts'
import { listDeputies } from './deputy-queries.ts'
import { listAuthorisations, listRoles } from './role-queries.ts'

/** Whatever changes what a person may do stands in the audit, with whom it was about and who did it. */
const workplace = await aWorkplace()
const { centre, deps } = workplace
const { person: administrator } = await workplace.signedIn('administrator')
const director = await workplace.person('director')
const other = await workplace.person('front-desk', 'Anna Próbna')
const actor = actorOf(administrator, 'administrator')

const today = Temporal.PlainDate.from('2026-11-23')
const days = { validFrom: today, validUntil: today.add({ months: 1 }) }
const account = { id: other.id, version: 1 }

const acts: Record<string, () => Promise<unknown>> = {
  'role.granted': () => centre.work((tx) => change.grantRole(tx, other.id, { role: 'accountant', ...days }), actor),
  'role.ended': () =>
    centre.work(async (tx) => {
      const role = (await listRoles(tx, other.id)).find((held) => held.role === 'accountant')
      return change.endRole(tx, other.id, role!.id)
    }, actor),
  'authorisation.granted': () => centre.work((tx) => change.authoriseApproval(tx, other.id, days), actor),
  'authorisation.ended': () =>
    centre.work(async (tx) => {
      const [held] = await listAuthorisations(tx, other.id)
      return change.endAuthorisation(tx, other.id, held!.id)
    }, actor),
  'deputy.appointed': () =>
    centre.work(
      (tx) =>
        appointDeputy(tx, { absentId: director.id, deputyId: other.id, role: 'director', ...days, reason: 'urlop' }),
      actor,
    ),
  'deputy.ended': () =>
    centre.work(async (tx) => {
      const [deputy] = await listDeputies(tx)
      return endDeputy(tx, deputy!.id)
    }, actor),
  'account.disabled': () => centre.work((tx) => change.setAccountState(tx, account, 'disabled'), actor),
  'account.enabled': () => centre.work((tx) => change.setAccountState(tx, { ...account, version: 2 }, 'active'), actor),
  'account.secrets-renewed': () =>
    centre.work((tx) => change.renewSecrets(tx, deps.sealer, { ...account, version: 3 }), actor),
}

for (const [event, act] of Object.entries(acts)) {
  test(`${event} is told by the audit, once, with its author`, async () => {
    const before = (await auditOf(workplace)).filter((line) => line.event === event).length
    const outcome = await act()
    assert.ok(outcome === undefined || !('refused' in (outcome as object)), JSON.stringify(outcome))
    const told = (await auditOf(workplace)).filter((line) => line.event === event)
    assert.equal(told.length, before + 1)
    assert.equal(told.at(-1)!.actor_id, administrator.id)
    assert.ok(told.at(-1)!.subject_id)
  })
}

test('a new account and its first role are told by the audit, and so is a look at the chain', async () => {
  const created = (await auditOf(workplace)).filter(({ event }) => event === 'account.created')
  assert.ok(created.some(({ subject_id }) => subject_id === other.id))
  const granted = (await auditOf(workplace)).filter(({ event }) => event === 'role.granted')
  assert.ok(granted.filter(({ subject_id }) => subject_id === other.id).length >= 2)
  const officer = (await workplace.signedIn('data-protection-officer')).browser
  assert.equal((await officer.get('/praca/audyt/lancuch')).status, 200)
  assert.ok((await auditOf(workplace)).some(({ event }) => event === 'audit.verified'))
})
