import { Hono } from 'hono'
import { deleteDraft, draftDays, findDraft, newDraftToken, saveDraft } from '#platform/drafts.ts'
import { formKeyField, newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { dayOf, href } from '#platform/i18n.ts'
import { dropCookie, readCookie, writeCookie } from '#platform/web-cookies.ts'
import { formValues, found, queryValues, redirect, type Ctx, type Deps, type Env } from '#platform/web.ts'
import { BackLink } from '#ui/back-link.tsx'
import { page } from '#ui/page.tsx'
import { listDistricts } from '#domains/directory/public.ts'
import { readAnswers, readQuestion, type Reading } from './answers.ts'
import { CheckPage } from './check-page.tsx'
import { ConfirmationPage, ReceiptGonePage } from './confirmation-page.tsx'
import { keptPesel, maskedPesel, sealTypedPesel } from './draft.ts'
import { QuestionPage } from './question-page.tsx'
import { askedQuestions, questionAfter, questionBefore, questionOfPath, questions, withAnswers } from './questions.ts'
import { unsealReceipt, receiptMinutes } from './receipt-token.ts'
import { earlierReceipt, isFlood, keepReceipt, reportNeed } from './report-need.ts'
import { StartPage } from './start-page.tsx'
import { intakeText } from './text.ts'

const root = '/potrzebuje-pomocy'
const form = 'need-report'
const draftCookie = 'draft'
export const receiptCookie = 'receipt'

/** A resident reports a need: one question a page, kept after each, checked, sent once. */
export const needFormRoutes = (deps: Deps) =>
  new Hono<Env>()
    .get(root, async (c) => {
      const unfinished = Object.keys(await draftOf(c)).length > 0
      return page(c, { title: intakeText[c.var.lang].start.title, body: <StartPage unfinished={unfinished} /> })
    })
    .post(root, async (c) => {
      const token = readCookie(c, draftCookie)
      if (token) await deleteDraft(c.var.tx, token, form)
      return redirect(c, `${root}/${questions['for-whom'].path}`)
    })
    .get(`${root}/sprawdz`, async (c) => {
      const answers = await draftOf(c)
      const read = readAnswers(answers, await readingOf(c, deps, answers))
      if (!read.ok) return redirect(c, `${root}/${questions[read.errors[0]!.question].path}`)
      return checkPage(c, deps, answers)
    })
    .post(`${root}/sprawdz`, (c) => send(c, deps))
    .get(`${root}/dziekujemy`, (c) => {
      const receipt = unsealReceipt(deps.sealer, readCookie(c, receiptCookie), c.var.now)
      const t = intakeText[c.var.lang].done
      if (!receipt) return page(c, { title: t.gone, body: <ReceiptGonePage />, noindex: true })
      return page(c, { title: t.title, body: <ConfirmationPage receipt={receipt} />, noindex: true })
    })
    .get(`${root}/:question`, async (c) => {
      const answers = await draftOf(c)
      return questionPage(c, deps, { answers, returning: valueOf(queryValues(c), 'powrot') === 'sprawdz' })
    })
    .post(`${root}/:question`, (c) => answer(c, deps))

async function draftOf(c: Ctx): Promise<FormValues> {
  const token = readCookie(c, draftCookie)
  return (token ? await findDraft(c.var.tx, token, form) : undefined) ?? {}
}

export async function readingOf(c: Ctx, deps: Deps, answers: FormValues): Promise<Reading> {
  const { lang, now, tx } = c.var
  const districts = await listDistricts(tx)
  return {
    t: intakeText[lang].errors,
    today: dayOf(now),
    lang,
    districtIds: districts.map(({ id }) => id),
    keptPesel: keptPesel(deps.sealer, answers),
  }
}

interface Shown {
  answers: FormValues
  returning: boolean
  errors?: { field: string; message: string }[]
  status?: 429
}

async function questionPage(c: Ctx, deps: Deps, { answers, returning, errors, status }: Shown): Promise<Response> {
  const id = found(questionOfPath(c.req.param('question') ?? ''))
  const before = questionBefore(id, answers)
  const back = returning ? `${root}/sprawdz` : before ? `${root}/${questions[before].path}` : root
  return page(c, {
    title: intakeText[c.var.lang].questions[id].title(valueOf(answers, 'reporter') === 'self'),
    status: status ?? (errors ? 422 : 200),
    before: <BackLink href={href(c.var.lang, back)} />,
    body: (
      <QuestionPage
        id={id}
        values={answers}
        errors={errors}
        returning={returning}
        districts={await listDistricts(c.var.tx)}
        keptPesel={maskedPesel(deps.sealer, answers)}
      />
    ),
  })
}

/** Keeps a good answer and goes on; a bad one comes back as it was typed. */
async function answer(c: Ctx, deps: Deps): Promise<Response> {
  const id = found(questionOfPath(c.req.param('question') ?? ''))
  const sent = await formValues(c)
  const returning = valueOf(sent, 'powrot') === 'sprawdz'
  const known = await draftOf(c)
  const answers = { ...withAnswers(known, id, sent), forgetPesel: valueOf(sent, 'forgetPesel') }
  const kept = sealTypedPesel(deps.sealer, answers)
  const read = readQuestion(id, answers, await readingOf(c, deps, kept))
  if (!read.ok) return questionPage(c, deps, { answers, returning, errors: read.errors })
  const begins = Object.keys(known).length === 0
  if (begins && (await isFlood(c.var.tx, deps.sealer, 'draft', c.var.address))) {
    const errors = [{ field: 'form', message: tooMany(c) }]
    return questionPage(c, deps, { answers, returning, errors, status: 429 })
  }
  const token = readCookie(c, draftCookie) ?? newDraftToken()
  await saveDraft(c.var.tx, token, form, kept)
  writeCookie(c, draftCookie, token, draftDays)
  const next = returning ? await firstUnanswered(c, deps, kept) : questionAfter(id, kept)
  return redirect(c, `${root}/${next ? questions[next].path : 'sprawdz'}${returning && next ? '?powrot=sprawdz' : ''}`)
}

/** A changed answer can open a question that wasn't asked before. */
async function firstUnanswered(c: Ctx, deps: Deps, answers: FormValues) {
  const reading = await readingOf(c, deps, answers)
  return askedQuestions(answers).find((id) => !readQuestion(id, answers, reading).ok)
}

const tooMany = (c: Ctx): string => intakeText[c.var.lang].errors.tooMany(c.var.tenant.phone)

interface Problem {
  status: 422 | 429
  message: string
}

async function checkPage(c: Ctx, deps: Deps, answers: FormValues, problem?: Problem): Promise<Response> {
  const t = intakeText[c.var.lang]
  return page(c, {
    title: t.check.title,
    status: problem?.status ?? 200,
    before: <BackLink href={href(c.var.lang, `${root}/${questions.extras.path}`)} />,
    body: (
      <CheckPage
        answers={answers}
        pesel={maskedPesel(deps.sealer, answers)}
        districts={await listDistricts(c.var.tx)}
        formKey={newFormKey()}
        errors={problem ? [{ field: 'form', message: problem.message }] : []}
      />
    ),
  })
}

/** One report however often it is sent: the key is claimed first, and a second sending gets the first one's receipt. */
async function send(c: Ctx, deps: Deps): Promise<Response> {
  const key = valueOf(await formValues(c), formKeyField)
  const answers = await draftOf(c)
  const earlier = await earlierReceipt(c.var.tx, key)
  if (earlier && 'receipt' in earlier) return showReceipt(c, earlier.receipt)
  const read = readAnswers(answers, await readingOf(c, deps, answers))
  if (!read.ok) return redirect(c, `${root}/${questions[read.errors[0]!.question].path}`)
  if (earlier) return checkPage(c, deps, answers, { status: 422, message: intakeText[c.var.lang].errors.formKey })
  if (await isFlood(c.var.tx, deps.sealer, 'report', c.var.address)) {
    return checkPage(c, deps, answers, { status: 429, message: tooMany(c) })
  }
  const { receipt } = await reportNeed(c.var.tx, deps.sealer, read.value, 'web')
  await keepReceipt(c.var.tx, key, receipt)
  await deleteDraft(c.var.tx, readCookie(c, draftCookie) ?? '', form)
  dropCookie(c, draftCookie)
  return showReceipt(c, receipt)
}

function showReceipt(c: Ctx, receipt: string): Response {
  writeCookie(c, receiptCookie, receipt, receiptMinutes / (24 * 60))
  return redirect(c, `${root}/dziekujemy`)
}
