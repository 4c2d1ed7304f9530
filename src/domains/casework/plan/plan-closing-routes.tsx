import { Hono } from 'hono'
import { dayOf } from '#platform/i18n.ts'
import { allow, type Env } from '#platform/web.ts'
import { dayFields, readVersion } from '../form-reading.ts'
import { isRunning } from '../plan-states.ts'
import { refusalSentence } from '../refusal-text.ts'
import { describePlan, endPlan, recordInterview } from './close-plan.ts'
import { readEnd, readInterview, readMonitoring, readResults } from './closing-forms.ts'
import { EndPage, InterviewPage, MonitoringPage, ResultsPage } from './plan-closing-pages.tsx'
import { canHappen, openForm, sendForm, stepped, type PlanForm } from './plan-form-routes.tsx'
import { planPath } from './plan-paths.ts'
import { recordMonitoring } from './record-monitoring.ts'
import { planText } from './text.ts'

const at = '/praca/plany/:id'
const close = allow('plan.close')

const monitoringForm: PlanForm = {
  name: 'plan-monitoring',
  title: (t) => t.monitoring.title,
  Page: MonitoringPage,
  isOpen: (plan) => isRunning(plan.state),
  first: (_, today) => dayFields('happenedOn', today),
  act: async (c, plan, values) => {
    const { tx, lang, now } = c.var
    const read = readMonitoring(values, plan, { errors: planText[lang].errors, today: dayOf(now) })
    if (!read.ok) return { errors: read.errors }
    const result = await recordMonitoring(tx, plan, read.value)
    return 'done' in result ? { to: planPath(plan.id) } : { refused: refusalSentence(lang, result.refused) }
  },
}

const endForm: PlanForm = {
  name: 'plan-end',
  title: (t) => t.end.title,
  Page: EndPage,
  isOpen: canHappen('end'),
  first: (_, today) => dayFields('endedOn', today),
  act: async (c, plan, values) => {
    const read = readEnd(values, planText[c.var.lang].errors)
    if (!read.ok) return { errors: read.errors }
    return stepped(c, plan, await endPlan(c.var.tx, plan, readVersion(values), read.value), {
      'end-reason-missing': 'reason',
      'end-day-missing': 'endedOn',
      'ended-before-start': 'endedOn',
      'ended-in-future': 'endedOn',
      'period-not-elapsed': 'reason',
    })
  },
}

const interviewForm: PlanForm = {
  name: 'plan-interview',
  title: (t) => t.interview.title,
  Page: InterviewPage,
  isOpen: canHappen('interview'),
  first: (plan, today) => ({ ...dayFields('heldOn', today), participants: plan.person.name }),
  act: async (c, plan, values) => {
    const read = readInterview(values, planText[c.var.lang].errors)
    if (!read.ok) return { errors: read.errors }
    return stepped(c, plan, await recordInterview(c.var.tx, plan, readVersion(values), read.value), {
      'interview-in-future': 'heldOn',
      'resident-opinion-missing': 'residentOpinion',
      'note-missing': 'note',
    })
  },
}

const resultsForm: PlanForm = {
  name: 'plan-results',
  title: (t) => t.results.title,
  Page: ResultsPage,
  isOpen: canHappen('describe'),
  first: () => ({}),
  act: async (c, plan, values) => {
    const read = readResults(values, plan, planText[c.var.lang].errors)
    if (!read.ok) return { errors: read.errors }
    const result = await describePlan(c.var.tx, plan, readVersion(values), read.value)
    return stepped(c, plan, result, { 'narrative-missing': 'narrative' })
  },
}

/** From the first day to the last word: monitoring, the end, the interview, the results. */
export const planClosingRoutes = () =>
  new Hono<Env>()
    .get(`${at}/sprawdzenia/nowe`, close, (c) => openForm(c, monitoringForm))
    .post(`${at}/sprawdzenia`, close, (c) => sendForm(c, monitoringForm))
    .get(`${at}/zakonczenie`, close, (c) => openForm(c, endForm))
    .post(`${at}/zakonczenie`, close, (c) => sendForm(c, endForm))
    .get(`${at}/rozmowa`, close, (c) => openForm(c, interviewForm))
    .post(`${at}/rozmowa`, close, (c) => sendForm(c, interviewForm))
    .get(`${at}/rezultaty`, close, (c) => openForm(c, resultsForm))
    .post(`${at}/rezultaty`, close, (c) => sendForm(c, resultsForm))
