import { Hono } from 'hono'
import { listStaff } from '#domains/accounts/public.ts'
import { may } from '#platform/access.ts'
import { isStaff } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { href } from '#platform/i18n.ts'
import { pageAt, readPage } from '#platform/paging.ts'
import { allow, found, idParam, queryValues, type Ctx, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { EmergencyListPage } from './emergency-list-page.tsx'
import { emergenciesPath } from './emergency-paths.ts'
import {
  countEmergencyAccesses,
  findEmergencyAccess,
  listEmergencyAccesses,
  listLooksUnder,
  updateJudgement,
} from './emergency-queries.ts'
import { EmergencyReviewPage } from './emergency-review-page.tsx'
import { judgements, whyNotJudge, type EmergencyAccess } from './emergency.ts'
import { emergencyText } from './text.ts'

const review = allow('emergency.review')

/** The data protection officer sees who broke the glass, what they read, and says whether it was needed. */
export const emergencyReviewRoutes = () =>
  new Hono<Env>()
    .get(emergenciesPath, review, (c) => showList(c))
    .get(`${emergenciesPath}/:id`, review, async (c) => showAccess(c, await reachedAccess(c)))
    .post(`${emergenciesPath}/:id/ocena`, review, async (c) => {
      const access = await reachedAccess(c)
      return answerForm(c, {
        form: `judge ${access.id}`,
        act: (values) => judge(c, access, values),
        again: (values, problem) => showAccess(c, access, values, problem),
      })
    })

const reachedAccess = async (c: Ctx): Promise<EmergencyAccess> => found(await findEmergencyAccess(c.var.tx, idParam(c)))

async function showList(c: Ctx): Promise<Response> {
  const { tx, lang } = c.var
  const { all, waiting } = await countEmergencyAccesses(tx)
  const at = pageAt(all, readPage(valueOf(queryValues(c), 'strona')))
  const accesses = await listEmergencyAccesses(tx, at)
  recordAudit(tx, { event: 'emergency-list.read', detail: { shown: accesses.length } })
  const shown = { accesses, waiting, page: at.page, pages: at.pages }
  return page(c, { title: emergencyText[lang].list.title, wide: true, body: <EmergencyListPage {...shown} /> })
}

async function showAccess(
  c: Ctx,
  access: EmergencyAccess,
  values: FormValues = {},
  problem?: Problem,
): Promise<Response> {
  const { tx, lang, now, actor } = c.var
  const subject = { kind: 'emergency', id: access.id }
  recordAudit(tx, { event: 'emergency.read', subject, personId: access.personId })
  const by = { accountId: isStaff(actor) ? actor.accountId : '', may: may(actor, 'emergency.review') }
  const staff = await listStaff(tx, access.judgedBy ? [access.judgedBy] : [])
  return page(c, {
    title: emergencyText[lang].one.title(access.number),
    status: problem?.status ?? 200,
    before: <BackLink href={href(lang, emergenciesPath)} text={emergencyText[lang].list.title} />,
    body: (
      <EmergencyReviewPage
        access={access}
        looks={await listLooksUnder(tx, access)}
        judge={access.judgedBy ? staff.get(access.judgedBy)?.name : undefined}
        whyNot={whyNotJudge(access, by)}
        now={now}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

const mostNote = 1000

async function judge(c: Ctx, access: EmergencyAccess, values: FormValues): Promise<Outcome> {
  const { tx, lang, actor } = c.var
  const { one: t, errors } = emergencyText[lang]
  const judgement = judgements.find((known) => known === valueOf(values, 'judgement'))
  const note = valueOf(values, 'note').trim()
  if (!judgement) return { errors: [{ field: 'judgement', message: t.judgementMissing }] }
  if (note.length > mostNote) return { errors: [{ field: 'note', message: errors.tooLong(mostNote) }] }
  const accountId = isStaff(actor) ? actor.accountId : ''
  const refused = whyNotJudge(access, { accountId, may: may(actor, 'emergency.review') }, { judgement, note })
  if (refused === 'note-missing') return { errors: [{ field: 'note', message: t.refusals[refused] }] }
  if (refused) return { refused: t.refusals[refused] }
  if (!(await updateJudgement(tx, access.id, { judgement, note, by: accountId }))) {
    return { refused: t.refusals['judged-already'], changedMeanwhile: true }
  }
  const subject = { kind: 'emergency', id: access.id }
  recordAudit(tx, { event: 'emergency.judged', subject, personId: access.personId, detail: { judgement } })
  return { to: `${emergenciesPath}/${access.id}` }
}
