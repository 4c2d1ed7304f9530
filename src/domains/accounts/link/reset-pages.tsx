import type { FieldError } from '#platform/forms.ts'
import { errorFor } from '#platform/forms.ts'
import { BackLink } from '#ui/back-link.tsx'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { WarningText } from '#ui/warning-text.tsx'
import { signInText } from '../sign-in-text.ts'
import { pathOfLink, resetPath } from './access-link.ts'
import { linkText } from './link-text.ts'
import { NewPasswordFields } from './new-password-fields.tsx'

export const BackToSignIn = () => {
  const { lang, href } = useFrame()
  return <BackLink href={href('/logowanie')} text={linkText[lang].backToSignIn} />
}

interface AskPageProps {
  email?: string
  errors?: readonly FieldError[]
  /** Whether this installation can send letters. */
  canSend: boolean
}

export const AskResetPage = ({ email, errors = [], canSend }: AskPageProps) => {
  const { lang, href } = useFrame()
  const t = linkText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.askTitle}</h1>
      {!canSend && <WarningText>{t.noMail}</WarningText>}
      <p class="govuk-body-l">{t.askLead}</p>
      <p class="govuk-body">{t.askHint}</p>
      <Form action={href(resetPath)}>
        <TextInput
          name="email"
          label={signInText[lang].email}
          type="email"
          value={email}
          autocomplete="username"
          spellcheck={false}
          error={errorFor(errors, 'email')}
        />
        <Button>{t.askSubmit}</Button>
      </Form>
    </>
  )
}

export const SentPage = () => {
  const { lang } = useFrame()
  const t = linkText[lang]
  return (
    <>
      <h1 class="govuk-heading-l">{t.sentTitle}</h1>
      <p class="govuk-body-l">{t.sentLead}</p>
      <p class="govuk-body">{t.sentTen}</p>
      <p class="govuk-body">{t.sentNothing}</p>
      <p class="govuk-body">{t.sentAdministrator}</p>
    </>
  )
}

export const ResetPage = ({
  token,
  email,
  errors,
}: {
  token: string
  email: string
  errors: readonly FieldError[]
}) => {
  const { lang, href } = useFrame()
  const t = linkText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.resetTitle}</h1>
      <p class="govuk-body">{t.resetLead(email)}</p>
      <Form action={href(pathOfLink('reset', token))}>
        <NewPasswordFields errors={errors} />
        <TextInput
          name="code"
          label={signInText[lang].code}
          hint={t.resetCodeHint}
          inputMode="numeric"
          width="20"
          autocomplete="one-time-code"
          code
          error={errorFor(errors, 'code')}
        />
        <Button>{t.resetSubmit}</Button>
      </Form>
    </>
  )
}

/** The same for every link that opens nothing: used, too old, replaced, of another centre, or made up. */
export const GonePage = ({ kind }: { kind: 'invitation' | 'reset' }) => {
  const { lang, href } = useFrame()
  const t = linkText[lang]
  const reset = (
    <a class="govuk-link" href={href(resetPath)}>
      {t.goneReset}
    </a>
  )
  return (
    <>
      <h1 class="govuk-heading-l">{t.goneTitle}</h1>
      <p class="govuk-body-l">{t.goneLead}</p>
      <p class="govuk-body">{kind === 'reset' ? reset : t.goneInvitation}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/logowanie')}>
          {t.goneAccount}
        </a>
      </p>
    </>
  )
}
