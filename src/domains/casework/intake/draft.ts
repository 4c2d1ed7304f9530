import { peselInDraft as purpose } from '#platform/drafts.ts'
import { valueOf, type FormValues } from '#platform/forms.ts'
import { maskPesel, parsePesel, type Pesel } from '#platform/pesel.ts'
import type { Sealer } from '#platform/sealing.ts'

const field = 'peselSealed'

/** A draft never holds a PESEL in the clear: one that was just typed is sealed, one to be forgotten is dropped. */
export function sealTypedPesel(sealer: Sealer, answers: FormValues): FormValues {
  const { pesel: _, forgetPesel: __, ...rest } = answers
  const read = parsePesel(valueOf(answers, 'pesel'))
  if ('pesel' in read) return { ...rest, [field]: sealer.seal(purpose, read.pesel).toString('base64url') }
  if (valueOf(answers, 'forgetPesel') === 'yes') delete rest[field]
  return rest
}

/** The number kept in the draft; undefined when there is none or it can't be read any more. */
export function keptPesel(sealer: Sealer, answers: FormValues): Pesel | undefined {
  const sealed = valueOf(answers, field)
  if (!sealed) return undefined
  try {
    const read = parsePesel(sealer.unseal(purpose, Buffer.from(sealed, 'base64url')))
    return 'pesel' in read ? read.pesel : undefined
  } catch {
    return undefined
  }
}

export const maskedPesel = (sealer: Sealer, answers: FormValues): string | undefined => {
  const pesel = keptPesel(sealer, answers)
  return pesel && maskPesel(pesel)
}
