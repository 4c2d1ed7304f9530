import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Visitor } from '#test/support.ts'
import { day } from '#test/case-forms.ts'
import {
  anAssignedApplication,
  aDraftPlan,
  aPlanTown,
  needIdsIn,
  planRow,
  recognise,
  someAgreement,
  someLine,
  somePeriod,
  type PlanTown,
} from '#test/plan-builders.ts'
import { newFormKey } from '#platform/form-keys.ts'

type Fields = Record<string, string | string[]>
interface Move {
  who: 'coordinator' | 'director' | 'organiser'
  path: string
  fields: Fields
}

const step = (name: string): Move => ({
  who: 'coordinator',
  path: '/kroki',
  fields: { step: name, [`reason-${name}`]: 'Powód' },
})
const write = (path: string, fields: Fields): Move => ({ who: 'coordinator', path, fields })
const decision = (who: Move['who'], decided: string): Move => ({
  who,
  path: '/decyzja',
  fields: { decision: decided, reasons: 'Powód' },
})

/** What people could send, wisely or not; buttons that aren't there are pressed all the same. */
const moves: Move[] = [
  write('/ustalenia', somePeriod),
  write('/uslugi', someLine),
  write('/cele', { goal: 'Cel', goalNeed: '' }),
  write('/zgoda', someAgreement),
  ...['submit', 'take-back', 'start', 'suspend', 'resume', 'abandon', 'revise'].map(step),
  decision('director', 'approved'),
  decision('director', 'returned'),
  decision('organiser', 'approved'),
  write('/sprawdzenia', { ...day('happenedOn', '2026-12-01'), form: 'visit', course: 'Dobrze' }),
  write('/zakonczenie', { reason: 'need-gone', ...day('endedOn', '2026-12-01') }),
  write('/rozmowa', { kind: 'not-held', why: 'refused', note: 'Dwa telefony' }),
  write('/rezultaty', { narrative: 'Opis', recommendations: '' }),
]

const anything = fc.array(fc.constantFrom(...moves), { maxLength: 8 })
const one = (name: string): Move => moves.find((move) => move.path === name || move.fields['step'] === name)!
const approve = moves.find((move) => move.fields['decision'] === 'approved')!
/** The usual way, so that sequences get far: written, agreed, submitted, approved. */
const usual = [one('/ustalenia'), one('/uslugi'), one('/zgoda'), one('submit'), approve]
const back = [...usual.slice(0, 4), moves.find((move) => move.fields['decision'] === 'returned')!]
const start = [...usual, one('start')]
const again = [one('revise'), one('/zgoda'), one('submit'), approve, one('start')]
const end = [one('/zakonczenie'), one('/rozmowa'), one('/rezultaty')]
const ways = [usual, back, start, [...start, one('suspend')], [...start, ...again], [...start, ...end], []]
/** Each way with noise before, between and after; then another way. */
const sequences = ways.flatMap((way, at) =>
  fc
    .sample(fc.tuple(anything, anything, fc.constantFrom(...ways), anything), { numRuns: 2, seed: 5 + at })
    .map(([before, between, other, after], run) => [...(run ? before : []), ...way, ...between, ...other, ...after]),
)

test('whatever people press in whatever order, no plan breaks a rule and nothing fails', async () => {
  const town = await aPlanTown()
  const seen = new Set<string>()
  for (const moves of sequences) {
    town.at('2026-11-23T09:00:00Z')
    const applicationId = await anAssignedApplication(town)
    await recognise(town, applicationId)
    let id = await aDraftPlan(town, applicationId)
    town.at('2026-12-01T09:00:00Z')
    for (const move of moves) {
      const answer = await send(town, id, move)
      assert.ok([303, 409, 422].includes(answer.status), `${move.path}: ${answer.status} ${answer.text.slice(0, 300)}`)
      if (answer.status === 303 && move.fields['step'] === 'revise') id = answer.location.split('/').at(-1)!
      for (const state of await checkPlans(town)) seen.add(state)
    }
  }
  for (const state of ['returned', 'approved', 'active', 'suspended', 'replaced', 'described', 'abandoned']) {
    assert.ok(seen.has(state), `the sequences reached ${state}: ${[...seen].join(', ')}`)
  }
})

async function send(town: PlanTown, id: string, { who, path, fields }: Move) {
  const browser: Visitor = town[who]
  const at = `/praca/plany/${id}`
  const page = await browser.get(at)
  const version = await versionOf(town, id, path)
  const needId = needIdsIn(page.text)[0] ?? ''
  const goals =
    path === '/rezultaty' ? (await browser.get(at + path)).text.matchAll(/name="(goal-[0-9a-f-]{36})"/g) : []
  for (const [, name] of goals) fields = { ...fields, [name!]: 'partly' }
  return browser.post(`${at}${path}`, { _key: newFormKey(), version, needId, ...fields })
}

async function versionOf(town: PlanTown, id: string, path: string): Promise<string> {
  const row = await planRow(town, id)
  return String(path === '/ustalenia' ? row.head_version : row.version)
}

const approved = ['approved', 'active', 'suspended', 'ended', 'interviewed', 'described', 'replaced']

/** The rules that hold for every plan at every moment; gives the states that plans are in. */
async function checkPlans(town: PlanTown): Promise<string[]> {
  const { plans, steps, snapshots } = await town.inTenant(async (tx) => ({
    plans: await tx.db.selectFrom('plan').selectAll().where('tenant_id', '=', tx.tenantId).execute(),
    steps: await tx.db
      .selectFrom('case_step')
      .selectAll()
      .where('tenant_id', '=', tx.tenantId)
      .where('subject_kind', '=', 'plan')
      .orderBy('seq')
      .execute(),
    snapshots: await tx.db.selectFrom('plan_snapshot').select('plan_id').where('tenant_id', '=', tx.tenantId).execute(),
  }))
  const whole = new Set(snapshots.map((one) => one.plan_id))
  for (const plan of plans) {
    const isApproved = approved.includes(plan.state)
    assert.equal(plan.approved_by !== null, isApproved, `${plan.state} and its approver`)
    assert.equal(whole.has(plan.id), isApproved, `${plan.state} and its kept text`)
    if (plan.approved_by) assert.ok(!plan.author_ids.includes(plan.approved_by), 'the approver is no author')
    if (!['draft', 'returned', 'abandoned'].includes(plan.state))
      assert.ok(plan.agreement_id, `${plan.state} is agreed`)
    const history = steps.filter((one) => one.subject_id === plan.id)
    assert.equal(history.at(-1)?.to_state, plan.state, 'the history ends where the plan is')
    assert.ok(plan.version >= history.length, 'every step outdates what others have on their screens')
    history
      .slice(1)
      .forEach((one, at) => assert.equal(one.from_state, history[at]!.to_state, 'the history has no leap'))
  }
  const running = plans.filter((plan) => ['active', 'suspended'].includes(plan.state)).map((plan) => plan.number)
  assert.equal(new Set(running).size, running.length, 'one version of a plan runs')
  return plans.map((plan) => plan.state)
}
