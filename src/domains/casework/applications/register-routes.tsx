import { Hono } from 'hono'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, found, idParam, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { reportScope } from '../case-scope.ts'
import { dayFields, readVersion } from '../form-reading.ts'
import { formatPhone } from '../phone.ts'
import { refusalSentence } from '../refusal-text.ts'
import type { Report } from '../reports/report.ts'
import { findReport } from '../reports/report-queries.ts'
import { listCoordinators } from '#domains/accounts/public.ts'
import { findApplicationOfReport } from './application-queries.ts'
import { detailsOfNew } from './person-details.ts'
import { findPersonIdByPesel, lockPesel } from './person-queries.ts'
import { registerApplication } from './register-application.ts'
import { RegisterPage, SearchPage } from './register-page.tsx'
import { newPerson, readRegistration, readSought, type RegistrationForm } from './registration-form.ts'
import { keptSentence, samePeselSentence } from './kept-sentence.ts'
import { findKeptPerson, searchPersons, type Candidate } from './search-persons.ts'
import { peselHashes } from '../pesel-hashes.ts'
import { applicationsText } from './text.ts'

const ofReport = '/praca/zgloszenia/:id/wniosek'
const direct = '/praca/wnioski/nowy'

/** An application is registered from a report, or straight from paper; both search for the person first. */
export const registerRoutes = (_deps: Deps) =>
  new Hono<Env>()
    .get(ofReport, allow('application.register'), async (c) => {
      const report = await reachedReport(c)
      const registered = await findApplicationOfReport(c.var.tx, report.id)
      if (registered) return redirect(c, `/praca/wnioski/${registered.id}`)
      const values = valuesFromReport(report)
      return registerPage(c, { report, values, candidates: await candidatesFor(c, values, report) })
    })
    .post(ofReport, allow('application.register'), async (c) => register(c, await reachedReport(c)))
    .get(direct, allow('application.register'), (c) => searchPage(c, {}))
    .get(`${direct}/szukaj`, allow('application.register'), (c) => redirect(c, direct))
    .post(`${direct}/szukaj`, allow('application.register'), async (c) => {
      const sent = await formValues(c)
      if (!readSought(sent).familyName) return searchPage(c, sent)
      const values = { ...sent, ...dayFields('receivedOn', dayOf(c.var.now)) }
      return registerPage(c, { report: undefined, values, candidates: await candidatesFor(c, values, undefined) })
    })
    .post(direct, allow('application.register'), (c) => register(c, undefined))

const reachedReport = async (c: Ctx): Promise<Report> =>
  found(await findReport(c.var.tx, idParam(c), reportScope(c.var.actor)))

const searchPage = (c: Ctx, values: FormValues): Response =>
  page(c, { title: applicationsText[c.var.lang].register.searchTitle, body: <SearchPage values={values} /> })

const valuesFromReport = (report: Report): FormValues => ({
  givenName: report.givenName ?? '',
  familyName: report.familyName ?? '',
  birthYear: report.birthYear === null ? '' : String(report.birthYear),
  phone: report.phone ? formatPhone(report.phone) : '',
  channel: report.channel === 'web' ? 'online' : 'oral-protocol',
  ...dayFields('receivedOn', dayOf(report.receivedAt)),
  applicantRole: report.reporter === 'self' ? 'self' : '',
  representativeName: report.reporter === 'self' ? '' : (report.reporterName ?? ''),
  representativeBasis: report.reporter === 'self' ? '' : (report.reporterRelation ?? ''),
  words: report.words,
})

const soughtFor = (values: FormValues, report: Report | undefined) => ({
  ...readSought(values),
  peselSealed: report?.peselSealed ?? undefined,
})

const candidatesFor = (c: Ctx, values: FormValues, report: Report | undefined): Promise<Candidate[]> =>
  searchPersons(c.var.tx, soughtFor(values, report))

interface Shown {
  report: Report | undefined
  values: FormValues
  candidates: readonly Candidate[]
  refused?: { status: 409 | 422; errors: FieldError[] }
}

async function registerPage(c: Ctx, { report, values, candidates, refused }: Shown): Promise<Response> {
  const { lang, tx, now, actor } = c.var
  const action = report ? `/praca/zgloszenia/${report.id}/wniosek` : direct
  if (report) recordAudit(tx, { event: 'report.read', subject: { kind: 'report', id: report.id } })
  return page(c, {
    title: applicationsText[lang].register.title,
    status: refused?.status ?? 200,
    before: <BackLink href={href(lang, report ? `/praca/zgloszenia/${report.id}` : '/praca/wnioski')} />,
    body: (
      <RegisterPage
        action={href(lang, action)}
        formKey={newFormKey()}
        version={report?.version ?? 0}
        candidates={candidates}
        coordinators={await listCoordinators(tx, dayOf(now))}
        mayAssign={may(actor, 'application.assign')}
        values={values}
        errors={refused?.errors}
      />
    ),
  })
}

async function register(c: Ctx, report: Report | undefined): Promise<Response> {
  const sent = await formValues(c)
  const { tx, lang } = c.var
  return once(c, sent, `register-application ${report?.id ?? ''}`, async () => {
    const candidates = await candidatesFor(c, sent, report)
    const refuse = (status: 409 | 422, errors: FieldError[]) =>
      registerPage(c, { report, values: sent, candidates, refused: { status, errors } })
    const read = readRegistration(sent, await readingFor(c, candidates, report))
    if (!read.ok) return refuse(422, read.errors)
    const unsafe = await whyNotNew(c, { form: read.value, report, sent, candidates })
    if (unsafe) return refuse(422, [{ field: 'person', message: unsafe }])
    const registered = await registerApplication(tx, {
      ...toRegistration(read.value, report),
      reportVersion: readVersion(sent),
    })
    if ('applicationId' in registered) return `/praca/wnioski/${registered.applicationId}`
    return refuse(409, [{ field: 'form', message: refusalSentence(lang, registered.refused) }])
  })
}

async function readingFor(c: Ctx, candidates: readonly Candidate[], report: Report | undefined) {
  const today = dayOf(c.var.now)
  const coordinators = may(c.var.actor, 'application.assign') ? await listCoordinators(c.var.tx, today) : []
  return {
    t: applicationsText[c.var.lang],
    today,
    reportedOn: report && dayOf(report.receivedAt),
    candidateIds: candidates.map(({ person }) => person.record.id),
    coordinatorIds: coordinators.map(({ id }) => id),
  }
}

interface Choice {
  form: RegistrationForm
  report: Report | undefined
  sent: FormValues
  candidates: readonly Candidate[]
}

/** "A new person" counts only when everyone likely was shown before; one PESEL is never written down twice. */
async function whyNotNew(c: Ctx, { form, report, sent, candidates }: Choice): Promise<string | undefined> {
  if (form.person !== newPerson) return undefined
  const { errors } = applicationsText[c.var.lang]
  const [newest, ...older] = peselHashes(c.var.tx, report?.peselSealed)
  if (newest) {
    await lockPesel(c.var.tx, newest)
    const holder = await findPersonIdByPesel(c.var.tx, [newest, ...older])
    if (holder) return samePeselSentence(c, holder)
  }
  const kept = await findKeptPerson(c.var.tx, soughtFor(sent, report))
  if (kept) return keptSentence(c, kept)
  const seen = new Set(valueOf(sent, 'seen').split(' '))
  const appeared = candidates.some(({ strength, person }) => strength === 'likely' && !seen.has(person.record.id))
  return appeared ? errors.personAppeared : undefined
}

const toRegistration = (form: RegistrationForm, report: Report | undefined) => ({
  person: form.person === newPerson ? { details: detailsOfNew(form, report) } : { id: form.person },
  report,
  channel: form.channel,
  receivedOn: form.receivedOn,
  applicantRole: form.applicantRole,
  representativeName: form.applicantRole === 'self' ? undefined : form.representativeName,
  representativeBasis: form.applicantRole === 'self' ? undefined : form.representativeBasis,
  words: form.words,
  coordinatorId: form.coordinator,
})
