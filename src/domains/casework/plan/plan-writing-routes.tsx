import { Hono } from 'hono'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { allow, found, idParam, type Ctx, type Env } from '#platform/web.ts'
import { answerForm } from '../answer-form.ts'
import { dayFields, readVersion, typedDay } from '../form-reading.ts'
import { registerGap } from '../gap/gap-steps.ts'
import { whyNotPeriod } from '../plan-rules.ts'
import { isWritable } from '../plan-states.ts'
import { refusalSentence } from '../refusal-text.ts'
import { agreePlan } from './agree-plan.ts'
import type { Difference } from './conflict-notice.tsx'
import { saveHead } from './edit-plan.ts'
import { changePlan, edited, openPlan, showPlan } from './plan-answer.tsx'
import { canHappen, openForm, sendForm, stepped, type PlanForm } from './plan-form-routes.tsx'
import { readAgreement, readGoal, readHead } from './plan-forms.ts'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { rulesOf } from './plan-steps.ts'
import { AgreementPage, HeadPage } from './plan-writing-pages.tsx'
import { addGoal, removeGoal } from './save-goal.ts'
import type { PlanText } from './text.pl.ts'
import { planText } from './text.ts'

const at = '/praca/plany/:id'
const write = allow('plan.write')

const headValues = (plan: PlanRecord): FormValues => ({
  ...(plan.startsOn && dayFields('startsOn', plan.startsOn)),
  ...(plan.endsOn && dayFields('endsOn', plan.endsOn)),
  ownCommitments: plan.ownCommitments.join('\n'),
  monitoringDays: plan.monitoringDays.map(({ day, month, year }) => `${day}.${month}.${year}`).join('\n'),
  lateReason: plan.lateReason ?? '',
  shortReason: plan.shortCoordinationReason ?? '',
})

const headForm: PlanForm = {
  name: 'plan-head',
  title: (t) => t.head.title,
  Page: HeadPage,
  isOpen: (plan) => isWritable(plan.state),
  first: headValues,
  versionOf: (plan) => plan.headVersion,
  act: async (c, plan, values) => {
    const { tx, lang } = c.var
    const read = readHead(values, planText[lang].errors)
    if (!read.ok) return { errors: read.errors }
    const period = whyNotPeriod(read.value, rulesOf(plan))
    // A period may still be open while the plan is written; a wrong one may not.
    if (period && period !== 'period-missing') {
      return { errors: [{ field: 'endsOn', message: refusalSentence(lang, period) }] }
    }
    return edited(c, plan, await saveHead(tx, plan, readVersion(values), read.value))
  },
  differences: headDifferences,
}

function headDifferences({ head: t }: PlanText, values: FormValues, plan: PlanRecord): Difference[] {
  const saved = headValues(plan)
  const day = (from: FormValues, name: string) => Object.values(typedDay(from, name)).filter(Boolean).join('.')
  const both = (field: string, read: (from: FormValues) => string) => ({
    field,
    yours: read(values),
    saved: read(saved),
  })
  const text = (name: string) => (from: FormValues) => valueOf(from, name).replaceAll('\r\n', '\n').trim()
  return [
    both(t.startsOn, (from) => day(from, 'startsOn')),
    both(t.endsOn, (from) => day(from, 'endsOn')),
    both(t.commitments, text('ownCommitments')),
    both(t.monitoringDays, text('monitoringDays')),
    both(t.lateReason, text('lateReason')),
    both(t.shortReason, text('shortReason')),
  ]
}

const agreementForm: PlanForm = {
  name: 'plan-agreement',
  title: (t) => t.agreement.title,
  Page: AgreementPage,
  isOpen: canHappen('agree'),
  first: (plan, today) => ({
    agreedBy: plan.person.representative ?? plan.person.name,
    ...dayFields('agreedOn', today),
  }),
  act: async (c, plan, values) => {
    const read = readAgreement(values, planText[c.var.lang].errors)
    if (!read.ok) return { errors: read.errors }
    const result = await agreePlan(c.var.tx, plan, readVersion(values), read.value)
    return stepped(c, plan, result, { 'agreement-in-future': 'agreedOn', 'agreement-missing': 'evidence' })
  },
}

/** The text of a plan but its lines: period, goals, agreement; and the gap for a need that nothing answers. */
export const planWritingRoutes = () =>
  new Hono<Env>()
    .get(`${at}/ustalenia`, write, (c) => openForm(c, headForm))
    .post(`${at}/ustalenia`, write, (c) => sendForm(c, headForm))
    .get(`${at}/zgoda`, write, (c) => openForm(c, agreementForm))
    .post(`${at}/zgoda`, write, (c) => sendForm(c, agreementForm))
    .post(`${at}/cele`, write, (c) => sendGoal(c))
    .post(`${at}/cele/:goal/usuniecie`, write, (c) =>
      changePlan(c, 'remove-goal', (plan) => removeGoal(c.var.tx, plan, idParam(c, 'goal'))),
    )
    .post(`${at}/potrzeby/:need/luka`, allow('gap.register'), (c) => sendGap(c))

async function sendGoal(c: Ctx): Promise<Response> {
  const plan = await openPlan(c)
  const needIds = plan.needs.map((need) => need.id)
  return answerForm(c, {
    form: `plan-goal ${plan.id}`,
    act: async (values) => {
      const read = readGoal(values, needIds, planText[c.var.lang].errors)
      if (!read.ok) return { errors: read.errors }
      return edited(c, plan, await addGoal(c.var.tx, plan, read.value))
    },
    again: (values, problem) => showPlan(c, plan, values, problem),
  })
}

/** One press puts the need into the register of gaps; pressed again it stays there once. */
async function sendGap(c: Ctx): Promise<Response> {
  const plan = await openPlan(c)
  const need = found(plan.needs.find((one) => one.id === idParam(c, 'need')))
  return answerForm(c, {
    form: `gap ${need.id}`,
    act: async () => {
      const result = await registerGap(c.var.tx, {
        recognisedNeedId: need.id,
        listedNeedId: need.listedNeedId ?? null,
        needName: need.name,
        groupCode: need.groupCode,
        districtId: plan.person.districtId ?? null,
        words: '',
        personId: plan.personId,
      })
      if ('refused' in result) return { refused: refusalSentence(c.var.lang, result.refused) }
      return { to: planPath(plan.id) }
    },
    again: (values, problem) => showPlan(c, plan, values, problem),
  })
}
