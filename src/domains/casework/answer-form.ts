import { claimFormKey, formKeyField, keepLocation } from '#platform/form-keys.ts'
import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import type { Lang } from '#platform/i18n.ts'
import { formValues, redirect, type Ctx } from '#platform/web.ts'

/** Where a good form leads, or what stands in its way: 422 for what was typed, 409 for what the rules refuse. */
export type Outcome =
  | { readonly to: string }
  | { readonly errors: readonly FieldError[] }
  | { readonly refused: string; readonly changedMeanwhile?: boolean }

/** What the page is shown again with. */
export interface Problem {
  readonly status: 422 | 409
  readonly errors: readonly FieldError[]
  /** True when somebody else saved first: both texts are shown. */
  readonly changedMeanwhile: boolean
}

interface Answering {
  /** The form's name: its key fits no other. */
  readonly form: string
  /** What was sent, where it has been read already. */
  readonly values?: FormValues
  readonly act: (values: FormValues) => Promise<Outcome>
  /** The same page with everything that was typed. */
  readonly again: (values: FormValues, problem: Problem) => Promise<Response> | Response
}

const outdated: Record<Lang, string> = {
  pl: 'Ten formularz był otwarty zbyt długo. Wyślij go jeszcze raz.',
  uk: 'Ця форма була відкрита надто довго. Надішліть її ще раз.',
  en: 'This form was open too long. Send it again.',
}

/** Answers a sent form: does its work once however often it is sent, and shows it again when it can't be done. */
export async function answerForm(c: Ctx, { form, act, again, ...sent }: Answering): Promise<Response> {
  const { tx, lang } = c.var
  const values = sent.values ?? (await formValues(c))
  const key = valueOf(values, formKeyField)
  const claim = await claimFormKey(tx, key, form)
  if (!claim.first && 'location' in claim) return redirect(c, claim.location)
  if (!claim.first) return again(values, problem(422, [{ field: 'form', message: outdated[lang] }]))
  const outcome = await act(values)
  if ('errors' in outcome) return again(values, problem(422, outcome.errors))
  if ('refused' in outcome) {
    return again(values, problem(409, [{ field: 'form', message: outcome.refused }], outcome.changedMeanwhile))
  }
  await keepLocation(tx, key, outcome.to)
  return redirect(c, outcome.to)
}

const problem = (status: 422 | 409, errors: readonly FieldError[], changedMeanwhile = false): Problem => ({
  status,
  errors,
  changedMeanwhile,
})
