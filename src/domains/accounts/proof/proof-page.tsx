import { proofPath, waitingFormPath } from '#platform/web-proof.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { InsetText } from '#ui/inset-text.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { CeremonyForm } from '../passkey/passkey-offer.tsx'
import { signInText } from '../sign-in-text.ts'
import { proofText } from './proof-text.ts'
import type { ProofRefusal } from './prove-again.ts'

export interface ProofPageProps {
  /** Where the person goes on to. */
  next: string
  refusal?: ProofRefusal | undefined
  /** Whether the person has a passkey for this address. */
  byPasskey: boolean
}

export const passkeyProofPath = `${proofPath}/klucz`

export const ProofPage = ({ next, refusal, byPasskey }: ProofPageProps) => {
  const { lang, href } = useFrame()
  const t = proofText[lang]
  const words = signInText[lang]
  const error = refusal && t.refusals[refusal]
  const isOfPasskey = refusal === 'wrong-passkey'
  return (
    <>
      <ErrorSummary errors={error ? [{ field: isOfPasskey ? 'form' : 'password', message: error }] : []} />
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
          error={isOfPasskey ? undefined : error}
        />
        <TextInput
          name="code"
          label={words.code}
          hint={t.codeHint}
          inputMode="numeric"
          width="10"
          autocomplete="one-time-code"
          code
        />
        <Button>{t.submit}</Button>
      </Form>
      {byPasskey && (
        <CeremonyForm kind="sign-in" path={passkeyProofPath} hidden={{ dalej: next }} cancelled={t.passkeyCancelled}>
          <h2 class="govuk-heading-m">{t.orPasskey}</h2>
          <Button kind="secondary">{t.byPasskey}</Button>
        </CeremonyForm>
      )}
      <p class="govuk-body">{t.why}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={href('/praca')}>
          {t.cancel}
        </a>
      </p>
    </>
  )
}
