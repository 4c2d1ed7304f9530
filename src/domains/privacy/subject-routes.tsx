import { Hono } from 'hono'
import { findLastStep, listAttachmentsOfPerson, listNamesInCases, sendAttachment } from '#domains/casework/public.ts'
import { recordAudit } from '#platform/audit.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import type { Tx } from '#platform/tx.ts'
import { recentProof } from '#platform/web-proof.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, found, idParam, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { copyDocument } from './copy/copy-document.ts'
import { copyPurposes, copySubject, wouldGo, type Copy } from './copy/copy.ts'
import { isForThePerson, withoutStaff } from './copy/staff-free.ts'
import { erasePerson, factsOf, type EraseFacts } from './erase-person.ts'
import { erasureBases } from './erasure.ts'
import { findErasureOf } from './erasure-queries.ts'
import { handOf } from './hand.ts'
import { insertHold, listHolds, updateHoldLifted } from './legal-hold-queries.ts'
import { nameOf } from './privacy-page.tsx'
import { listRetentionRules } from './retention-queries.ts'
import { dueOn, recordClassOf, ruleOn } from './retention.ts'
import { SubjectPage } from './subject-page.tsx'
import type { Retention } from './subject-view.ts'
import { findSubject } from './subject-queries.ts'
import { root, subjectPath, subjectWords, type Subject } from './subject.ts'
import { privacyText } from './text.ts'

/** One person's data: looked over, copied, held, erased. Who is known only by a report has pages of the same kind. */
export function subjectRoutes(): Hono<Env> {
  const routes = new Hono<Env>()
  for (const kind of ['person', 'report'] as const) {
    const at = `${root}/${subjectWords[kind]}/:id`
    const reached = (c: Ctx) => reach(c, kind)
    routes.get(at, allow('personal-data.copy'), recentProof(), async (c) => show(c, await reached(c)))
    routes.post(`${at}/kopia`, allow('personal-data.copy'), recentProof(), async (c) => copy(c, await reached(c)))
    routes.post(`${at}/usuniecie`, allow('personal-data.erase'), recentProof(), async (c) => erase(c, await reached(c)))
  }
  const file = `${root}/${subjectWords.person}/:id/zalaczniki/:attachment`
  routes.get(file, allow('personal-data.copy'), recentProof(), async (c) => sendFile(c, await reach(c, 'person')))
  const held = `${root}/${subjectWords.person}/:id/wstrzymanie`
  return routes.post(held, allow('personal-data.erase'), async (c) => hold(c, await reach(c, 'person')))
}

async function reach(c: Ctx, kind: Subject['kind']): Promise<Subject> {
  const subject = { kind, id: idParam(c) }
  found(await findSubject(c.var.tx, subject))
  return subject
}

async function show(
  c: Ctx,
  subject: Subject,
  problem?: { values: FormValues; errors: FieldError[]; status: 409 | 422 },
) {
  const { tx, lang } = c.var
  const name = nameOf(found(await findSubject(tx, subject)))
  const all = await copySubject(tx, subject, { centre: c.var.tenant.name, purpose: 'access' })
  const facts = await factsOf(tx, subject)
  recordAudit(tx, { event: 'personal-data.read', ...audited(subject) })
  return page(c, {
    title: privacyText[lang].subject.title[subject.kind](name || privacyText[lang].search.nameless),
    wide: true,
    status: problem?.status ?? 200,
    body: (
      <SubjectPage
        subject={subject}
        name={name}
        tables={all.tables}
        wouldGo={wouldGo(all)}
        files={subject.kind === 'person' ? await listAttachmentsOfPerson(tx, subject.id) : []}
        holds={subject.kind === 'person' ? await listHolds(tx, subject.id) : []}
        facts={facts}
        erasure={await findErasureOf(tx, subject.id)}
        retention={await retentionOf(tx, subject, facts)}
        values={problem?.values ?? {}}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

const audited = (subject: Subject) => ({
  subject,
  ...(subject.kind === 'person' && { personId: subject.id }),
})

async function retentionOf(tx: Tx, subject: Subject, { openCases }: EraseFacts): Promise<Retention> {
  if (openCases > 0) return { kind: 'open' }
  const today = dayOf(tx.now)
  const rule = ruleOn(await listRetentionRules(tx), recordClassOf[subject.kind], today)
  if (!rule) return { kind: 'unknown' }
  const closedAt = await findLastStep(tx, subject.kind, subject.id)
  const on = closedAt && dueOn(rule, closedAt)
  if (!on) return { kind: rule.years === null ? 'forever' : 'unknown' }
  return { kind: Temporal.PlainDate.compare(on, today) <= 0 ? 'due' : 'not-due', on }
}

async function copy(c: Ctx, subject: Subject): Promise<Response> {
  const { tx, lang, tenant } = c.var
  const values = await formValues(c)
  const purpose = copyPurposes.find((one) => one === valueOf(values, 'purpose'))
  const message = privacyText[lang].copy.missing
  if (!purpose) return show(c, subject, { values, errors: [{ field: 'purpose', message }], status: 422 })
  const format = valueOf(values, 'format') === 'json' ? 'json' : 'pdf'
  const made = await copySubject(tx, subject, { centre: tenant.name, purpose })
  recordAudit(tx, { event: 'personal-data.copied', ...audited(subject), purpose, detail: { format } })
  return sendCopy(c, made, format)
}

async function sendCopy(c: Ctx, made: Copy, format: 'json' | 'pdf'): Promise<Response> {
  const headers = { 'Content-Disposition': `attachment; filename="kopia-danych.${format}"` }
  if (format === 'json')
    return c.body(JSON.stringify(isForThePerson(made) ? withoutStaff(made) : made, null, 2), 200, {
      ...headers,
      'Content-Type': 'application/json',
    })
  const bytes = await copyDocument(made, await listNamesInCases(c.var.tx, 'pl'))
  return c.body(new Uint8Array(bytes), 200, { ...headers, 'Content-Type': 'application/pdf' })
}

/** One of the files that the copy only names. */
async function sendFile(c: Ctx, subject: Subject): Promise<Response> {
  const id = idParam(c, 'attachment')
  const files = await listAttachmentsOfPerson(c.var.tx, subject.id)
  return sendAttachment(c, found(files.find((file) => file.id === id)), { personId: subject.id })
}

const longestReason = 500

async function hold(c: Ctx, subject: Subject): Promise<Response> {
  const { tx, lang } = c.var
  const values = await formValues(c)
  const t = privacyText[lang].hold
  const reason = valueOf(values, 'reason').trim()
  const lifts = valueOf(values, 'step') === 'lift'
  return once(c, values, `legal-hold ${subject.id}`, async () => {
    const refuse = (field: string, message: string, status: 409 | 422) =>
      show(c, subject, { values, errors: [{ field, message }], status })
    if (reason === '') return refuse('reason', t.reasonMissing, 422)
    if (reason.length > longestReason) return refuse('reason', t.reasonLong, 422)
    const done = await (lifts ? updateHoldLifted : insertHold)(tx, subject.id, reason, handOf(tx))
    if (!done) return refuse('form', lifts ? t.gone : t.already, 409)
    recordAudit(tx, { event: lifts ? 'legal-hold.lifted' : 'legal-hold.set', ...audited(subject) })
    return subjectPath(subject)
  })
}

async function erase(c: Ctx, subject: Subject): Promise<Response> {
  const { tx, lang, tenant } = c.var
  const values = await formValues(c)
  const t = privacyText[lang].erase
  return once(c, values, `erasure ${subject.id}`, async () => {
    const basis = erasureBases.find((one) => one === valueOf(values, 'basis'))
    const errors = [
      ...(basis ? [] : [{ field: 'basis', message: t.basisMissing }]),
      ...(valueOf(values, 'confirmed') === 'yes' ? [] : [{ field: 'confirmed', message: t.confirmMissing }]),
    ]
    if (!basis || errors.length > 0) return show(c, subject, { values, errors, status: 422 })
    const done = await erasePerson(tx, subject, { basis, by: handOf(tx), centre: tenant.name })
    if ('erasureId' in done) return `${root}/usuniecia/${done.erasureId}`
    return show(c, subject, { values, errors: [{ field: 'form', message: t.refusals[done.refused] }], status: 409 })
  })
}
