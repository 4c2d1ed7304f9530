import { deleteDraft, findDraft, saveDraft } from '#platform/drafts.ts'
import { toFormValues, valueOf, type FormValues } from '#platform/forms.ts'
import type { Tx } from '#platform/tx.ts'
import { waitingFormPath } from '#platform/web-proof.ts'

/** A form of the workplace that was sent after the session had ended. It waits for its person to sign in. */
export interface InterruptedForm {
  /** Where it was sent; always within the workplace. */
  path: string
  values: FormValues
}

const form = 'interrupted'

/** Only forms of the workplace are kept, and sent again. */
export const isWorkplacePath = (path: string): boolean => /^\/praca\/[^/\\]/.test(path) && !path.startsWith(discardPath)

export const discardPath = waitingFormPath

/**
 * Kept as a draft is, sealed, since it may hold a password or a PESEL, under the token in the browser.
 * `accountId` is whose session it was; when nobody can tell, whoever signs in from this browser may finish it.
 */
export async function keepForm(
  tx: Tx,
  token: string,
  kept: InterruptedForm,
  accountId: string | undefined,
): Promise<void> {
  const body = new URLSearchParams(pairs(kept.values)).toString()
  await saveDraft(tx, token, form, { path: kept.path, body, account: accountId ?? '' })
}

export async function findForm(tx: Tx, token: string, accountId: string): Promise<InterruptedForm | undefined> {
  const draft = await findDraft(tx, token, form)
  const path = valueOf(draft, 'path')
  const owner = valueOf(draft, 'account')
  if (!draft || !isWorkplacePath(path) || (owner !== '' && owner !== accountId)) return undefined
  return { path, values: toFormValues(new URLSearchParams(valueOf(draft, 'body'))) }
}

export const forgetForm = (tx: Tx, token: string): Promise<void> => deleteDraft(tx, token, form)

/** Each field with each of its values. */
export const pairs = (values: FormValues): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one): [string, string] => [name, one]),
  )
