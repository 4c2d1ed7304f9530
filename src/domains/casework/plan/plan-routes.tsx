import { Hono } from 'hono'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { allow, queryValues, redirect, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import type { Application } from '../applications/application.ts'
import { planScope } from './plan-scope.ts'
import { readVersion } from '../form-reading.ts'
import { personName } from '../person-name.ts'
import { planDocument } from '../plan-document/plan-document.ts'
import { whyNotPlan } from '../plan-rules.ts'
import { planStates } from '../plan-state.ts'
import { refusalSentence } from '../refusal-text.ts'
import { findReconnaissance } from '../reconnaissance/reconnaissance-queries.ts'
import { createPlan } from './create-plan.ts'
import { decidePlan } from './decide-plan.ts'
import { pageSteps, reasonSteps, type PageStep } from './page-steps.ts'
import { openPlan, readPlan, showPlan } from './plan-answer.tsx'
import { PlanCreatePage } from './plan-create-page.tsx'
import { openApplication, readApplication } from './open-application.ts'
import { documentView } from './plan-document-values.ts'
import { stepped } from './plan-form-routes.tsx'
import { readDecision } from './plan-forms.ts'
import { PlanListPage } from './plan-list-page.tsx'
import { findLatestPlanOf, listOtherPlans, listPlans } from './plan-list-queries.ts'
import { planPath, plansPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { rulesOf, stepPlan } from './plan-steps.ts'
import { viewPlan } from './plan-view.ts'
import { revisePlan, startPlan } from './revise-plan.ts'
import { planText } from './text.ts'

const settled = ['described', 'replaced', 'abandoned'] as const
const unsettled = planStates.filter((state) => !settled.some((one) => one === state))

/** Plans: the list, the beginning, the page, its steps, the decision, the document. */
export const planPageRoutes = () =>
  new Hono<Env>()
    .get(plansPath, allow('plan.read'), (c) => showList(c))
    .get('/praca/wnioski/:id/plan', allow('plan.read'), async (c) => {
      const application = await openApplication(c, readApplication)
      const existing = await findLatestPlanOf(c.var.tx, application.id)
      if (existing) return redirect(c, planPath(existing.id))
      return createPage(c, application, {})
    })
    .post('/praca/wnioski/:id/plan', allow('plan.write'), (c) => sendNewPlan(c))
    .get('/praca/plany/:id', allow('plan.read'), async (c) => showPlan(c, await readPlan(c)))
    .get('/praca/plany/:id/dokument.pdf', allow('plan.read'), (c) => sendDocument(c))
    .post('/praca/plany/:id/kroki', allow('plan.write'), (c) => sendStep(c))
    .post('/praca/plany/:id/decyzja', allow('plan.approve'), (c) => sendDecision(c))

async function showList(c: Ctx): Promise<Response> {
  const { tx, lang, now } = c.var
  const chosen = planStates.find((state) => state === valueOf(queryValues(c), 'stan'))
  const plans = await listPlans(tx, planScope(tx.actor), { states: chosen ? [chosen] : unsettled })
  recordAudit(tx, { event: 'plan-list.read', detail: { count: plans.length } })
  const body = <PlanListPage plans={plans} chosen={chosen} today={dayOf(now)} />
  return page(c, { title: planText[lang].list.title, wide: true, body })
}

async function createPage(c: Ctx, application: Application, values: FormValues, problem?: Problem): Promise<Response> {
  const { tx, lang } = c.var
  const reconnaissance = await findReconnaissance(tx, application.id)
  const months = reconnaissance?.expected_months ?? 0
  const ended = (await listOtherPlans(tx, application.personId, '')).find((plan) => plan.endedOn !== null)
  return page(c, {
    title: planText[lang].create.title,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, `/praca/wnioski/${application.id}`)} />,
    body: (
      <PlanCreatePage
        applicationId={application.id}
        isPossible={Boolean(reconnaissance?.finished_at) && may(c.var.actor, 'plan.write') && !tx.emergency}
        version={application.version}
        personName={personName(lang, application)}
        months={months}
        needsReason={whyNotPlan(months, undefined, rulesOf(application)) !== undefined}
        previous={ended}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

async function sendNewPlan(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const application = await openApplication(c)
  return answerForm(c, {
    form: `new-plan ${application.id}`,
    act: async (values): Promise<Outcome> => {
      const shortReason = valueOf(values, 'shortReason').trim().slice(0, 5000) || undefined
      const earlier = await listOtherPlans(tx, application.personId, '')
      const previousPlanId = earlier.find((plan) => plan.id === valueOf(values, 'previous'))?.id
      const made = await createPlan(tx, application, { version: readVersion(values), shortReason, previousPlanId })
      if ('id' in made) return { to: planPath(made.id) }
      const message = refusalSentence(lang, made.refused)
      if (made.refused === 'coordination-too-short') return { errors: [{ field: 'shortReason', message }] }
      return { refused: message }
    },
    again: (values, problem) => createPage(c, application, values, problem),
  })
}

/** Submit, take back, start, suspend, resume, abandon, revise: one press, some with a reason. */
async function sendStep(c: Ctx): Promise<Response> {
  const plan = await openPlan(c)
  return answerForm(c, {
    form: `plan-step ${plan.id}`,
    act: async (values) => {
      const step = pageSteps.find((one) => one === valueOf(values, 'step'))
      if (!step) return { errors: [{ field: 'form', message: planText[c.var.lang].errors.choose }] }
      return takeStep(c, plan, step, values)
    },
    again: (values, problem) => showPlan(c, plan, values, problem),
  })
}

async function takeStep(c: Ctx, plan: PlanRecord, step: PageStep, values: FormValues): Promise<Outcome> {
  const { tx, lang } = c.var
  const field = `reason-${step}`
  const reason = valueOf(values, field).trim()
  if (reason.length > 2000) return { errors: [{ field, message: planText[lang].errors.tooLong(2000) }] }
  const at = { 'reason-missing': field, 'change-reason-missing': field } as const
  const version = readVersion(values)
  if (step === 'revise') {
    const revised = await revisePlan(tx, plan, reason)
    if ('id' in revised) return { to: planPath(revised.id) }
    return stepped(c, plan, revised, at)
  }
  if (step === 'start') return stepped(c, plan, await startPlan(tx, plan, version))
  const needsReason = reasonSteps.some((one) => one === step)
  return stepped(c, plan, await stepPlan(tx, plan, { event: step, version, ...(needsReason && { reason }) }), at)
}

async function sendDecision(c: Ctx): Promise<Response> {
  const plan = await openPlan(c)
  return answerForm(c, {
    form: `plan-decision ${plan.id}`,
    act: async (values) => {
      const read = readDecision(values, planText[c.var.lang].errors)
      if (!read.ok) return { errors: read.errors }
      const decision = { ...read.value, version: readVersion(values) }
      return stepped(c, plan, await decidePlan(c.var.tx, plan, decision), { 'reason-missing': 'reasons' })
    },
    again: (values, problem) => showPlan(c, plan, values, problem),
  })
}

/** The plan as a file whose name tells nothing of the person. */
async function sendDocument(c: Ctx): Promise<Response> {
  const plan = await readPlan(c)
  const view = await viewPlan(c.var.tx, 'pl', plan)
  const subject = { kind: 'plan', id: plan.id }
  recordAudit(c.var.tx, { event: 'plan-document.read', subject, personId: plan.personId })
  const pdf = await planDocument(documentView(view, c.var.tenant))
  const headers = { 'Content-Type': 'application/pdf', 'Content-Disposition': 'inline; filename="plan.pdf"' }
  return new Response(new Uint8Array(pdf), { headers })
}
