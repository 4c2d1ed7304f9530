import { errorFor, valueOf, type FieldError, type FormValues } from '#platform/forms.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary } from '#ui/error-summary.tsx'
import { Form } from '#ui/form.tsx'
import { useFrame } from '#ui/frame.tsx'
import { PhoneCallout } from '#ui/phone-callout.tsx'
import { TextInput } from '#ui/text-input.tsx'
import { residentText } from './text.ts'

/** The code and the year: something that was given, and something that is known. */
export const OpenCasePage = ({ values, errors = [] }: { values: FormValues; errors?: readonly FieldError[] }) => {
  const { lang, href } = useFrame()
  const t = residentText[lang].sign
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 class="govuk-heading-l">{t.title}</h1>
      <p class="govuk-body">{t.lead}</p>
      <Form action={href('/moja-sprawa')}>
        <TextInput
          name="code"
          label={t.code}
          hint={t.codeHint}
          width="20"
          inputMode="numeric"
          autocomplete="off"
          code
          value={valueOf(values, 'code')}
          error={errorFor(errors, 'code')}
        />
        <TextInput
          name="year"
          label={t.year}
          hint={t.yearHint}
          width="4"
          inputMode="numeric"
          value={valueOf(values, 'year')}
          error={errorFor(errors, 'year')}
        />
        <Button>{t.open}</Button>
      </Form>
      <PhoneCallout text={t.noCode} />
    </>
  )
}
