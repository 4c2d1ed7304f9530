import { claimFormKey, formKeyField, keepLocation } from './form-keys.ts'
import { valueOf, type FormValues } from './forms.ts'
import { BadRequest, redirect, type Ctx } from './web.ts'

/**
 * Does the work of a form once: a second sending is led to where the first one went. The work answers with the path to
 * go to, or with the page of a refusal, which undoes everything and leaves the key unused.
 */
export async function once(
  c: Ctx,
  sent: FormValues,
  form: string,
  work: () => Promise<string | Response>,
): Promise<Response> {
  const key = valueOf(sent, formKeyField)
  const claim = await claimFormKey(c.var.tx, key, form)
  if (!claim.first) {
    if ('refused' in claim) throw new BadRequest(400, claim.refused)
    return redirect(c, claim.location)
  }
  const done = await work()
  if (typeof done !== 'string') return done
  await keepLocation(c.var.tx, key, done)
  return redirect(c, done)
}
