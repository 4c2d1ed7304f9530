import { valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import type { Lang } from '#platform/i18n.ts'
import type { PasswordRefusal } from '../password.ts'
import { peopleText } from '../people-text.ts'
import { linkText } from './link-text.ts'

/** The new password as it was typed twice. */
export const newPasswordIn = (values: FormValues): string => valueOf(values, 'new-password')

const notSame = (lang: Lang): FieldError => ({ field: 'again', message: linkText[lang].notSame })

export const whyNotSame = (values: FormValues, lang: Lang): FieldError[] =>
  newPasswordIn(values) === valueOf(values, 'again') ? [] : [notSame(lang)]

/** The mistake of a password that is refused, at its field. */
export const passwordError = (refusal: PasswordRefusal | 'not-same', lang: Lang): FieldError =>
  refusal === 'not-same'
    ? notSame(lang)
    : { field: 'new-password', message: peopleText[lang].passwordRefusals[refusal] }
