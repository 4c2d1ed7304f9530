import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { caseworkEventWords } from '../audit-text.ts'

import { day, fillIn } from '#test/case-forms.ts'
import {
  aDraftPlan,
  agree,
  anAssignedApplication,
  aPlanTown,
  decide,
  needIdsIn,
  press,
  recognise,
  someLine,
  somePeriod,
  submit,
} from '#test/plan-builders.ts'
const run = promisify(execFile)

test('an application becomes an ended plan, with a gap, a document and an audit of it all', async () => {
  const town = await aPlanTown()
  const { coordinator, director, organiser } = town
  const applicationId = await anAssignedApplication(town)
  await recognise(town, applicationId)

  const id = await aDraftPlan(town, applicationId)
  const at = `/praca/plany/${id}`
  const draft = await coordinator.get(at)
  assert.match(draft.text, /Plan IPUS\/1\/2026/)
  assert.match(draft.text, /został[yo]? \d+ dni/, 'the clock is in the head')
  assert.match(draft.text, /Na tę potrzebę nic nie odpowiada/)
  await fillIn(coordinator, { page: `${at}/ustalenia`, action: `${at}/ustalenia` }, somePeriod)

  // A service of the directory is found by everyday words, without leaving the form.
  const [first = '', second = ''] = needIdsIn(draft.text)
  const words = { needId: first, q: 'nie mam siły opiekować się mamą', do: 'search', amount: '4' }
  const found = await fillIn(coordinator, { page: `${at}/uslugi/nowa`, action: `${at}/uslugi` }, words)
  assert.equal(found.status, 200)
  assert.match(found.text, /wytchnieniow/i)
  assert.match(found.text, /name="amount"[^>]*value="4"/, 'what was typed is kept')
  const service = /name="service" type="radio" value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ?? ''
  const line = { ...someLine, needId: first, service, external: '', regime: 'ministry-programme' }
  const saved = await fillIn(coordinator, { page: `${at}/uslugi/nowa`, action: `${at}/uslugi` }, line)
  assert.equal(saved.status, 303)

  // The need without a service becomes a gap by one press.
  const gap = await fillIn(coordinator, { page: at, action: `${at}/potrzeby/${second}/luka` })
  assert.equal(gap.status, 303)
  const withGap = await coordinator.get(at)
  assert.match(withGap.text, /Luka zgłoszona/)
  assert.doesNotMatch(withGap.text, /Na tę potrzebę nic nie odpowiada/)
  assert.match((await organiser.get('/praca/luki')).text, /Towarzystwo dla mamy/)

  await agree(town, id)
  await submit(town, id)
  assert.match((await director.get('/praca/plany?stan=submitted')).text, /Sabina Wierzbowa/)
  assert.equal((await decide(director, id, { decision: 'approved', reasons: '' })).status, 303)

  const pdf = await director.get(`${at}/dokument.pdf`)
  assert.equal(pdf.status, 200)
  assert.equal(pdf.headers.get('content-type'), 'application/pdf')
  const text = await pdfText(pdf.bytes)
  for (const said of [
    'IPUS/1/2026',
    'Sabina Wierzbowa',
    '1,5 godziny',
    'Hanna Dyrektorska',
    'Raz w tygodniu mam wolne',
  ]) {
    assert.ok(text.includes(said), `${said} in\n${text}`)
  }

  town.at('2026-12-01T09:00:00Z')
  assert.equal((await press(coordinator, id, 'start')).status, 303)
  const firstLine =
    /name="(line-[0-9a-f-]{36})"/.exec((await coordinator.get(`${at}/sprawdzenia/nowe`)).text)?.[1] ?? ''
  const monitored = await fillIn(
    coordinator,
    { page: `${at}/sprawdzenia/nowe`, action: `${at}/sprawdzenia` },
    {
      ...day('happenedOn', '2026-12-01'),
      form: 'phone',
      [firstLine]: 'as-planned',
      course: 'Opiekunka przychodzi punktualnie.',
      ...day('nextOn', '2027-03-01'),
    },
  )
  assert.equal(monitored.status, 303)
  assert.match((await coordinator.get(at)).text, /zgodnie z planem/)
  town.at('2027-11-30T09:00:00Z')
  const ended = await fillIn(
    coordinator,
    { page: `${at}/zakonczenie`, action: `${at}/zakonczenie` },
    { reason: 'period-elapsed', ...day('endedOn', '2027-11-30') },
  )
  assert.equal(ended.status, 303)
  const interview = {
    kind: 'held',
    ...day('heldOn', '2027-11-30'),
    participants: 'Sabina',
    residentOpinion: 'Odpoczęłam.',
    furtherNeeds: '',
  }
  assert.equal((await fillIn(coordinator, { page: `${at}/rozmowa`, action: `${at}/rozmowa` }, interview)).status, 303)
  const results = await coordinator.get(`${at}/rezultaty`)
  const goal = /name="(goal-[0-9a-f-]{36})"/.exec(results.text)?.[1] ?? ''
  const described = await fillIn(
    coordinator,
    { page: `${at}/rezultaty`, action: `${at}/rezultaty` },
    { [goal]: 'attained', narrative: 'Plan pomógł.', recommendations: '' },
  )
  assert.equal(described.status, 303)
  const closed = await coordinator.get(at)
  assert.match(closed.text, /zamknięty/)
  assert.match(closed.text, /Odpoczęłam/)
  assert.ok(!closed.text.includes('<form action="/praca'), 'nothing is left to press')

  const events = await town.inTenant((tx) =>
    tx.db
      .selectFrom('audit_event')
      .select(['event', 'person_id'])
      .where('tenant_id', '=', tx.tenantId)
      .orderBy('seq')
      .execute(),
  )
  const names = new Set(events.map((one) => one.event))
  for (const event of [
    'application.recognised',
    'application.plan-offered',
    'plan.created',
    'plan.read',
    'gap.registered',
    'plan.agreed',
    'plan.submitted',
    'plan.approved',
    'plan-document.read',
    'plan.started',
    'plan.monitored',
    'plan.ended',
    'plan.interviewed',
    'plan.described',
    'application.closed',
  ]) {
    assert.ok(names.has(event), `${event} was audited: ${[...names].join(', ')}`)
  }
  for (const name of names) assert.ok(caseworkEventWords('uk', name), `${name} has words for those who read the audit`)
  assert.ok(
    events.every((one) => one.person_id !== null || !one.event.startsWith('plan.')),
    'each says whose plan',
  )
})

async function pdfText(bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'splot-pdf-'))
  try {
    const file = join(folder, 'plan.pdf')
    await writeFile(file, bytes)
    const { stdout: facts } = await run('pdfinfo', [file])
    assert.match(facts, /Title:\s+Indywidualny plan/)
    assert.match(facts, /Tagged:\s+yes/)
    return (await run('pdftotext', ['-layout', file, '-'])).stdout.replaceAll(/[\s ]+/g, ' ')
  } finally {
    await rm(folder, { recursive: true })
  }
}
