import type { FieldError } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { pathOfLink } from './access-link.ts'
import { linkText } from './link-text.ts'
import { NewPasswordFields } from './new-password-fields.tsx'
import { TotpFields } from './totp-fields.tsx'
import type { TotpSetup } from './totp-setup.ts'

interface InvitationPageProps {
  token: string
  name: string
  email: string
  setup: TotpSetup
  errors: readonly FieldError[]
}

export const InvitationPage = ({ token, name, email, setup, errors }: InvitationPageProps) => {
  const { lang, href } = useFrame()
  const t = linkText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.invitationTitle}</h1>
      <p class="govuk-body-l">{t.welcome(name)}</p>
      <p class="govuk-body">{t.yourEmail(email)}</p>
      <Form action={href(pathOfLink('invitation', token))} hidden={{ setup: setup.sealed }}>
        <h2 class="govuk-heading-m">{t.stepPassword}</h2>
        <NewPasswordFields errors={errors} />
        <TotpFields email={email} secret={setup.secret} errors={errors} steps />
        <Button>{t.invitationSubmit}</Button>
      </Form>
    </>
  )
}
