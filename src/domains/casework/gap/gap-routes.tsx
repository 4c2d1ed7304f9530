import { Hono } from 'hono'
import { listDistricts } from '#domains/directory/public.ts'
import { may } from '#platform/access.ts'
import { recordAudit } from '#platform/audit.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { offeredEvents } from '#platform/transitions.ts'
import { allow, found, idParam, queryValues, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { reportScope } from '../case-scope.ts'
import { listCaseSteps } from '../case-step-queries.ts'
import { readDay, readVersion } from '../form-reading.ts'
import { gapStates, gapTransitions, type GapEvent, type GapState } from '../gap-states.ts'
import { listGroups } from '../plan/offers.ts'
import { refusalSentence } from '../refusal-text.ts'
import { GapListPage, gapsPath } from './gap-list-page.tsx'
import { GapPage } from './gap-page.tsx'
import { findGap, listGaps } from './gap-queries.ts'
import { stepGap } from './gap-steps.ts'
import type { Gap } from './gap.ts'
import { gapText } from './text.ts'

/** The register of gaps for the organiser of services. */
export const gapRoutes = () =>
  new Hono<Env>()
    .get(gapsPath, allow('gap.read'), (c) => showGaps(c))
    .get(`${gapsPath}/:id`, allow('gap.read'), async (c) => showGap(c, await openGap(c)))
    .post(`${gapsPath}/:id/kroki`, allow('gap.manage'), (c) => sendStep(c))

const open: readonly GapState[] = ['registered', 'being-initiated']

async function showGaps(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const query = queryValues(c)
  const [groups, districts] = [await listGroups(tx, lang), await listDistricts(tx)]
  const group = groups.find((one) => one.code === valueOf(query, 'grupa'))?.code
  const districtId = districts.find((one) => one.id === valueOf(query, 'dzielnica'))?.id
  const typed = valueOf(query, 'stan')
  const state = gapStates.find((one) => one === typed)
  const states = state ? [state] : typed === 'otwarte' ? open : undefined
  const gaps = await listGaps(tx, reportScope(tx.actor), { group, districtId, states })
  const chosen = { group: group ?? '', district: districtId ?? '', state: states ? typed : '' }
  return page(c, {
    title: gapText[lang].title,
    wide: true,
    body: <GapListPage gaps={gaps} groups={groups} districts={districts} chosen={chosen} />,
  })
}

async function openGap(c: Ctx): Promise<Gap> {
  const gap = found(await findGap(c.var.tx, reportScope(c.var.actor), idParam(c)))
  recordAudit(c.var.tx, { event: 'gap.read', subject: { kind: 'gap', id: gap.id } })
  return gap
}

async function showGap(c: Ctx, gap: Gap, values: FormValues = {}, problem?: Problem): Promise<Response> {
  const { tx, lang, actor } = c.var
  const now = problem?.changedMeanwhile ? found(await findGap(tx, reportScope(actor), gap.id)) : gap
  const groups = await listGroups(tx, lang)
  const districts = await listDistricts(tx)
  // What a form asks for is taken as given: the button is offered, the form then has to be filled in.
  const facts = { ownerId: gap.id, nextOn: dayOf(tx.now), serviceId: gap.id }
  const offered = offeredEvents(gapTransitions, now.state, { may: (action) => may(actor, action), facts })
  return page(c, {
    title: now.needName || gapText[lang].veiledNeed,
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, gapsPath)} text={gapText[lang].title} />,
    body: (
      <GapPage
        gap={now}
        groupName={groups.find((group) => group.code === now.groupCode)?.name ?? now.groupCode}
        districtName={districts.find((district) => district.id === now.districtId)?.name}
        offered={offered.map((row) => row.event)}
        history={(await listCaseSteps(tx, now.id)).map((step) => (now.veiled ? { ...step, reason: null } : step))}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

async function sendStep(c: Ctx): Promise<Response> {
  const gap = await openGap(c)
  return answerForm(c, {
    form: `gap-step ${gap.id}`,
    act: (values) => takeStep(c, gap, values),
    again: (values, problem) => showGap(c, gap, values, problem),
  })
}

const events: readonly GapEvent[] = ['initiate', 'find-service', 'drop', 'reopen']

async function takeStep(c: Ctx, gap: Gap, values: FormValues): Promise<Outcome> {
  const { tx, lang, actor } = c.var
  const t = gapText[lang].errors
  const event = events.find((one) => one === valueOf(values, 'event'))
  if (!event || actor.kind !== 'staff') return { errors: [{ field: 'form', message: t.step }] }
  const said = readStep(c, event, values)
  if ('errors' in said) return said
  const { nextOn, serviceName, reason } = said
  const result = await stepGap(tx, gap, {
    event,
    version: readVersion(values),
    reason,
    nextOn,
    owner: { id: actor.accountId, name: actor.name },
    service: serviceName ? { id: null, name: serviceName } : undefined,
  })
  if ('to' in result) return { to: `${gapsPath}/${gap.id}` }
  const message = refusalSentence(lang, result.refused)
  if (result.refused === 'reason-missing') return { errors: [{ field: `reason-${event}`, message }] }
  return { refused: message, changedMeanwhile: result.refused === 'changed-meanwhile' }
}

interface Said {
  nextOn: Temporal.PlainDate | undefined
  serviceName: string
  reason: string
}

/** What the form of this step says; a mistake stands at its field. */
function readStep(c: Ctx, event: GapEvent, values: FormValues): Said | { errors: FieldError[] } {
  const t = gapText[c.var.lang].errors
  const serviceName = valueOf(values, `serviceName-${event}`).trim()
  const reason = valueOf(values, `reason-${event}`).trim()
  const nextOn = readDay(values, `nextOn-${event}`)
  const mistake = (name: string, message: string) => ({ errors: [{ field: `${name}-${event}`, message }] })
  if (event === 'initiate' && (!nextOn || nextOn.year > 2199)) return mistake('nextOn', t.day)
  if (event === 'initiate' && Temporal.PlainDate.compare(nextOn!, dayOf(c.var.now)) < 0)
    return mistake('nextOn', t.past)
  if (event === 'find-service' && serviceName === '') return mistake('serviceName', t.service)
  if (serviceName.length > 200) return mistake('serviceName', t.tooLong(200))
  if (reason.length > 2000) return mistake('reason', t.tooLong(2000))
  return { nextOn, serviceName, reason }
}
