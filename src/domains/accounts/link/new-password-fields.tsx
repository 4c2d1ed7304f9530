import { useFrame } from '#ui/frame.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { errorFor, type FieldError } from '#platform/forms.ts'
import { linkText } from './link-text.ts'

/** A new password, typed twice since nobody sees it; it never comes back from the server. */
export const NewPasswordFields = ({ errors }: { errors: readonly FieldError[] }) => {
  const t = linkText[useFrame().lang]
  return (
    <>
      <TextInput
        name="new-password"
        label={t.newPassword}
        hint={t.newPasswordHint}
        type="password"
        autocomplete="new-password"
        error={errorFor(errors, 'new-password')}
      />
      <TextInput
        name="again"
        label={t.again}
        type="password"
        autocomplete="new-password"
        error={errorFor(errors, 'again')}
      />
    </>
  )
}
