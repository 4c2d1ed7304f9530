import { Hono } from 'hono'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { dayOf } from '#platform/i18n.ts'
import { once } from '#platform/web-once.ts'
import { sealWords, unsealWords } from '#platform/sealed-words.ts'
import { allow, formValues, queryValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { caseScope } from '../case-scope.ts'
import { readVersion } from '../form-reading.ts'
import { pageAt, readPage } from '#platform/paging.ts'
import { refusalSentence } from '../refusal-text.ts'
import { listCoordinators, listStaff } from '#domains/accounts/public.ts'
import { applicationStates } from '../application-states.ts'
import { isOpen, openStates } from './application.ts'
import { countUrgent } from './count-urgent.ts'
import { ApplicationListPage, listPath } from './application-list-page.tsx'
import { reachedApplication, readApplication, showApplication } from './show-application.tsx'
import { countApplications, listApplications, type ApplicationFilter } from './application-queries.ts'
import { stepApplication } from './application-steps.ts'
import { applicationsText } from './text.ts'

const root = '/praca/wnioski'

/** The caseload and one application; what lies outside a person's scope isn't found. */
export const applicationRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(root, allow('application.read'), (c) => listPage(c))
    .post(root, allow('application.read'), (c) => narrow(c))
    .get(`${root}/:id`, allow('application.read'), async (c) => showApplication(c, deps, await readApplication(c)))
    .post(`${root}/:id/koordynator`, allow('application.assign'), (c) => assign(c, deps))

/** Leads to the list: what was typed stands in its address only sealed. */
async function narrow(c: Ctx): Promise<Response> {
  const sent = await formValues(c)
  const words = valueOf(sent, 'szukaj').trim().slice(0, 120)
  return redirect(c, listPath({ ...sent, szukane: words === '' ? '' : sealWords(c.var.tx, words) }))
}

async function listPage(c: Ctx): Promise<Response> {
  const { tx, now, lang, actor } = c.var
  const query = queryValues(c)
  const [scope, today] = [caseScope(actor), dayOf(now)]
  const coordinators = scope.kind === 'all' ? await listCoordinators(tx, today) : undefined
  const words = unsealWords(tx, valueOf(query, 'szukane'))
  const filter = readFilter({ query, words, today }, new Set(coordinators?.map(({ id }) => id)))
  const at = pageAt(await countApplications(tx, scope, filter), readPage(valueOf(query, 'strona')))
  const applications = await listApplications(tx, scope, filter, at)
  recordAudit(tx, { event: 'application-list.read', detail: { page: at.page, shown: applications.length } })
  const staff = await listStaff(tx, [...new Set(applications.flatMap(({ coordinatorId }) => coordinatorId ?? []))])
  const shown = { applications, staff, coordinators, query, words, today, page: at.page, pages: at.pages }
  return page(c, {
    title: applicationsText[lang].list.title,
    wide: true,
    body: (
      <ApplicationListPage
        {...shown}
        urgent={await countUrgent(tx, scope, today)}
        mayRegister={may(actor, 'application.register')}
      />
    ),
  })
}

interface Narrowed {
  query: FormValues
  words: string
  today: Temporal.PlainDate
}

function readFilter({ query, words, today }: Narrowed, coordinatorIds: ReadonlySet<string>): ApplicationFilter {
  const state = valueOf(query, 'stan')
  const coordinator = valueOf(query, 'koordynator')
  return {
    states: state === 'ended' ? applicationStates.filter((known) => !isOpen(known)) : openStates,
    ...(words !== '' && { words }),
    ...(state === 'overdue' && { dueBefore: today }),
    ...(coordinatorIds.has(coordinator) && { coordinator: { id: coordinator } }),
    ...(state === 'unassigned' && { coordinator: 'nobody' as const }),
  }
}

async function assign(c: Ctx, deps: Deps): Promise<Response> {
  const application = await reachedApplication(c)
  const sent = await formValues(c)
  const { tx, lang, now } = c.var
  return once(c, sent, `assign ${application.id}`, async () => {
    const refuse = (status: 409 | 422, field: string, message: string) =>
      showApplication(c, deps, application, { form: 'assign', status, values: sent, errors: [{ field, message }] })
    const coordinators = await listCoordinators(tx, dayOf(now))
    const chosen = coordinators.find(({ id }) => id === valueOf(sent, 'coordinator'))
    if (!chosen) return refuse(422, 'coordinator', applicationsText[lang].one.chooseMissing)
    const event = application.state === 'received' ? 'assign' : 'hand-over'
    const subject = { ...application, version: readVersion(sent) }
    const applied = await stepApplication(tx, subject, {
      event,
      facts: { coordinatorId: chosen.id },
      reason: chosen.name,
    })
    if ('refused' in applied) return refuse(409, 'form', refusalSentence(lang, applied.refused))
    return `${root}/${application.id}`
  })
}
