import { Hono } from 'hono'
import { z } from 'zod'
import { recordAudit } from '#platform/audit.ts'
import { parseForm } from '#platform/forms.ts'
import type { Lang } from '#platform/i18n.ts'
import { pageAt, readPage } from '#platform/paging.ts'
import { allow, idParam, NotFound, queryValues, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { listAccounts } from './account-queries.ts'
import { AuditPage, ChainPage, PersonAuditPage, type AuditShown } from './audit-page.tsx'
import { countAudit, listAudit, listRecentEvents, type AuditFilter } from './audit-queries.ts'
import type { AuditText } from './audit-text.pl.ts'
import { auditText } from './audit-text.ts'
import { accountsEventWords } from './audit-words.ts'
import { peopleText } from './people-text.ts'
import { verifyAudit } from './verify-audit.ts'

const mayRead = allow('audit.read')

/** Words for the codes that other domains write into the journal; undefined for those not known. */
export type EventWords = (lang: Lang, event: string) => string | undefined

/** Reading the audit is in the audit. */
export const auditRoutes = (eventWords: EventWords = () => undefined) =>
  new Hono<Env>()
    .get('/praca/audyt', mayRead, async (c) => {
      const t = auditText[c.var.lang]
      const form = parseForm(filterForm(t, peopleText[c.var.lang].dayWrong), queryValues(c))
      const shown = await readAudit(c, eventWords, form.ok ? toFilter(form.value) : {})
      const { tx } = c.var
      const lists = { events: await listRecentEvents(tx), people: await listAccounts(tx) }
      return page(c, {
        title: t.title,
        wide: true,
        status: form.ok ? 200 : 422,
        body: <AuditPage {...shown} {...lists} typed={form} />,
      })
    })
    .get('/praca/audyt/sprawa/:personId', mayRead, async (c) => {
      const personId = idParam(c, 'personId')
      // Of whom nothing is known here, not even that is told.
      if ((await countAudit(c.var.tx, { personId })) === 0) throw new NotFound('nobody of this id')
      const shown = await readAudit(c, eventWords, { personId })
      return page(c, {
        title: auditText[c.var.lang].ofPerson,
        wide: true,
        body: <PersonAuditPage {...shown} personId={personId} />,
      })
    })
    .get('/praca/audyt/lancuch', mayRead, async (c) => {
      const check = await verifyAudit(c.var.tx)
      recordAudit(c.var.tx, { event: 'audit.verified', detail: { whole: check.whole } })
      return page(c, { title: auditText[c.var.lang].chainTitle, body: <ChainPage check={check} /> })
    })

const filterForm = (t: AuditText, dayWrong: string) => {
  const optional = <T extends z.ZodType>(schema: T) =>
    z.preprocess((value) => (value === '' ? undefined : value), schema.optional())
  return z.object({
    osoba: optional(z.string().trim().toLowerCase().pipe(z.guid(t.personWrong))),
    // Kept in the audit: a code, never what somebody typed.
    zdarzenie: optional(
      z
        .string()
        .max(100)
        .regex(/^[a-z][a-z-]*(?:\.[a-z][a-z-]*)+$/),
    ).catch(undefined),
    kto: optional(z.guid()),
    dzien: optional(z.iso.date(dayWrong).transform((day) => Temporal.PlainDate.from(day))),
  })
}

function toFilter({ osoba, zdarzenie, kto, dzien }: z.output<ReturnType<typeof filterForm>>): AuditFilter {
  const midnight = dzien?.toZonedDateTime('Europe/Warsaw')
  return {
    personId: osoba,
    event: zdarzenie,
    actorId: kto,
    from: midnight?.toInstant(),
    before: midnight?.add({ days: 1 }).toInstant(),
  }
}

async function readAudit(c: Ctx, eventWords: EventWords, filter: AuditFilter): Promise<AuditShown> {
  const { tx, lang } = c.var
  const total = await countAudit(tx, filter)
  const { page: pageNumber, pages, size, offset } = pageAt(total, readPage(c.req.query('strona') ?? ''))
  const rows = await listAudit(tx, filter, size, offset)
  recordAudit(tx, {
    event: 'audit.read',
    // Of whom nothing is known here, not even the question is kept.
    ...(filter.personId && total > 0 && { personId: filter.personId }),
    detail: { page: pageNumber, event: filter.event ?? null, actor: (total > 0 && filter.actorId) || null },
  })
  const wordOf = (code: string) => accountsEventWords(lang, code) ?? eventWords(lang, code)
  return { rows, total, pageNumber, pages, wordOf }
}
