import { claimFormKey, formKeyField, keepLocation } from './form-keys.ts'
import { valueOf, type FormValues } from './forms.ts'
import { BadRequest, redirect, type Ctx } from './web.ts'

/** A page that is shown this one time, and where a second sending leads. */
export interface ShownOnce {
  page: Response
  path: string
}

/**
 * Does the work of a form once: a second sending is led to where the first one went. The work answers with the path to
 * go to, with a page to be shown this once, or with the page of a refusal, which undoes everything and leaves the key
 * unused.
 */
export async function once(
  c: Ctx,
  sent: FormValues,
  form: string,
  work: () => Promise<string | ShownOnce | Response>,
): Promise<Response> {
  const key = valueOf(sent, formKeyField)
  const claim = await claimFormKey(c.var.tx, key, form)
  if (!claim.first) {
    if ('refused' in claim) throw new BadRequest(400, claim.refused)
    return redirect(c, claim.location)
  }
  const done = await work()
  if (done instanceof Response) return done
  const path = typeof done === 'string' ? done : done.path
  await keepLocation(c.var.tx, key, path)
  return typeof done === 'string' ? redirect(c, path) : done.page
}
