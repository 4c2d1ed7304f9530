import { Hono } from 'hono'
import { newFormKey } from '#platform/form-keys.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { recentProof } from '#platform/web-proof.ts'
import { allow, queryValues, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { breakGlass, type GlassToBreak } from './break-glass.ts'
import { EmergencyPage } from './emergency-page.tsx'
import { emergencyPath } from './emergency-paths.ts'
import { emergencyPurposes, shortestReason } from './emergency.ts'
import { emergencyText } from './text.ts'

const open = allow('emergency.open')

/** A worker breaks the glass: which case, what for, why. */
export const emergencyRoutes = () =>
  new Hono<Env>()
    .get(emergencyPath, open, recentProof(), (c) =>
      showForm(c, { case: namedCase(valueOf(queryValues(c), 'sprawa')) ?? '' }),
    )
    .post(emergencyPath, open, recentProof(), (c) =>
      answerForm(c, {
        form: emergencyPath,
        act: (values) => send(c, values),
        again: (values, problem) => showForm(c, values, problem),
      }),
    )

const showForm = (c: Ctx, values: FormValues, problem?: Problem): Response =>
  page(c, {
    title: emergencyText[c.var.lang].title,
    status: problem?.status ?? 200,
    body: <EmergencyPage formKey={newFormKey()} values={values} errors={problem?.errors ?? []} />,
  })

const namedCase = (text: string): string | undefined =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text) ? text : undefined

async function send(c: Ctx, values: FormValues): Promise<Outcome> {
  const read = readGlass(c, values)
  if ('errors' in read) return read
  const broken = await breakGlass(c.var.tx, read)
  if ('applicationId' in broken) return { to: `/praca/wnioski/${broken.applicationId}` }
  return { refused: emergencyText[c.var.lang].refusals[broken.refused] }
}

const mostReason = 1000

function readGlass(c: Ctx, values: FormValues): GlassToBreak | { errors: FieldError[] } {
  const { errors: t } = emergencyText[c.var.lang]
  const id = namedCase(valueOf(values, 'case'))
  const number = valueOf(values, 'number').trim().toUpperCase().slice(0, 40)
  const purpose = emergencyPurposes.find((one) => one === valueOf(values, 'purpose'))
  const reason = valueOf(values, 'reason').trim()
  const errors: FieldError[] = []
  if (!id && number === '') errors.push({ field: 'number', message: t.number })
  if (!purpose) errors.push({ field: 'purpose', message: t.purpose })
  if (reason.length < shortestReason) errors.push({ field: 'reason', message: t.reason(shortestReason) })
  if (reason.length > mostReason) errors.push({ field: 'reason', message: t.tooLong(mostReason) })
  if (errors.length > 0 || !purpose) return { errors }
  return { case: id ? { id } : { number }, purpose, reason }
}
