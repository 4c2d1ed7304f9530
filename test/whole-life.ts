import assert from 'node:assert/strict'
import { writeMail } from '#platform/mail.ts'
import * as life from './accessibility/life-of-plan.ts'
import { aReport } from './casework-builders.ts'
import { testDatabase } from './database.ts'
import { aPlanThatIs, type PlanTown } from './plan-builders.ts'
import { contentHash, markedEmail } from './planted-marks.ts'
import { asSuperuser } from './support.ts'

/** A person with a row in every table that the register reaches, from the report to the described plan. */
export async function aWholeLife(town: PlanTown): Promise<string> {
  const plan = await aPlanThatIs(town, 'active')
  const { coordinator } = town
  const at = `/praca/plany/${plan}`
  const person = await town.inTenant((tx) =>
    tx.db
      .selectFrom('plan')
      .select(['person_id as id', 'application_id as applicationId', 'reconnaissance_id as reconnaissanceId'])
      .where('tenant_id', '=', tx.tenantId)
      .where('id', '=', plan)
      .executeTakeFirstOrThrow(),
  )
  const seen = { form: 'visit', course: 'x', residentOpinion: 'x', actions: 'x', ...today('happenedOn') }
  assert.equal((await coordinator.submit(`${at}/sprawdzenia/nowe`, seen)).status, 303)
  await coordinator.submit(`${at}/zakonczenie`, { reason: 'completed', ...today('endedOn') })
  const held = { kind: 'held', participants: 'x', residentOpinion: 'x', furtherNeeds: 'x', ...today('heldOn') }
  assert.equal((await coordinator.submit(`${at}/rozmowa`, held)).status, 303)
  await life.described(coordinator, at)
  await fillTheRest(town, person)
  return person.id
}

const today = (name: string) => ({ [`${name}-day`]: '1', [`${name}-month`]: '12', [`${name}-year`]: '2026' })

interface LivedThrough {
  id: string
  applicationId: string
  reconnaissanceId: string
}

/** Rows that this life didn't make by itself. */
async function fillTheRest(town: PlanTown, person: LivedThrough): Promise<void> {
  const report = (await aReport(town)).id
  await town.inTenant((tx) => writeMail(tx, { to: { name: 'x', address: markedEmail }, subject: 'x', text: 'x' }))
  await asSuperuser(testDatabase(), async (client) => {
    await client.query('set session_replication_role = replica')
    const ids = [town.tenantId, person.id]
    await client.query(
      `update application set need_report_id = $3, state = 'closed' where tenant_id = $1 and person_id = $2`,
      [...ids, report],
    )
    await client.query(
      `update person set email = $5, pesel_sealed = $4, pesel_hash = $3
      where tenant_id = $1 and id = $2`,
      [...ids, Buffer.alloc(32, 9), town.deps.sealer.seal('pesel', '44051401359'), markedEmail],
    )
    await client.query(`update need_report set pesel_sealed = $4, pesel_hash = $3 where tenant_id = $1 and id = $2`, [
      town.tenantId,
      report,
      Buffer.alloc(32, 9),
      town.deps.sealer.seal('pesel', '44051401359'),
    ])
    await client.query(
      `insert into reconnaissance_section (tenant_id, reconnaissance_id, section, text_sealed, relevant_because_sealed)
      values ($1, $2, 'safety', $3, $3)`,
      [town.tenantId, person.reconnaissanceId, town.deps.sealer.seal('reconnaissance section', 'Boi się syna.')],
    )
    await client.query(
      `insert into gap (tenant_id, recognised_need_id, need_name, group_code, registered_by, registered_at)
      select $1, id, 'x', 'x', gen_random_uuid(), now() from recognised_need where tenant_id = $1 and reconnaissance_id = $2`,
      [town.tenantId, person.reconnaissanceId],
    )
    await client.query(
      `insert into monitoring_line (tenant_id, event_id, line_id, status)
      select $1, monitoring_event.id, plan_line.id, 'as-planned' from plan
      join monitoring_event on monitoring_event.plan_id = plan.id join plan_line on plan_line.plan_id = plan.id
      where plan.tenant_id = $1 and plan.person_id = $2
      on conflict do nothing`,
      ids,
    )
    await client.query(
      `insert into person_restriction (tenant_id, person_id, reason, note, viewer_ids, lifted, changed_by, changed_at)
      values ($1, $2, 'public-person', 'x', array[gen_random_uuid()], true, gen_random_uuid(), now())`,
      ids,
    )
    await client.query(
      `insert into person_restriction_version (tenant_id, person_id, version, reason, note, viewer_ids, lifted, changed_by, changed_at)
      values ($1, $2, 1, 'public-person', 'x', array[gen_random_uuid()], true, gen_random_uuid(), now())`,
      ids,
    )
    await client.query(
      `insert into emergency_access (tenant_id, account_id, person_id, application_id, purpose, reason, opened_at, expires_at,
        judgement, judgement_note, judged_by, judged_at)
      values ($1, gen_random_uuid(), $2, $3, 'child', 'xxxxxxxxxxxxxxxx', now(), now() + interval '1 hour',
        'not-justified', 'x', gen_random_uuid(), now())`,
      [...ids, person.applicationId],
    )
    await client.query(
      `insert into attachment (tenant_id, application_id, title_sealed, name_sealed, media_type, size, content_hash,
        content_sealed, added_by, added_at)
      values ($1, $2, '', '', 'image/png', 1, $3, '', gen_random_uuid(), now())`,
      [town.tenantId, person.applicationId, contentHash],
    )
    await client.query(
      `insert into legal_hold (tenant_id, person_id, reason, set_by, set_by_name, set_at, lifted_by, lifted_by_name, lifted_at, lift_reason)
      values ($1, $2, 'x', gen_random_uuid(), 'x', now(), gen_random_uuid(), 'x', now(), 'x')`,
      ids,
    )
    await client.query(
      `insert into rectification (tenant_id, person_id, field, old_sealed, new_sealed, reason, person_version, corrected_by, corrected_by_name, corrected_at)
      values ($1, $2, 'phone', $3, $3, 'mistake', 2, gen_random_uuid(), 'x', now())`,
      [...ids, town.deps.sealer.seal('rectification', '600100200')],
    )
  })
}
