import { proofPath, waitingFormPath } from '#platform/web-proof.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { signInText } from '../sign-in-text.ts'
import { proofText } from './proof-text.ts'
import type { ProofRefusal } from './prove-again.ts'

interface ProofPageProps {
  /** Where the person goes on to. */
  next: string
  refusal?: ProofRefusal | undefined
}

export const ProofPage = ({ next, refusal }: ProofPageProps) => {
  const { lang, href } = useFrame()
  const t = proofText[lang]
  const words = signInText[lang]
  const error = refusal && t.refusals[refusal]
  return (
    <>
      <ErrorSummary errors={error ? [{ field: 'password', message: error }] : []} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body-l">{t.lead}</p>
      {next === waitingFormPath && <InsetText>{t.formWaits}</InsetText>}
      <Form action={href(proofPath)} hidden={{ dalej: next }}>
        <TextInput
          name="password"
          label={words.password}
          hint={words.passwordHint}
          type="password"
          autocomplete="current-password"
          error={error}
        />
        <TextInput
          name="code"
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          width="10"
          autocomplete="one-time-code"
          code
        />
        <Button>{t.submit}</Button>
      </Form>
      <p class="govuk-body">{t.why}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/praca')}>
          {t.cancel}
        </a>
      </p>
    </>
  )
}
