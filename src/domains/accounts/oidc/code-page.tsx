import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { TextInput } from '#ui/text-input.tsx'
import type { SignInRefusal } from '../sign-in.ts'
import { beginPath } from './oidc-offer.tsx'
import { oidcText } from './oidc-text.ts'

export const codePath = `${beginPath}/kod`

/** Our second factor after the provider's first. */
export const CodePage = ({ refusal }: { refusal: SignInRefusal | undefined }) => {
  const { lang, href } = useFrame()
  const t = oidcText[lang]
  const error = refusal && t.codeRefusals[refusal]
  return (
    <>
      <ErrorSummary errors={error ? [{ field: 'code', message: error }] : []} />
      <h1 class="govuk-heading-l">{t.codeTitle}</h1>
      <p class="govuk-body">{t.codeLead}</p>
      <Form action={href(codePath)}>
        <TextInput
          name="code"
          label={t.code}
          hint={t.codeHint}
          error={error}
          width="20"
          autocomplete="one-time-code"
          spellcheck={false}
          code
        />
        <Button>{t.enter}</Button>
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/logowanie')}>
          {t.back}
        </a>
      </p>
    </>
  )
}
