import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { valueOf } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { readCookie } from '#platform/web-cookies.ts'
import { allow, idParam, NotFound, queryValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { unsealCase } from '../resident/case-token.ts'
import { findApplicationForResident } from '../resident/resident-queries.ts'
import { listCaseNumbers } from '../restriction/restriction-queries.ts'
import { listLooksAtPerson, listLooksAtReport } from './look-queries.ts'
import { groupLooks } from './looks.ts'
import { OfficerLooksPage } from './officer-looks-page.tsx'
import { ResidentLooksPage } from './resident-looks-page.tsx'
import { looksText } from './text.ts'

/** Who looked at a person's record: told to the person by their code, and on paper by the data protection officer. */
export const lookRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get('/moja-sprawa/kto-zagladal', (c) => showToResident(c, deps))
    .get('/praca/audyt/sprawa/:personId/kto-zagladal', allow('audit.read'), (c) => showToOfficer(c))

/** By function, not by name: the person knows their coordinator, and may ask the officer for more. */
async function showToResident(c: Ctx, deps: Deps): Promise<Response> {
  const { tx, lang, now } = c.var
  const reportId = unsealCase(deps.sealer, readCookie(c, 'case'), now)
  if (!reportId) return redirect(c, '/moja-sprawa')
  const personId = (await findApplicationForResident(tx, reportId))?.personId
  const looks = personId ? await listLooksAtPerson(tx, personId) : await listLooksAtReport(tx, reportId)
  tx.actor = { kind: 'resident', caseId: reportId }
  recordAudit(tx, {
    event: 'resident-looks.read',
    subject: { kind: 'report', id: reportId },
    ...(personId && { personId }),
  })
  const groups = groupLooks(looks, { named: false })
  return page(c, { title: looksText[lang].title, noindex: true, body: <ResidentLooksPage groups={groups} /> })
}

async function showToOfficer(c: Ctx): Promise<Response> {
  const { tx, lang, now } = c.var
  const personId = idParam(c, 'personId')
  const named = valueOf(queryValues(c), 'nazwiska') === 'tak'
  const looks = await listLooksAtPerson(tx, personId)
  // Of whom nothing is known here, not even that is told.
  if (looks.length === 0) throw new NotFound('nobody of this id')
  recordAudit(tx, {
    event: 'looks.read',
    subject: { kind: 'person', id: personId },
    personId,
    detail: { named },
  })
  const numbers = (await listCaseNumbers(tx, [personId])).get(personId) ?? []
  const shown = { personId, numbers, groups: groupLooks(looks, { named }), named, today: dayOf(now) }
  const { officer: t } = looksText[lang]
  return page(c, {
    title: t.title,
    before: <BackLink href={href(lang, `/praca/audyt/sprawa/${personId}`)} text={t.back} />,
    body: <OfficerLooksPage {...shown} />,
  })
}
