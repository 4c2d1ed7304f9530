import { Hono } from 'hono'
import { listCaseworkers, listStaff } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { allow, formValues, found, idParam, NotFound, redirect, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { readVersion } from '../form-reading.ts'
import { findDeclaration, listDeclarations, updateDeclarationEnded } from './relative-queries.ts'
import { liftRestriction, restrictPerson, whyNotName, type Restricted } from './restrict-person.ts'
import { RestrictionListPage } from './restriction-list-page.tsx'
import { restrictionsPath } from './restriction-paths.ts'
import { RestrictionPage } from './restriction-page.tsx'
import {
  findPersonIdOfNumber,
  findRestriction,
  listCaseNumbers,
  listRestrictions,
  listRestrictionVersions,
} from './restriction-queries.ts'
import { restrictionReasons, whyNotEndDeclaration } from './restriction.ts'
import { restrictionText } from './text.ts'

const manage = allow('restriction.manage')

/** Who may see whom, decided by the director or the data protection officer: by the numbers of cases, never by names. */
export const restrictionRoutes = () =>
  new Hono<Env>()
    .get(restrictionsPath, manage, (c) => showList(c))
    .get(`${restrictionsPath}/szukaj`, manage, (c) => redirect(c, restrictionsPath))
    .post(`${restrictionsPath}/szukaj`, manage, (c) => findByNumber(c))
    .post(`${restrictionsPath}/wylaczenia/:id/koniec`, manage, (c) => endDeclaration(c))
    .get(`${restrictionsPath}/:id`, manage, async (c) => showRestriction(c, await knownPerson(c)))
    .post(`${restrictionsPath}/:id`, manage, (c) => send(c, 'restriction', (id, values) => restrict(c, id, values)))
    .post(`${restrictionsPath}/:id/koniec`, manage, (c) =>
      send(c, 'restriction-end', async (id, values) =>
        outcome(c, id, await liftRestriction(c.var.tx, id, readVersion(values))),
      ),
    )

interface Refused {
  status: 409 | 422
  values: FormValues
  error: FieldError
}

async function showList(c: Ctx, refused?: Refused): Promise<Response> {
  const { tx, lang } = c.var
  const t = restrictionText[lang]
  const restrictions = await listRestrictions(tx)
  recordAudit(tx, { event: 'restriction-list.read', detail: { shown: restrictions.length } })
  return page(c, {
    title: t.title,
    wide: true,
    status: refused?.status ?? 200,
    body: (
      <RestrictionListPage
        restrictions={restrictions}
        numbers={await listCaseNumbers(
          tx,
          restrictions.map(({ personId }) => personId),
        )}
        staff={await listStaff(tx, [...new Set(restrictions.flatMap(({ viewerIds }) => viewerIds))])}
        declarations={await listDeclarations(tx)}
        values={refused?.values ?? {}}
        errors={refused ? [refused.error] : []}
      />
    ),
  })
}

async function findByNumber(c: Ctx): Promise<Response> {
  const sent = await formValues(c)
  const personId = await findPersonIdOfNumber(c.var.tx, valueOf(sent, 'number').trim().toUpperCase())
  const error = { field: 'number', message: restrictionText[c.var.lang].numberMissing }
  return personId ? redirect(c, `${restrictionsPath}/${personId}`) : showList(c, { status: 422, values: sent, error })
}

/** Gives a worker back the records that they gave up. */
async function endDeclaration(c: Ctx): Promise<Response> {
  const { tx, actor, lang } = c.var
  const declared = found(await findDeclaration(tx, idParam(c)))
  const { accountId } = staffOf(c.var)
  const by = { accountId, mayManage: may(actor, 'restriction.manage') }
  const refused = whyNotEndDeclaration(declared, by)
  if (refused) {
    const error = { field: 'form', message: restrictionText[lang].endRefusals[refused] }
    return showList(c, { status: 409, values: {}, error })
  }
  await updateDeclarationEnded(tx, declared.id, accountId)
  recordAudit(tx, { event: 'relative.ended', subject: { kind: 'declaration', id: declared.id } })
  return redirect(c, restrictionsPath)
}

/** A person of this centre who has a case; else 404. */
async function knownPerson(c: Ctx): Promise<string> {
  const id = idParam(c)
  if (!(await listCaseNumbers(c.var.tx, [id])).has(id)) throw new NotFound('nobody with a case')
  return id
}

async function showRestriction(c: Ctx, id: string, values?: FormValues, problem?: Problem): Promise<Response> {
  const { tx, lang, now } = c.var
  const t = restrictionText[lang]
  const numbers = (await listCaseNumbers(tx, [id])).get(id) ?? []
  const standing = await findRestriction(tx, id)
  const versions = await listRestrictionVersions(tx, id)
  recordAudit(tx, { event: 'restriction.read', subject: { kind: 'person', id }, personId: id })
  const people = versions.flatMap(({ changedBy, viewerIds }) => [changedBy, ...viewerIds])
  const shown = problem?.changedMeanwhile ? undefined : values
  return page(c, {
    title: t.one(numbers.join(', ')),
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, restrictionsPath)} text={t.title} />,
    body: (
      <RestrictionPage
        personId={id}
        numbers={numbers}
        standing={standing}
        versions={versions}
        staff={await listStaff(tx, [...new Set(people)])}
        caseworkers={await listCaseworkers(tx, dayOf(now))}
        formKey={newFormKey()}
        values={shown ?? valuesOfStanding(standing)}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

const valuesOfStanding = (standing: Awaited<ReturnType<typeof findRestriction>>): FormValues =>
  standing && !standing.lifted ? { reason: standing.reason, note: standing.note, viewers: [...standing.viewerIds] } : {}

async function send(
  c: Ctx,
  form: string,
  act: (personId: string, values: FormValues) => Promise<Outcome>,
): Promise<Response> {
  const id = await knownPerson(c)
  return answerForm(c, {
    form: `${form} ${id}`,
    act: (values) => act(id, values),
    again: (values, problem) => showRestriction(c, id, values, problem),
  })
}

async function restrict(c: Ctx, id: string, values: FormValues): Promise<Outcome> {
  const t = restrictionText[c.var.lang]
  const reason = restrictionReasons.find((one) => one === valueOf(values, 'reason'))
  const note = valueOf(values, 'note').trim()
  const viewerIds = [...new Set(valuesOf(values, 'viewers'))]
  const unnamed = await whyNotName(c.var.tx, id, { viewerIds })
  const errors: FieldError[] = []
  if (!reason) errors.push({ field: 'reason', message: t.reasonMissing })
  if (unnamed) errors.push({ field: 'viewers', message: t.refusals[unnamed] })
  if (note.length > mostNote) errors.push({ field: 'note', message: t.tooLong(mostNote) })
  if (!reason || errors.length > 0) return { errors }
  return outcome(c, id, await restrictPerson(c.var.tx, id, readVersion(values), { reason, note, viewerIds }))
}

const mostNote = 500

function outcome(c: Ctx, id: string, result: Restricted): Outcome {
  if ('done' in result) return { to: `${restrictionsPath}/${id}` }
  const message = restrictionText[c.var.lang].refusals[result.refused]
  const isConflict = result.refused === 'changed-meanwhile' || result.refused === 'not-set'
  if (isConflict) return { refused: message, changedMeanwhile: true }
  return { errors: [{ field: 'viewers', message }] }
}
