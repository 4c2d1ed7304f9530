import type { Client } from 'pg'
import type { Acknowledged } from './writers.ts'

/** What the database holds, compared with what was acknowledged; every number but `compared` should be 0. */
export interface Verdict {
  compared: number
  lost: number
  doubled: number
  half: number
  unaudited: number
}

export async function verify(superuser: Client, done: Acknowledged): Promise<Verdict> {
  const verdict: Verdict = { compared: 0, lost: 0, doubled: 0, half: 0, unaudited: 0 }
  await compareRegistered(superuser, done, verdict)
  await compareSaved(superuser, done, verdict)
  verdict.half += await count(superuser, halves)
  return verdict
}

async function compareRegistered(superuser: Client, done: Acknowledged, verdict: Verdict): Promise<void> {
  const { rows } = await superuser.query<{
    name: string
    id: string
    steps: number
    audited: number
    created: number
  }>(`
    select p.family_name as name, a.id,
      (select count(*)::int from case_step s where s.subject_id = a.id and s.event = 'register') as steps,
      (select count(*)::int from audit_event e where e.subject_id = a.id and e.event = 'application.registered') as audited,
      (select count(*)::int from audit_event e where e.subject_id = p.id and e.event = 'person.created') as created
    from application a
    join person p on p.tenant_id = a.tenant_id and p.id = a.person_id
    where p.given_name = 'Próba'`)
  const found = Map.groupBy(rows, ({ name }) => name)
  for (const [name, location] of done.registered) {
    verdict.compared += 1
    const [first, ...more] = found.get(name) ?? []
    if (!first || !location.endsWith(first.id)) verdict.lost += 1
    if (more.length > 0) verdict.doubled += 1
    if (first && first.steps !== 1) verdict.half += 1
    if (first && (first.audited !== 1 || first.created !== 1)) verdict.unaudited += 1
  }
  // Whatever nobody remembers was written though its sender never heard so, or written twice under another name.
  verdict.doubled += [...found.keys()].filter((name) => !done.registered.has(name)).length
}

async function compareSaved(superuser: Client, done: Acknowledged, verdict: Verdict): Promise<void> {
  const { rows } = await superuser.query<{ what: string; version: number; audited: number }>(`
    select r.application_id || ' ' || s.section as what, s.version,
      (select count(*)::int from audit_event e
        where e.subject_id = r.id and e.section = s.section and e.event = 'reconnaissance.written') as audited
    from reconnaissance_section s
    join reconnaissance r on r.tenant_id = s.tenant_id and r.id = s.reconnaissance_id`)
  const found = new Map(rows.map((row) => [row.what, row]))
  for (const [what, saved] of done.saved) {
    verdict.compared += saved
    const { version, audited } = found.get(what) ?? { version: 0, audited: 0 }
    verdict.lost += Math.max(0, saved - version)
    verdict.doubled += Math.max(0, version - saved)
    verdict.unaudited += Math.abs(version - audited)
  }
}

/** Work that began and did not end: a claimed form without an outcome, people and applications that miss a part. */
const halves = `
  select (select count(*) from form_submission where location = '')
    + (select count(*) from person p where p.given_name = 'Próba'
        and not exists (select from application a where a.tenant_id = p.tenant_id and a.person_id = p.id))
    + (select count(*) from application a
        where not exists (select from case_step s where s.tenant_id = a.tenant_id and s.subject_id = a.id))
    + (select count(*) from case_step s where s.subject_kind = 'application'
        and not exists (select from application a where a.tenant_id = s.tenant_id and a.id = s.subject_id))
    + (select count(*) from audit_event e where e.event = 'application.registered'
        and not exists (select from application a where a.tenant_id = e.tenant_id and a.id = e.subject_id)) as n`

const count = async (superuser: Client, query: string): Promise<number> =>
  Number((await superuser.query<{ n: string }>(query)).rows[0]!.n)
