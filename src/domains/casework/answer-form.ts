import type { FieldError, FormValues } from '#platform/forms.ts'
import { once } from '#platform/web-once.ts'
import { formValues, type Ctx } from '#platform/web.ts'

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
  readonly act: (values: FormValues) => Promise<Outcome>
  /** The same page with everything that was typed. */
  readonly again: (values: FormValues, problem: Problem) => Promise<Response> | Response
}

/** Answers a sent form: does its work once however often it is sent, and shows it again when it can't be done. */
export async function answerForm(c: Ctx, { form, act, again }: Answering): Promise<Response> {
  const values = await formValues(c)
  return once(c, values, form, async () => {
    const outcome = await act(values)
    if ('to' in outcome) return outcome.to
    if ('errors' in outcome) return again(values, problem(422, outcome.errors))
    return again(values, problem(409, [{ field: 'form', message: outcome.refused }], outcome.changedMeanwhile))
  })
}

const problem = (status: 422 | 409, errors: readonly FieldError[], changedMeanwhile = false): Problem => ({
  status,
  errors,
  changedMeanwhile,
})
