import type { ComponentType } from 'preact'
import { newFormKey } from '#platform/form-keys.ts'
import type { FieldError, FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { transitionFrom } from '#platform/transitions.ts'
import { found, redirect, type Ctx } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import type { StepRefusal } from '../case-steps.ts'
import { readVersion } from '../form-reading.ts'
import { planTransitions, type PlanEvent } from '../plan-states.ts'
import { refusalSentence } from '../refusal-text.ts'
import type { CaseworkRefusal } from '../rule-text.pl.ts'
import type { Difference } from './conflict-notice.tsx'
import { loadPlan } from './load-plan.ts'
import { openPlan } from './plan-answer.tsx'
import type { PlanFormProps } from './plan-form-page.tsx'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { planText } from './text.ts'
import type { PlanText } from './text.pl.ts'

/** A form about a plan that has a page of its own. */
export interface PlanForm {
  readonly name: string
  readonly title: (t: PlanText) => string
  readonly Page: ComponentType<PlanFormProps>
  /** False where the plan's state leaves nothing to fill in. */
  readonly isOpen: (plan: PlanRecord) => boolean
  readonly first: (plan: PlanRecord, today: Temporal.PlainDate) => FormValues
  readonly versionOf?: (plan: PlanRecord) => number
  readonly act: (c: Ctx, plan: PlanRecord, values: FormValues) => Promise<Outcome>
  /** Both texts, where somebody else saved first. */
  readonly differences?: (t: PlanText, values: FormValues, saved: PlanRecord) => Difference[]
}

/** The form as it is opened; where there is nothing to fill in, the plan itself. */
export async function openForm(c: Ctx, form: PlanForm): Promise<Response> {
  const plan = await openPlan(c)
  if (!form.isOpen(plan)) return redirect(c, planPath(plan.id))
  return formPage(c, form, { plan, values: form.first(plan, dayOf(c.var.now)) })
}

export async function sendForm(c: Ctx, form: PlanForm): Promise<Response> {
  const plan = await openPlan(c)
  return answerForm(c, {
    form: `${form.name} ${plan.id}`,
    act: (values) => form.act(c, plan, values),
    again: (values, problem) => formPage(c, form, { plan, values, problem }),
  })
}

interface Shown {
  plan: PlanRecord
  values: FormValues
  problem?: Problem
}

async function formPage(c: Ctx, form: PlanForm, { plan, values, problem }: Shown): Promise<Response> {
  const { tx, lang } = c.var
  const t = planText[lang]
  const changed = problem?.changedMeanwhile === true
  const now = changed ? found(await loadPlan(tx, plan.id)) : plan
  const versionOf = form.versionOf ?? ((one: PlanRecord) => one.version)
  const { Page } = form
  return page(c, {
    title: form.title(t),
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, planPath(plan.id))} />,
    body: (
      <Page
        plan={now}
        version={problem && !changed ? readVersion(values) : versionOf(now)}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
        conflict={changed ? { differences: form.differences?.(t, values, now) ?? [] } : undefined}
      />
    ),
  })
}

/** True when the event can happen in the plan's state, whoever does it. */
export const canHappen = (event: PlanEvent) => (plan: PlanRecord) =>
  transitionFrom(planTransitions, plan.state, event) !== undefined

/** Where a step leads, or its refusal: at the field that it is about, when there is one. */
export function stepped(
  c: Ctx,
  plan: PlanRecord,
  result: { readonly to: string } | { readonly refused: CaseworkRefusal | StepRefusal },
  fields: Partial<Record<CaseworkRefusal | StepRefusal, string>> = {},
): Outcome {
  if ('to' in result) return { to: planPath(plan.id) }
  const message = refusalSentence(c.var.lang, result.refused)
  const field = fields[result.refused]
  if (field) return { errors: [{ field, message }] satisfies FieldError[] }
  return { refused: message, changedMeanwhile: result.refused === 'changed-meanwhile' }
}
