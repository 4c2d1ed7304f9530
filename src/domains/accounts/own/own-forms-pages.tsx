import { errorFor, type FieldError } from '#platform/forms.ts'
import { BackLink } from '#ui/back-link.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { NewPasswordFields } from '../link/new-password-fields.tsx'
import { TotpFields } from '../link/totp-fields.tsx'
import type { TotpSetup } from '../link/totp-setup.ts'
import { ownPath } from './own-account-page.tsx'
import { ownText } from './own-text.ts'

export const BackToAccount = () => {
  const { lang, href } = useFrame()
  return <BackLink href={href(ownPath)} text={ownText[lang].title} />
}

export const PasswordPage = ({ errors }: { errors: readonly FieldError[] }) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.passwordTitle}</h1>
      <p class="govuk-body">{t.passwordLead}</p>
      <Form action={href(`${ownPath}/haslo`)}>
        <TextInput
          name="current"
          label={t.currentPassword}
          type="password"
          autocomplete="current-password"
          error={errorFor(errors, 'current')}
        />
        <NewPasswordFields errors={errors} />
        <Button>{t.savePassword}</Button>
      </Form>
    </>
  )
}

interface PhonePageProps {
  email: string
  setup: TotpSetup
  errors: readonly FieldError[]
}

export const PhonePage = ({ email, setup, errors }: PhonePageProps) => {
  const { lang, href } = useFrame()
  const t = ownText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.phoneTitle}</h1>
      <p class="govuk-body">{t.phoneLead}</p>
      <Form action={href(`${ownPath}/telefon`)} hidden={{ setup: setup.sealed }}>
        <TotpFields email={email} secret={setup.secret} errors={errors} />
        <Button>{t.savePhone}</Button>
      </Form>
    </>
  )
}
