import { Hono } from 'hono'
import { recordAudit } from '#platform/audit.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { parseReceiptCode, type ReceiptCode } from '#platform/receipt-code.ts'
import { dropCookie, readCookie, writeCookie } from '#platform/web-cookies.ts'
import { formValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { caseMinutes, sealCase, unsealCase } from './case-token.ts'
import { OpenCasePage } from './open-case-page.tsx'
import { openCase } from './open-case.ts'
import { residentCase } from './resident-case.ts'
import { ResidentPage } from './resident-page.tsx'
import { findPlanForResident } from './resident-queries.ts'
import { residentText } from './text.ts'

const root = '/moja-sprawa'

/** Checks a code. It stands before the request's transaction, because a wrong guess is counted although it is refused. */
export const openCaseRoutes = (deps: Deps) =>
  new Hono<Env>().post(root, async (c) => {
    const sent = await formValues(c)
    const read = readProof(c, sent)
    if ('errors' in read) return openPage(c, sent, { status: 422, errors: read.errors })
    const context = { tenantId: c.var.tenant.id, requestId: c.var.requestId, now: c.var.now }
    const opened = await openCase(deps, context, { ...read, address: c.var.address })
    const t = residentText[c.var.lang].errors
    if ('reportId' in opened) {
      writeCookie(c, 'case', sealCase(deps.sealer, opened.reportId, c.var.now), caseMinutes / (24 * 60))
      return redirect(c, root)
    }
    if (opened.refused === 'wrong')
      return openPage(c, sent, { status: 422, errors: [{ field: 'code', message: t.wrong }] })
    return openPage(c, sent, { status: 429, errors: [{ field: 'form', message: t.tooMany }] })
  })

/** The resident's own page, for as long as the case is open in this browser. */
export const residentRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(root, async (c) => {
      const reportId = unsealCase(deps.sealer, readCookie(c, 'case'), c.var.now)
      const { tx } = c.var
      const shown = reportId ? await residentCase(tx, reportId, findPlanForResident) : undefined
      if (!reportId || !shown) return openPage(c, {})
      tx.actor = { kind: 'resident', caseId: reportId }
      recordAudit(tx, {
        event: 'resident-case.read',
        subject: { kind: 'report', id: reportId },
        ...(shown.personId && { personId: shown.personId }),
      })
      return page(c, { title: residentText[c.var.lang].page.title, body: <ResidentPage case={shown} />, noindex: true })
    })
    .post(`${root}/zamkniecie`, (c) => {
      dropCookie(c, 'case')
      return redirect(c, root)
    })

interface Refused {
  status: 422 | 429
  errors: FieldError[]
}

const openPage = (c: Ctx, values: FormValues, refused?: Refused): Response =>
  page(c, {
    title: residentText[c.var.lang].sign.title,
    status: refused?.status ?? 200,
    noindex: true,
    body: <OpenCasePage values={values} errors={refused?.errors ?? []} />,
  })

function readProof(c: Ctx, sent: FormValues): { code: ReceiptCode; birthYear: number } | { errors: FieldError[] } {
  const t = residentText[c.var.lang].errors
  const read = parseReceiptCode(valueOf(sent, 'code'))
  const year = valueOf(sent, 'year').trim()
  const errors: FieldError[] = []
  if ('refused' in read) {
    errors.push({ field: 'code', message: read.refused === 'receipt-mistyped' ? t.mistyped : t.code })
  }
  if (!/^\d{4}$/.test(year)) errors.push({ field: 'year', message: t.year })
  return 'code' in read && errors.length === 0 ? { code: read.code, birthYear: Number(year) } : { errors }
}
