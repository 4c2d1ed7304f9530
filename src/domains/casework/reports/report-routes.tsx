import { Hono } from 'hono'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { maskPesel, type Pesel } from '#platform/pesel.ts'
import { offeredEvents } from '#platform/transitions.ts'
import { once } from '#platform/web-once.ts'
import { allow, formValues, found, idParam, queryValues, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { href } from '#platform/i18n.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { findApplicationOfReport } from '../applications/application-queries.ts'
import { reportScope } from '../case-scope.ts'
import { listCaseSteps } from '../case-step-queries.ts'
import { listDistricts } from '#domains/directory/public.ts'
import { peselPurpose } from '../pesel-hashes.ts'
import {
  needReportOutcomes,
  needReportStates,
  needReportTransitions,
  type NeedReportEvent,
} from '../need-report-states.ts'
import { refusalSentence } from '../refusal-text.ts'
import { readVersion } from '../form-reading.ts'
import { pageAt, readPage } from '#platform/paging.ts'
import { listStaff } from '#domains/accounts/public.ts'
import { answerReport, type ReportAnswer } from './answer-report.ts'
import type { ReportShown } from './report-facts.tsx'
import { ReportListPage, reportName, type ReportListFilter } from './report-list-page.tsx'
import { ReportPage } from './report-page.tsx'
import type { Report } from './report.ts'
import { countReports, findOldestNewReport, findReport, listReports, listSimilarReports } from './report-queries.ts'
import { reportsText } from './text.ts'

const root = '/praca/zgloszenia'

/** The front desk's list of reported needs and what is done with each. */
export const reportRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(root, allow('report.read'), (c) => listPage(c))
    .get(`${root}/:id`, allow('report.read'), async (c) => reportPage(c, deps, await reachedReport(c)))
    .post(`${root}/:id/kontakt`, allow('report.answer'), (c) => step(c, deps, 'contact', 'note'))
    .post(`${root}/:id/zamkniecie`, allow('report.answer'), (c) => step(c, deps, 'close', 'closeReason'))
    .post(`${root}/:id/ponowne-otwarcie`, allow('report.answer'), (c) => step(c, deps, 'reopen', 'reopenReason'))

/** What tells of somebody kept from this person isn't found. */
const reachedReport = async (c: Ctx): Promise<Report> =>
  found(await findReport(c.var.tx, idParam(c), reportScope(c.var.actor)))

const filters: readonly ReportListFilter[] = ['open', ...needReportStates]

async function listPage(c: Ctx): Promise<Response> {
  const { tx, now, lang, actor } = c.var
  const query = queryValues(c)
  const filter = filters.find((known) => known === valueOf(query, 'stan')) ?? 'open'
  const states = filter === 'open' ? (['new', 'contacted'] as const) : [filter]
  const scope = reportScope(actor)
  const at = pageAt(await countReports(tx, scope, { states }), readPage(valueOf(query, 'strona')))
  const reports = await listReports(tx, scope, { states }, at)
  recordAudit(tx, { event: 'report-list.read', detail: { state: filter, page: at.page, shown: reports.length } })
  const newCount = await countReports(tx, scope, { states: ['new'] })
  const oldestAt = await findOldestNewReport(tx, scope)
  const shown = { reports, filter, newCount, oldestAt, now, page: at.page, pages: at.pages }
  return page(c, {
    title: reportsText[lang].title,
    wide: true,
    body: <ReportListPage {...shown} mayTake={may(actor, 'report.take')} />,
  })
}

interface Refused {
  status: 409 | 422
  values: FormValues
  errors: FieldError[]
}

async function reportPage(c: Ctx, deps: Deps, report: Report, refused?: Refused): Promise<Response> {
  const { tx, lang } = c.var
  const t = reportsText[lang]
  const application = await findApplicationOfReport(tx, report.id)
  const similar = await listSimilarReports(tx, reportScope(tx.actor), report)
  recordAudit(tx, { event: 'report.read', subject: { kind: 'report', id: report.id } })
  for (const { id } of similar) recordAudit(tx, { event: 'report-candidate.read', subject: { kind: 'report', id } })
  return page(c, {
    title: t.report.title(reportName(report) ?? t.unknownPerson),
    status: refused?.status ?? 200,
    before: <BackLink href={href(lang, root)} />,
    body: (
      <ReportPage
        {...await shownReport(c, deps, report)}
        steps={await listCaseSteps(tx, report.id)}
        offered={offered(c, report)}
        similar={similar}
        applicationId={application?.id}
        formKey={newFormKey()}
        values={refused?.values}
        errors={refused?.errors}
      />
    ),
  })
}

/** What the page of a report shows of it: names instead of ids, the PESEL masked. */
export async function shownReport(c: Ctx, deps: Deps, report: Report): Promise<ReportShown> {
  const { tx } = c.var
  const districts = await listDistricts(tx)
  const staff = await listStaff(tx, report.takenBy ? [report.takenBy] : [])
  return {
    report,
    pesel: report.peselSealed ? maskPesel(deps.sealer.unseal(peselPurpose, report.peselSealed) as Pesel) : undefined,
    district: districts.find(({ id }) => id === report.districtId)?.name,
    takenBy: report.takenBy ? staff.get(report.takenBy)?.name : undefined,
  }
}

/** A guard that waits for what the form will say doesn't hide the form. */
function offered(c: Ctx, report: Report): NeedReportEvent[] {
  const facts = { outcome: 'answered', applicationId: report.id } as const
  const attempt = { may: (action: Parameters<typeof may>[1]) => may(c.var.actor, action), facts }
  return offeredEvents(needReportTransitions, report.state, attempt).map(({ event }) => event)
}

async function step(c: Ctx, deps: Deps, event: NeedReportEvent, reasonField: string): Promise<Response> {
  const sent = await formValues(c)
  const report = await reachedReport(c)
  const { id } = report
  return once(c, sent, `report ${event} ${id}`, async () => {
    const applied = await answerReport(
      c.var.tx,
      report,
      await readAnswer(c, report, event, valueOf(sent, reasonField), sent),
    )
    if (!('refused' in applied)) return `${root}/${id}`
    const field = fieldOf[applied.refused] ?? (applied.refused === 'reason-missing' ? reasonField : 'form')
    const errors = [{ field, message: refusalSentence(c.var.lang, applied.refused) }]
    return reportPage(c, deps, report, { status: field === 'form' ? 409 : 422, values: { ...sent, event }, errors })
  })
}

const fieldOf: Record<string, string> = { 'outcome-missing': 'outcome', 'duplicate-of-missing': 'duplicateOf' }

async function readAnswer(
  c: Ctx,
  report: Report,
  event: NeedReportEvent,
  reason: string,
  sent: FormValues,
): Promise<ReportAnswer> {
  const similar = event === 'close' ? await listSimilarReports(c.var.tx, reportScope(c.var.actor), report) : []
  return {
    event,
    version: readVersion(sent),
    reason: reason.slice(0, 2000),
    facts: {
      outcome: needReportOutcomes.find((known) => known === valueOf(sent, 'outcome')),
      duplicateOfId: similar.find(({ id }) => id === valueOf(sent, 'duplicateOf'))?.id,
    },
  }
}
