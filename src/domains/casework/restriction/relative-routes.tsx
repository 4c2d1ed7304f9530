import { Hono } from 'hono'
import { z } from 'zod'
import { staffOf } from '#platform/actor.ts'
import { recordAudit } from '#platform/audit.ts'
import { newFormKey } from '#platform/form-keys.ts'
import { parseForm, type FormValues } from '#platform/forms.ts'
import { allow, type Ctx, type Env } from '#platform/web.ts'
import { page } from '#ui/page.tsx'
import { answerForm, type Outcome, type Problem } from '../answer-form.ts'
import { insertRelative, listRelativesOf, type NewRelative } from './relative-queries.ts'
import { RelativesPage } from './relatives-page.tsx'
import { relativesPath } from './restriction-paths.ts'
import { relations } from './restriction.ts'
import type { RestrictionText } from './text.pl.ts'
import { restrictionText } from './text.ts'

const declare = allow('relative.declare')

/** A worker names those close to them, whose records their own account will not open. */
export const relativeRoutes = () =>
  new Hono<Env>()
    .get(relativesPath, declare, (c) => showRelatives(c, {}))
    .post(relativesPath, declare, (c) =>
      answerForm(c, {
        form: relativesPath,
        act: (values) => declareRelative(c, values),
        again: (values, problem) => showRelatives(c, values, problem),
      }),
    )

async function showRelatives(c: Ctx, values: FormValues, problem?: Problem): Promise<Response> {
  const { tx, lang } = c.var
  return page(c, {
    title: restrictionText[lang].relatives,
    status: problem?.status ?? 200,
    body: (
      <RelativesPage
        relatives={await listRelativesOf(tx, staffOf(c.var).accountId)}
        formKey={newFormKey()}
        values={values}
        errors={problem?.errors ?? []}
      />
    ),
  })
}

const relativeForm = (t: RestrictionText, thisYear: number) => {
  const name = (missing: string) => z.string().trim().min(1, missing).max(120, t.tooLong(120))
  return z.object({
    relation: z.enum(relations, { error: t.missing.relation }),
    givenName: name(t.missing.givenName),
    familyName: name(t.missing.familyName),
    birthYear: z.coerce
      .number(t.missing.birthYear)
      .int(t.missing.birthYear)
      .min(1890, t.missing.birthYear)
      .max(thisYear, t.missing.birthYear),
  })
}

async function declareRelative(c: Ctx, values: FormValues): Promise<Outcome> {
  const { tx, lang, now } = c.var
  const thisYear = now.toZonedDateTimeISO('Europe/Warsaw').year
  const form = parseForm(relativeForm(restrictionText[lang], thisYear), values)
  if (!form.ok) return { errors: form.errors }
  const relative: NewRelative = form.value
  const id = await insertRelative(tx, staffOf(c.var).accountId, relative)
  recordAudit(tx, {
    event: 'relative.declared',
    subject: { kind: 'declaration', id },
    detail: { relation: relative.relation },
  })
  return { to: relativesPath }
}
