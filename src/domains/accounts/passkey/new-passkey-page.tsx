import { errorFor, type FieldError } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { CeremonyForm } from './passkey-offer.tsx'
import { passkeyText } from './passkey-text.ts'
import { passkeysPath } from './passkeys-page.tsx'

interface NewPasskeyPageProps {
  name: string
  errors: readonly FieldError[]
  formKey: string
}

export const NewPasskeyPage = ({ name, errors, formKey }: NewPasskeyPageProps) => {
  const { lang, href } = useFrame()
  const t = passkeyText[lang]
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.addTitle}</h1>
      <div data-passkey-absent>
        <InsetText>{t.needsScript}</InsetText>
      </div>
      <CeremonyForm
        kind="add"
        path={passkeysPath}
        formKey={formKey}
        hidden={{}}
        cancelled={t.cancelled}
        known={t.onThisDevice}
      >
        <p class="govuk-body">{t.addLead}</p>
        <TextInput
          name="name"
          label={t.name}
          hint={t.nameHint}
          value={name}
          error={errorFor(errors, 'name')}
          autocomplete="off"
        />
        <Button>{t.add}</Button>
      </CeremonyForm>
      <p class="govuk-body">
        <a class="govuk-link" href={href(passkeysPath)}>
          {t.backToList}
        </a>
      </p>
    </>
  )
}
