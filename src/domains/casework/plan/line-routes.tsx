import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { formValues, found, idParam, queryValues, redirect, allow, type Ctx, type Env } from '#platform/web.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { href } from '#platform/i18n.ts'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { readVersion } from '../form-reading.ts'
import { refusalSentence } from '../refusal-text.ts'
import { whyNotEdit } from './edit-plan.ts'
import { lineDifferences } from './line-differences.ts'
import { chosenServiceId, lineFieldOf, lineValues, readLineForm } from './line-form.ts'
import { LinePage } from './line-page.tsx'
import { findOffer, searchOffers, type Offer } from './offers.ts'
import { loadPlan } from './load-plan.ts'
import { changePlan, edited, openPlan } from './plan-answer.tsx'
import { planPath } from './plan-paths.ts'
import type { PlanRecord } from './plan-record.ts'
import { addLine, changeLine, moveLine, removeLine, whyNotLine } from './save-line.ts'
import { planText } from './text.ts'

const at = '/praca/plany/:id/uslugi'
const write = allow('plan.write')

/** The lines of a plan: add, change, move, remove. */
export const lineRoutes = () =>
  new Hono<Env>()
    .get(`${at}/nowa`, write, async (c) => {
      const plan = await openPlan(c)
      if (whyNotEdit(plan, c.var.actor)) return redirect(c, planPath(plan.id))
      const need = plan.needs.find((one) => one.id === valueOf(queryValues(c), 'potrzeba')) ?? plan.needs[0]
      const values = { ...lineValues(undefined, plan, need?.id ?? ''), q: need?.name ?? '' }
      return linePage(c, plan, { values })
    })
    .get(`${at}/:line`, write, async (c) => {
      const plan = await openPlan(c)
      const line = found(plan.lines.find((one) => one.id === idParam(c, 'line')))
      if (whyNotEdit(plan, c.var.actor)) return redirect(c, planPath(plan.id))
      return linePage(c, plan, { values: lineValues(line, plan, ''), lineId: line.id })
    })
    .post(at, write, (c) => sendLine(c, undefined))
    .post(`${at}/:line`, write, (c) => sendLine(c, idParam(c, 'line')))
    .post(`${at}/:line/usuniecie`, write, (c) =>
      changePlan(c, 'remove-line', (plan, values) =>
        removeLine(c.var.tx, plan, { lineId: idParam(c, 'line'), version: readVersion(values) }),
      ),
    )
    .post(`${at}/:line/miejsce`, write, (c) =>
      changePlan(c, 'move-line', (plan, values) =>
        moveLine(c.var.tx, plan, idParam(c, 'line'), valueOf(values, 'kierunek') === 'wyzej' ? -1 : 1),
      ),
    )

/** A press on "search" stores nothing: the form comes back as it was, with what was found. */
async function sendLine(c: Ctx, lineId: string | undefined): Promise<Response> {
  const plan = await openPlan(c)
  const values = await formValues(c)
  if (valueOf(values, 'do') === 'search') return linePage(c, plan, { values, lineId })
  return answerForm(c, {
    form: `plan-line ${lineId ?? plan.id}`,
    act: (values) => saveLine(c, plan, lineId, values),
    again: (values, problem) => linePage(c, plan, { values, problem, lineId }),
  })
}

async function saveLine(c: Ctx, plan: PlanRecord, lineId: string | undefined, values: FormValues): Promise<Outcome> {
  const { tx, lang } = c.var
  const id = chosenServiceId(values)
  const read = readLineForm(values, plan, id ? await findOffer(tx, id) : undefined, planText[lang])
  if (!read.ok) return { errors: read.errors }
  const faults = whyNotLine(plan, read.line)
  if (faults.length > 0) {
    return { errors: faults.map((fault) => ({ field: lineFieldOf(fault), message: refusalSentence(lang, fault) })) }
  }
  const saved = lineId
    ? await changeLine(tx, plan, { lineId, version: readVersion(values) }, read.line)
    : await addLine(tx, plan, read.line)
  return edited(c, plan, saved)
}

interface Shown {
  values: FormValues
  problem?: Problem
  lineId?: string | undefined
}

async function linePage(c: Ctx, plan: PlanRecord, { values, problem, lineId }: Shown): Promise<Response> {
  const { tx, lang } = c.var
  const offers = await offersFor(c, values)
  // What is saved now, as somebody else may have left it.
  const saved = (problem?.changedMeanwhile ? await loadPlan(tx, plan.id) : plan)?.lines.find((one) => one.id === lineId)
  const chosen = offers.find((offer) => offer.id === chosenServiceId(values))
  // Only what passed the checks comes this far.
  const differences =
    saved && problem?.changedMeanwhile ? lineDifferences(lang, plan, { values, chosen, saved }) : undefined
  const version = problem && !problem.changedMeanwhile ? readVersion(values) : (saved?.version ?? 0)
  return page(c, {
    title: lineId ? planText[lang].line.editTitle : planText[lang].line.newTitle,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, planPath(plan.id))} />,
    body: (
      <LinePage
        plan={plan}
        lineId={lineId}
        version={version}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
        offers={offers}
        conflict={problem?.changedMeanwhile ? { differences } : undefined}
      />
    ),
  })
}

/** What the words found, and the service chosen before, which must stay in the list. */
async function offersFor(c: Ctx, values: FormValues): Promise<Offer[]> {
  const { tx } = c.var
  const offers = await searchOffers(tx, valueOf(values, 'q'))
  const id = chosenServiceId(values)
  if (!id || offers.some((offer) => offer.id === id)) return offers
  const chosen = await findOffer(tx, id)
  return chosen ? [chosen, ...offers] : offers
}
