import { recordAudit } from '#platform/audit.ts'
import type { FormValues } from '#platform/forms.ts'
import { href } from '#platform/i18n.ts'
import { found, idParam, type Ctx } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { reachToRead } from '../emergency/read-reach.ts'
import { refusalSentence } from '../refusal-text.ts'
import type { Edited } from './edit-plan.ts'
import { loadPlan } from './load-plan.ts'
import { PlanPage } from './plan-page.tsx'
import { planPath, plansPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { viewPlan } from './plan-view.ts'
import { planScope } from './plan-scope.ts'
import { planText } from './text.ts'

/** The plan of the address for the person acting, else 404; looking at it is audited. */
export const openPlan = async (c: Ctx): Promise<PlanRecord> => looked(c, found(await loadPlan(c.var.tx, idParam(c))))

/** The same for a page that only shows the plan: what was opened in an emergency is there too. */
export async function readPlan(c: Ctx): Promise<PlanRecord> {
  const { tx } = c.var
  return looked(c, found(await reachToRead(tx, planScope(tx.actor), (scope) => loadPlan(tx, idParam(c), scope))))
}

function looked(c: Ctx, plan: PlanRecord): PlanRecord {
  const subject = { kind: 'plan', id: plan.id }
  recordAudit(c.var.tx, { event: 'plan.read', subject, personId: plan.personId })
  return plan
}

/** The page of a plan as it is now, with what was typed into a form that came back. */
export async function showPlan(c: Ctx, plan: PlanRecord, values?: FormValues, problem?: Problem): Promise<Response> {
  const { tx, lang } = c.var
  const now = problem?.changedMeanwhile ? found(await loadPlan(tx, plan.id)) : plan
  return page(c, {
    title: `${planText[lang].page.title(plan.number)}: ${plan.person.name}`,
    wide: true,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, plansPath)} text={planText[lang].page.toPlans} />,
    body: <PlanPage view={await viewPlan(tx, lang, now)} values={values} errors={problem?.errors} />,
  })
}

/** Where a change of the text leads, or the sentence of its refusal. */
export const edited = (c: Ctx, plan: PlanRecord, result: Edited): Outcome =>
  'done' in result
    ? { to: planPath(plan.id) }
    : {
        refused: refusalSentence(c.var.lang, result.refused),
        changedMeanwhile: result.refused === 'changed-meanwhile',
      }

/** A change by one press on the plan's page; refused, the page comes back as it is now. */
export async function changePlan(
  c: Ctx,
  form: string,
  change: (plan: PlanRecord, values: FormValues) => Promise<Edited>,
): Promise<Response> {
  const plan = await openPlan(c)
  return answerForm(c, {
    form: `${form} ${plan.id}`,
    act: async (values) => edited(c, plan, await change(plan, values)),
    again: (values, problem) => showPlan(c, plan, values, problem),
  })
}
