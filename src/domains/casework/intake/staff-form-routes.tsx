import { Hono } from 'hono'
import { may } from '#platform/access.ts'
import { isStaff } from '#platform/actor.ts'
import { deleteDraft, findDraft, newDraftToken, saveDraft } from '#platform/drafts.ts'
import { formKeyField, newFormKey } from '#platform/form-keys.ts'
import { valueOf, valuesOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { readCookie, writeCookie } from '#platform/web-cookies.ts'
import { allow, formValues, queryValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { listDistricts } from '#domains/directory/public.ts'
import { readAnswers } from './answers.ts'
import { ReceiptGonePage, StaffConfirmationPage } from './confirmation-page.tsx'
import { keptPesel, maskedPesel, sealTypedPesel } from './draft.ts'
import { readingOf, receiptCookie } from './form-routes.tsx'
import { staffChannels } from './need-report.ts'
import { questionIds, withAnswers } from './questions.ts'
import { ReadBackPage } from './read-back-page.tsx'
import { receiptMinutes, unsealReceipt } from './receipt-token.ts'
import { earlierReceipt, keepReceipt, reportNeed } from './report-need.ts'
import { StaffFormPage } from './staff-form-page.tsx'
import { intakeText } from './text.ts'

const root = '/praca/zgloszenia/nowe'
const draftCookie = 'staff-draft'

/** A member of staff writes down what a caller or visitor says, reads it back and saves it. */
export const staffFormRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(root, allow('report.take'), async (c) => {
      const query = queryValues(c)
      const draft = draftName(valueOf(query, 'szkic'))
      const answers = await draftOf(c, draft)
      return formPage(c, deps, { draft, answers: { channel: valueOf(query, 'kanal'), ...answers } })
    })
    .post(root, allow('report.take'), (c) => write(c, deps))
    .get(`${root}/odczytanie`, allow('report.take'), async (c) => {
      const draft = draftName(valueOf(queryValues(c), 'szkic'))
      const answers = await draftOf(c, draft)
      const read = readAnswers(answers, await readingOf(c, deps, answers))
      return read.ok ? readBackPage(c, deps, { draft, answers }) : redirect(c, `${root}?szkic=${draft}`)
    })
    .post(`${root}/odczytanie`, allow('report.take'), (c) => save(c, deps))
    .get(`${root}/kod`, allow('report.take'), (c) => {
      const receipt = unsealReceipt(deps.sealer, readCookie(c, receiptCookie), c.var.now)
      const t = intakeText[c.var.lang].done
      if (!receipt) return page(c, { title: t.gone, body: <ReceiptGonePage /> })
      return page(c, {
        title: t.title,
        body: <StaffConfirmationPage receipt={receipt} mayRead={may(c.var.actor, 'report.read')} />,
      })
    })

/** Each call has a draft of its own, so that two open at once don't mix. */
const draftName = (sent: string): string => (/^[\w-]{22}$/.test(sent) ? sent : newFormKey())

const formOf = (c: Ctx, draft: string): string =>
  `need-report-staff ${isStaff(c.var.actor) ? c.var.actor.accountId : ''} ${draft}`

async function draftOf(c: Ctx, draft: string): Promise<FormValues> {
  const token = readCookie(c, draftCookie)
  return (token ? await findDraft(c.var.tx, token, formOf(c, draft)) : undefined) ?? {}
}

interface Shown {
  draft: string
  answers: FormValues
  errors?: FieldError[]
}

const formPage = async (c: Ctx, deps: Deps, { draft, answers, errors }: Shown): Promise<Response> =>
  page(c, {
    title: intakeText[c.var.lang].staff.title,
    status: errors ? 422 : 200,
    body: (
      <StaffFormPage
        draft={draft}
        values={answers}
        errors={errors}
        districts={await listDistricts(c.var.tx)}
        keptPesel={maskedPesel(deps.sealer, answers)}
      />
    ),
  })

async function write(c: Ctx, deps: Deps): Promise<Response> {
  const sent = await formValues(c)
  const draft = draftName(valueOf(sent, 'szkic'))
  const known = await draftOf(c, draft)
  const answers: FormValues = {
    ...questionIds.reduce((so, id) => withAnswers(so, id, sent), known),
    channel: valueOf(sent, 'channel'),
    forgetPesel: valueOf(sent, 'forgetPesel'),
  }
  const kept = sealTypedPesel(deps.sealer, answers)
  const errors = await mistakes(c, deps, answers, kept)
  if (errors.length > 0) return formPage(c, deps, { draft, answers, errors })
  const token = readCookie(c, draftCookie) ?? newDraftToken()
  await saveDraft(c.var.tx, token, formOf(c, draft), kept)
  writeCookie(c, draftCookie, token)
  return redirect(c, `${root}/odczytanie?szkic=${draft}`)
}

async function mistakes(c: Ctx, deps: Deps, answers: FormValues, kept: FormValues): Promise<FieldError[]> {
  const t = intakeText[c.var.lang].staff
  const channelMissing = channelOf(answers) ? [] : [{ field: 'channel', message: t.channelMissing }]
  const read = readAnswers(answers, { ...(await readingOf(c, deps, answers)), keptPesel: keptPesel(deps.sealer, kept) })
  return [...channelMissing, ...(read.ok ? [] : read.errors)]
}

const channelOf = (answers: FormValues) => staffChannels.find((channel) => channel === valueOf(answers, 'channel'))

const readBackPage = async (c: Ctx, deps: Deps, { draft, answers, errors }: Shown): Promise<Response> =>
  page(c, {
    title: intakeText[c.var.lang].staff.readBackTitle,
    status: errors ? 422 : 200,
    body: (
      <ReadBackPage
        draft={draft}
        answers={answers}
        errors={errors}
        pesel={maskedPesel(deps.sealer, answers)}
        districts={await listDistricts(c.var.tx)}
        formKey={newFormKey()}
      />
    ),
  })

async function save(c: Ctx, deps: Deps): Promise<Response> {
  const sent = await formValues(c)
  const key = valueOf(sent, formKeyField)
  const draft = draftName(valueOf(sent, 'szkic'))
  const answers = await draftOf(c, draft)
  const t = intakeText[c.var.lang]
  const earlier = await earlierReceipt(c.var.tx, key)
  if (earlier && 'receipt' in earlier) return showReceipt(c, earlier.receipt)
  const read = readAnswers(answers, await readingOf(c, deps, answers))
  const channel = channelOf(answers)
  if (!read.ok || !channel) return redirect(c, `${root}?szkic=${draft}`)
  if (earlier) return readBackPage(c, deps, { draft, answers, errors: [{ field: 'form', message: t.errors.formKey }] })
  if (!valuesOf(sent, 'clauseRead').includes('yes')) {
    const errors = [{ field: 'clauseRead', message: t.staff.clauseReadMissing }]
    return readBackPage(c, deps, { draft, answers, errors })
  }
  const { receipt } = await reportNeed(c.var.tx, deps.sealer, read.value, channel)
  await keepReceipt(c.var.tx, key, receipt)
  await deleteDraft(c.var.tx, readCookie(c, draftCookie) ?? '', formOf(c, draft))
  return showReceipt(c, receipt)
}

function showReceipt(c: Ctx, receipt: string): Response {
  writeCookie(c, receiptCookie, receipt, receiptMinutes / (24 * 60))
  return redirect(c, `${root}/kod`)
}
